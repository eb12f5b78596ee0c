// What the first agency passed on.
MATCH (h:Agency)-[r:REFERRED_TO]->(x:Agency)
WHERE h.review_id = $review_id AND h.display_name = $from_agency
RETURN x.display_name AS passed_to, r.on_text AS day, r.receipt AS receipt
ORDER BY r.on_earliest, passed_to
