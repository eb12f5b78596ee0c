// says: One of these was never passed to the other agency: the mother was asked to take it up herself (carried_by_family). REFERRED_TO leaves those out; with batons, add NOT b.carried_by_family.
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency)
WHERE b.review_id = $review_id
RETURN a.display_name AS passed_by, t.display_name AS passed_to, b.kind AS kind, b.on_text AS day
ORDER BY b.on_earliest
