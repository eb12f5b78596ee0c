MATCH (:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(:Agency)
WHERE b.review_id = $review_id AND b.kind <> 'agreed_action' AND NOT b.carried_by_family
  AND b.on_earliest <= $as_of
MATCH (b)-[:HAS_STAGE]->(sent:Stage)
WHERE sent.stage = 'passed' AND sent.on_earliest IS NOT NULL
MATCH (b)-[:HAS_STAGE]->(got:Stage)
WHERE got.stage = 'received' AND got.how IN ['recorded', 'matched'] AND got.on_earliest <= $as_of
RETURN count(DISTINCT b) AS denominator
