MATCH (a:Agency)-[:KNEW]->(i:Information)-[:ABOUT]->(p:Person)
WHERE i.review_id = $review_id AND p.display_name = 'Gavin Prout'
RETURN a.display_name AS agency, i.topic AS topic, min(i.on_earliest) AS first_recorded
ORDER BY first_recorded, agency, topic
