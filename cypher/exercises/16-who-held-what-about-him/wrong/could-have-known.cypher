// says: COULD_KNOW is the other side: agencies that did not record it, and whom it could have reached. Here we ask who held it: KNEW.
MATCH (a:Agency)-[k:COULD_KNOW]->(i:Information)-[:ABOUT]->(p:Person)
WHERE i.review_id = $review_id AND p.display_name = 'Gavin Prout'
RETURN a.display_name AS agency, i.topic AS topic, min(k.at_best) AS first_day
