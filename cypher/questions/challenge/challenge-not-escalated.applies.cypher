OPTIONAL MATCH (a:Agency)-[:CARRIED_OUT]->(m:Milestone)
WHERE m.review_id = $review_id AND m.kind = 'disagreement'
WITH count(m) AS disagreements
RETURN disagreements > 0 AS answerable,
  'No disagreement between professionals is recorded in the chronologies in hand.' AS missing
