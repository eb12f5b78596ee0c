// says: Everything whose receipt is not 'matched' is here: also what was left to the family and what came back to its sender. Those are other questions. Ask for b.receipt = 'no record found'.
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency)
WHERE b.review_id = $review_id AND b.receipt <> 'matched'
RETURN a.display_name AS passed_by, t.display_name AS passed_to, b.on_text AS day
