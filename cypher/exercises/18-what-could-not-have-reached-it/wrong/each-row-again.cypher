// says: The rows are right, but one topic of one day stands in two rows of the chronology and comes twice. Say RETURN DISTINCT.
MATCH (s:Agency)
WHERE s.review_id = $review_id AND s.display_name = $agency
MATCH (a:Agency)-[:KNEW]->(i:Information)-[:ABOUT]->(p:Person)
WHERE i.review_id = $review_id AND p.display_name = 'Dale Sutter'
  AND NOT EXISTS { MATCH (s)-[:COULD_KNOW]->(i) } AND NOT EXISTS { MATCH (s)-[:KNEW]->(i) }
RETURN i.topic AS topic, a.display_name AS recorded_by, i.on_text AS day
