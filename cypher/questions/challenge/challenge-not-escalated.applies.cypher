OPTIONAL MATCH (a:Agency)-[:CARRIED_OUT]->(m:Milestone)
WHERE m.review_id = $review_id AND m.kind = 'disagreement'
WITH count(m) AS disagreements
RETURN disagreements > 0 AS answerable,
  'No disagreement between professionals is recorded: add rows of kind "disagreement", or say in the description who disagreed with which decision.' AS missing
