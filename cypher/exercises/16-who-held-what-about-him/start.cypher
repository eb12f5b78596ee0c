// What is recorded of anybody, by topic.
MATCH (i:Information)-[:ABOUT]->(p:Person)
WHERE i.review_id = $review_id
RETURN p.display_name AS person, i.topic AS topic, count(i) AS pieces
ORDER BY person, topic
