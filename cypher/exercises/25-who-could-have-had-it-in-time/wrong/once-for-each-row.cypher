// says: Probation wrote it down in more than one row, and each is a piece of information. One row an agency: min(k.at_best).
MATCH (a:Agency)-[k:COULD_KNOW]->(i:Information)-[:ABOUT]->(p:Person)
WHERE i.review_id = $review_id AND p.display_name = 'Gareth Cobb' AND i.topic = 'offence against a child or partner'
  AND a.works_with_child AND k.at_best < $day
RETURN a.display_name AS agency, k.at_best AS could_have_had
