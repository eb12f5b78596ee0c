// says: Each baton comes once for everybody it is about. Keep Tom alone: p.display_name = 'Tom Venner'.
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency)
WHERE b.review_id = $review_id AND t.sector = 'childrens_social_care' AND b.on_latest < $day
MATCH (b)-[:ABOUT]->(p:Person)
RETURN a.display_name AS passed_by, b.kind AS kind, b.on_text AS day, b.acceptance AS acceptance
