// says: These are the case transfers that were passed on by anybody. Was there nothing else between the two areas, and do all of these cross from the old one to the new? Ask by the areas, not by the kind.
MATCH (a:Agency)-[r:REFERRED_TO]->(b:Agency)
WHERE a.review_id = $review_id AND r.kind = 'transfer' AND r.receipt = 'matched'
RETURN a.display_name AS passed_by, b.display_name AS passed_to, r.kind AS kind, r.on_text AS day, r.receipt AS receipt
