OPTIONAL MATCH (b:Baton)-[:HAS_STAGE]->(s:Stage)
WHERE b.review_id = $review_id AND s.how <> 'unclear'
  AND (s.stage = 'acknowledged' OR (s.stage = 'accepted' AND s.how = 'recorded not'))
WITH count(s) AS told
RETURN told > 0 AS answerable,
  'No entry in hand tells that a referral or request was acknowledged, or waited for a worker. The own chronologies of the agencies it went to may tell.' AS missing
