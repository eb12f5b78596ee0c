MATCH (a:Agency)-[r:REFERRED_TO]->(t:Agency)
WHERE a.review_id = $review_id AND r.receipt = 'no record found'
RETURN a.display_name AS passed_by, t.display_name AS passed_to, r.on_text AS day
ORDER BY r.on_earliest
