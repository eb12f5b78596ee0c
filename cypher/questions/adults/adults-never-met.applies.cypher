OPTIONAL MATCH (p:Person:Adult)-[:LIVED_IN]->(:Household)<-[:LIVED_IN]-(k:Person:Child)
WHERE k.review_id = $review_id AND k.index_child
WITH count(p) AS adults
RETURN adults > 0 AS answerable,
  'The records do not say which adults lived with the child: give their stays in people.csv, or rows of kind "new adult in household".' AS missing
