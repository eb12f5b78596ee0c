OPTIONAL MATCH (c:Contact)
WHERE c.review_id = $review_id AND c.missed AND c.on_earliest <= $as_of
WITH count(c) AS missed
RETURN missed > 0 AS answerable,
  'No entry in hand records a visit or appointment that did not take place. The agencies’ own appointment records may tell.' AS missing
