// says: Without an arrow REFERRED_TO is followed both ways, so something that the new area asked of the old one stands here as if the old one had passed it. Draw the arrow: -[r:REFERRED_TO]->.
MATCH (a:Agency)-[r:REFERRED_TO]-(b:Agency)
WHERE a.review_id = $review_id AND a.area = $from_area AND b.area = $to_area
RETURN a.display_name AS passed_by, b.display_name AS passed_to, r.kind AS kind, r.on_text AS day, r.receipt AS receipt
