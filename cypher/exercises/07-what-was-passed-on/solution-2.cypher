MATCH (a:Agency)-[r:REFERRED_TO]->(b:Agency)
WHERE a.review_id = $review_id
RETURN a.display_name AS passed_by, b.display_name AS passed_to, r.kind AS kind, r.on_earliest AS day
ORDER BY day
