OPTIONAL MATCH (a:Agency)-[:CARRIED_OUT]->(m:Milestone)
WHERE m.review_id = $review_id AND m.kind = 'case_closure'
WITH count(m) AS closures
RETURN closures > 0 AS answerable,
  'No closure or discharge by a service is recorded in the chronologies in hand.' AS missing
