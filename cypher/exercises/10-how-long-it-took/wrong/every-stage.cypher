// says: These are the days to every stage, the passing itself among them. Keep the stage called 'received'.
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:HAS_STAGE]->(s:Stage)
WHERE b.review_id = $review_id AND s.on_earliest IS NOT NULL
RETURN a.display_name AS passed_by, b.on_text AS day, duration.inDays(b.on_earliest, s.on_earliest).days AS days
