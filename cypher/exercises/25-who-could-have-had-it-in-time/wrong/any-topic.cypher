// says: These days are for anything about Mr Cobb. Ask for the one topic: i.topic = 'offence against a child or partner'.
MATCH (a:Agency)-[k:COULD_KNOW]->(i:Information)-[:ABOUT]->(p:Person)
WHERE i.review_id = $review_id AND p.display_name = 'Gareth Cobb'
  AND a.works_with_child AND k.at_best < $day
RETURN a.display_name AS agency, min(k.at_best) AS could_have_had
