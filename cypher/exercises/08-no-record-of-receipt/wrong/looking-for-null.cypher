// says: receipt is always set, so it is never null: what is not known stands there in words. Ask for b.receipt = 'no record found'.
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency)
WHERE b.review_id = $review_id AND b.receipt IS NULL
RETURN a.display_name AS passed_by, t.display_name AS passed_to, b.on_text AS day
