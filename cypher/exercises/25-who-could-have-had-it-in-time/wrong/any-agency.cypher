// says: Agencies that work with adults are in it. Here it is about those working with the child: a.works_with_child.
MATCH (a:Agency)-[k:COULD_KNOW]->(i:Information)-[:ABOUT]->(p:Person)
WHERE i.review_id = $review_id AND p.display_name = 'Gareth Cobb' AND i.topic = 'offence against a child or partner'
  AND k.at_best < $day
RETURN a.display_name AS agency, min(k.at_best) AS could_have_had
