MATCH (b:Baton)-[:PASSED_TO]->(:Agency)
WHERE b.review_id = $review_id AND b.passed
  AND b.kind IN ['referral', 'notification', 'disclosure', 'escalation']
  AND b.receipt IN ['recorded', 'matched'] AND b.action <> 'not due'
  AND (b.on_earliest IS NULL OR b.on_earliest <= $as_of)
  AND NOT EXISTS { MATCH (:Agency)-[:PASSED]->(b) }
  AND NOT EXISTS { MATCH (teller:Person)-[:PASSED]->(b) WHERE teller.kind = 'child' }
RETURN count(DISTINCT b) AS denominator
