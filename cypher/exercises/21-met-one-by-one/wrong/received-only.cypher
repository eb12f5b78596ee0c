// says: One is missing: what housing sent left no trace at social care. It was passed all the same, and for how often somebody tried it counts.
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency)
WHERE b.review_id = $review_id AND t.sector = 'childrens_social_care' AND b.on_latest < $day AND b.receipt = 'matched'
MATCH (b)-[:ABOUT]->(p:Person)
WHERE p.display_name = 'Tom Venner'
RETURN a.display_name AS passed_by, b.kind AS kind, b.on_text AS day, b.acceptance AS acceptance
