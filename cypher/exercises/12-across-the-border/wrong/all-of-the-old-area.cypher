// says: Most of this went to agencies of the same area. The one it was passed to has an area as well: b.area = $to_area.
MATCH (a:Agency)-[r:REFERRED_TO]->(b:Agency)
WHERE a.review_id = $review_id AND a.area = $from_area
RETURN a.display_name AS passed_by, b.display_name AS passed_to, r.kind AS kind, r.on_text AS day, r.receipt AS receipt
