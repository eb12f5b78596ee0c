OPTIONAL MATCH (w:NetworkPeriod)
WHERE w.review_id = $review_id AND w.kind = 'whole review' AND w.communications > 0
WITH count(w) AS periods
RETURN periods > 0 AS answerable,
  'No communication between agencies is recorded: what is missing are entries that say who passed something to whom, or who came to a meeting, such as the own chronologies of the agencies give.' AS missing
