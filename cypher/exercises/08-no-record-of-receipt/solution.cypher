MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency)
WHERE b.review_id = $review_id AND b.receipt = 'no record found'
RETURN a.display_name AS passed_by, t.display_name AS passed_to, b.on_text AS day
ORDER BY b.on_earliest
