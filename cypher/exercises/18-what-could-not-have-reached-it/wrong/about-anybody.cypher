// says: That is everything about anybody that could not have come to the school. Keep what is ABOUT Dale Sutter.
MATCH (s:Agency)
WHERE s.review_id = $review_id AND s.display_name = $agency
MATCH (a:Agency)-[:KNEW]->(i:Information)
WHERE i.review_id = $review_id
  AND NOT EXISTS { MATCH (s)-[:COULD_KNOW]->(i) } AND NOT EXISTS { MATCH (s)-[:KNEW]->(i) }
RETURN DISTINCT i.topic AS topic, a.display_name AS recorded_by, i.on_text AS day
