OPTIONAL MATCH (b:Baton)-[:PASSED_TO]->(:Agency)
WHERE b.review_id = $review_id AND b.passed
  AND b.kind IN ['referral', 'notification', 'disclosure', 'escalation']
  AND NOT EXISTS { MATCH (:Agency)-[:PASSED]->(b) }
WITH count(b) AS concerns
RETURN concerns > 0 AS answerable,
  'No row records a concern raised by the family or the public: add rows of kind "disclosure", or of something received with the relative in the column of who it came from.' AS missing
