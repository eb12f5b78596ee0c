// says: One of these was left to the mother to take up, so no arrival was to be looked for. That a stage is not there does not say why; b.receipt does. Ask for b.receipt = 'no record found'.
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency)
WHERE b.review_id = $review_id AND NOT EXISTS { MATCH (b)-[:HAS_STAGE]->(s:Stage) WHERE s.stage = 'received' }
RETURN a.display_name AS passed_by, t.display_name AS passed_to, b.on_text AS day
