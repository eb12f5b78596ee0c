OPTIONAL MATCH (b:Baton)-[:HAS_STAGE]->(s:Stage)
WHERE b.review_id = $review_id AND s.how <> 'unclear'
  AND (s.stage = 'acknowledged' OR (s.stage = 'accepted' AND s.how = 'recorded not'))
WITH count(s) AS told
RETURN told > 0 AS answerable,
  'No row tells that a referral or request was acknowledged or was waiting for a worker: add rows of kind "acknowledgement" or "feedback" with the agency each went to, or the outcome in the row of its receipt.' AS missing
