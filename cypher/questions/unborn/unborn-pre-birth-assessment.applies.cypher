OPTIONAL MATCH (parent:Person)-[:PARENT_OF]->(k:Person:Child)
WHERE k.review_id = $review_id AND (k.born_latest IS NOT NULL OR k.due_latest IS NOT NULL)
WITH count(k) AS births
RETURN births > 0 AS answerable,
  'No birth or due date of a child whose parents are known is recorded: give them in people.csv (born, due, kin).' AS missing
