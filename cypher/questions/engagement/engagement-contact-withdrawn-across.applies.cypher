OPTIONAL MATCH (c:Contact)
WHERE c.review_id = $review_id AND c.missed AND c.on_earliest <= $as_of
WITH count(c) AS missed
RETURN missed > 0 AS answerable,
  'No entry records a visit or appointment that did not take place: say so in the event column (no access, cancelled, did not attend), in the chronology of the agency concerned.' AS missing
