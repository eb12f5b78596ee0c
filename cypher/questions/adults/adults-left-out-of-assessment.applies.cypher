OPTIONAL MATCH (s:Assessment)-[:COVERED]->(k:Person:Child)
WHERE s.review_id = $review_id AND s.on_earliest IS NOT NULL
WITH count(DISTINCT s) AS assessments
OPTIONAL MATCH (:Person)-[tie:PARENT_OF]->(child:Person:Child)
WHERE child.review_id = $review_id
WITH assessments, count(tie) AS parents
OPTIONAL MATCH (p:Person:Adult)-[stay:LIVED_IN]->(:Household)
WHERE p.review_id = $review_id
WITH assessments, parents, count(stay) AS stays
RETURN assessments > 0 AND parents + stays > 0 AS answerable,
  CASE WHEN assessments = 0 THEN 'No dated assessment of a child is recorded in the chronologies in hand.'
    ELSE 'The records do not say who the parents of the children were or which adults lived with them: give their kin and stays in people.csv.' END AS missing
