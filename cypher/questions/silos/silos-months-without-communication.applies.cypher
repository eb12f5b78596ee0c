OPTIONAL MATCH (w:NetworkPeriod)
WHERE w.review_id = $review_id AND w.kind = 'whole review' AND w.communications > 0
WITH count(w) AS periods
RETURN periods > 0 AS answerable,
  'No communication between agencies is recorded: name who passed something to whom in the columns for sender and receiver, and who came to each meeting.' AS missing
