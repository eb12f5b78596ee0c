OPTIONAL MATCH (a:Agency)-[:CARRIED_OUT]->(m:Milestone)
WHERE m.review_id = $review_id AND m.kind = 'move'
WITH count(m) AS moves
RETURN moves > 0 AS answerable,
  'No agency recorded a move of the family in the chronologies in hand.' AS missing
