OPTIONAL MATCH (:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(:Agency)
WHERE b.review_id = $review_id AND b.kind <> 'agreed_action' AND NOT b.carried_by_family
  AND EXISTS { MATCH (b)-[:HAS_STAGE]->(s:Stage) WHERE s.stage = 'passed' AND s.on_earliest IS NOT NULL }
  AND EXISTS { MATCH (b)-[:HAS_STAGE]->(g:Stage) WHERE g.stage = 'received' AND g.how IN ['recorded', 'matched']
    AND g.on_earliest IS NOT NULL }
WITH count(b) AS both
RETURN both > 0 AS answerable,
  'Nothing passed between agencies has both a day of sending and a day of receipt: add the chronologies of both agencies, with a date in each row.' AS missing
