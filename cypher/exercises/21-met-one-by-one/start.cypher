// What was passed to children's social care about anybody, in order.
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency)
WHERE b.review_id = $review_id AND t.sector = 'childrens_social_care'
RETURN a.display_name AS passed_by, b.kind AS kind, b.on_text AS day, b.acceptance AS acceptance
ORDER BY b.on_earliest, passed_by
