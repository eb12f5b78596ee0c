OPTIONAL MATCH (:Person)-[:PARENT_OF]->(k:Person:Child)
WHERE k.review_id = $review_id AND k.born_latest IS NOT NULL
WITH count(k) AS births
RETURN births > 0 AS answerable,
  'No birth of a child whose parents are known is recorded: give them in people.csv (born, kin).' AS missing
