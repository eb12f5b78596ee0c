MATCH (a:Agency)-[r:REFERRED_TO]->(b:Agency)
WHERE a.review_id = $review_id AND a.area = $from_area AND b.area = $to_area
RETURN a.display_name AS passed_by, b.display_name AS passed_to, r.kind AS kind, r.on_text AS day, r.receipt AS receipt
ORDER BY r.on_earliest
