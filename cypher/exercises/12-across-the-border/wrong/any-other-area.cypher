// says: The police work over both towns and have an area of their own, so “another area” lets them in. Name both areas: $from_area and $to_area.
MATCH (a:Agency)-[r:REFERRED_TO]->(b:Agency)
WHERE a.review_id = $review_id AND a.area <> b.area
RETURN a.display_name AS passed_by, b.display_name AS passed_to, r.kind AS kind, r.on_text AS day, r.receipt AS receipt
