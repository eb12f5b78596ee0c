// says: Something is here that the new area asked of the old one. That was the new area's doing; keep to a.area = $from_area AND b.area = $to_area.
MATCH (a:Agency)-[r:REFERRED_TO]->(b:Agency)
WHERE a.review_id = $review_id AND a.area IN [$from_area, $to_area] AND b.area IN [$from_area, $to_area]
  AND a.area <> b.area
RETURN a.display_name AS passed_by, b.display_name AS passed_to, r.kind AS kind, r.on_text AS day, r.receipt AS receipt
