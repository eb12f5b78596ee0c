OPTIONAL MATCH (b:Baton)-[:HAS_STAGE]->(s:Stage)
WHERE b.review_id = $review_id
  AND (s.stage = 'declined' OR (s.stage IN ['accepted', 'acted on'] AND s.how IN ['recorded', 'unclear']))
WITH count(s) AS told
RETURN told > 0 AS answerable,
  'No row tells what a receiver decided: give the outcome of each referral (such as "NFA" or "accepted") in the outcome column of its receipt, or add rows of kind "decision" or "feedback".' AS missing
