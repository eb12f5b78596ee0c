OPTIONAL MATCH (sent:Stage)<-[:HAS_STAGE]-(b:Baton)-[:HAS_STAGE]->(got:Stage)
WHERE b.review_id = $review_id AND sent.stage = 'passed' AND sent.on_earliest IS NOT NULL
  AND got.stage = 'received' AND got.how IN ['recorded', 'matched'] AND got.on_earliest IS NOT NULL
WITH count(b) AS both
RETURN both > 0 AS answerable,
  'Nothing passed between agencies has both a day of sending and a day of receipt: add the chronologies of both agencies, with a date in each row.' AS missing
