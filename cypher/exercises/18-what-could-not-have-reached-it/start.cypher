// All that is recorded about Dale Sutter.
MATCH (a:Agency)-[:KNEW]->(i:Information)-[:ABOUT]->(p:Person)
WHERE i.review_id = $review_id AND p.display_name = 'Dale Sutter'
RETURN a.display_name AS recorded_by, i.topic AS topic, i.on_text AS day, i.information_id AS piece
ORDER BY i.on_earliest, topic, piece
