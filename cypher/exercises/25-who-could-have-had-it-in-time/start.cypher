// Who recorded what about Gareth Cobb.
MATCH (a:Agency)-[:KNEW]->(i:Information)-[:ABOUT]->(p:Person)
WHERE i.review_id = $review_id AND p.display_name = 'Gareth Cobb'
RETURN a.display_name AS recorded_by, i.topic AS topic, min(i.on_earliest) AS first_recorded
ORDER BY first_recorded, recorded_by, topic
