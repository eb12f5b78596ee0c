MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:HAS_STAGE]->(s:Stage)
WHERE b.review_id = $review_id AND s.stage = 'received' AND s.on_earliest IS NOT NULL
RETURN a.display_name AS passed_by, b.on_text AS day, duration.inDays(b.on_earliest, s.on_earliest).days AS days
ORDER BY b.on_earliest
