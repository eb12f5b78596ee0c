OPTIONAL MATCH (p:Person:Adult)-[:LIVED_IN]->(:Household)<-[:LIVED_IN]-(k:Person:Child)
WHERE k.review_id = $review_id AND k.index_child
WITH count(p) AS residents
OPTIONAL MATCH (:Person:Adult)-[tie:PARENT_OF|CONNECTED_TO]->(k:Person:Child)
WHERE k.review_id = $review_id AND k.index_child
WITH residents, count(tie) AS kin
RETURN residents + kin > 0 AS answerable,
  'The records do not say which adults lived with the child or are kin: give their stays and kin in people.csv.' AS missing
