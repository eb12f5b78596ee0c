OPTIONAL MATCH (s:Assessment)-[:COVERED]->(k:Person:Child)
WHERE s.review_id = $review_id AND s.on_earliest IS NOT NULL
WITH count(DISTINCT s) AS assessments
OPTIONAL MATCH (child:Person:Child)-[:LIVED_IN]->(:Household)
WHERE child.review_id = $review_id
WITH assessments, count(DISTINCT child.person_id) AS children
RETURN assessments > 0 AND children > 1 AS answerable,
  CASE WHEN assessments = 0 THEN 'No dated assessment of a child is recorded in the chronologies in hand.'
    ELSE 'The records do not say which children lived together: give the stays of every child of the family in people.csv.' END AS missing
