OPTIONAL MATCH (b:Baton)-[:PASSED_TO]->(:Agency)
WHERE b.review_id = $review_id AND b.passed
  AND b.kind IN ['referral', 'notification', 'disclosure', 'escalation']
  AND NOT EXISTS { MATCH (:Agency)-[:PASSED]->(b) }
WITH count(b) AS concerns
RETURN concerns > 0 AS answerable,
  'No concern raised by the family or the public is recorded in the chronologies in hand.' AS missing
