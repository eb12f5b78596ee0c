// says: As recorded, it reached nobody working with the child: that is worth saying, and it is another question. Here we ask what could have come: at_best.
MATCH (a:Agency)-[k:COULD_KNOW]->(i:Information)-[:ABOUT]->(p:Person)
WHERE i.review_id = $review_id AND p.display_name = 'Gareth Cobb' AND i.topic = 'offence against a child or partner'
  AND a.works_with_child AND k.as_recorded < $day
RETURN a.display_name AS agency, min(k.as_recorded) AS had
