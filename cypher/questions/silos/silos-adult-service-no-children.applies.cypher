OPTIONAL MATCH (a:Agency)-[:MADE]->(:Contact)-[:CONCERNED]->(:Person:Adult)
WHERE a.review_id = $review_id AND a.focus = 'adult' AND a.stands_for_agency
WITH count(a) AS services
OPTIONAL MATCH (:Person:Adult)-[:PARENT_OF]->(k:Person:Child)
WHERE k.review_id = $review_id
WITH services, count(k) AS parents
OPTIONAL MATCH (:Person:Adult)-[:LIVED_IN]->(:Household)<-[:LIVED_IN]-(child:Person:Child)
WHERE child.review_id = $review_id
WITH services, parents, count(child) AS homes
RETURN services > 0 AND parents + homes > 0 AS answerable,
  CASE WHEN services = 0 THEN 'No entry of a service for adults about an adult of the family is recorded: add the chronologies of services such as probation, adult mental health or housing, and check the column focus in agencies.csv.'
    ELSE 'The records do not say which adults are parents of the children or lived with them: give kin and stays in people.csv.' END AS missing
