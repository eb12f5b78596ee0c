MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency)
WHERE a.review_id = $review_id AND a.area = $from_area AND t.area = $to_area
RETURN a.display_name AS passed_by, t.display_name AS passed_to, b.kind AS kind, b.on_earliest AS day,
  b.receipt AS receipt
ORDER BY day
