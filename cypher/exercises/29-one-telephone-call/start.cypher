// The batons in question.
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency)
WHERE b.review_id = $review_id AND b.receipt IN ['no record found', 'recorded not']
RETURN a.display_name AS passed_by, t.display_name AS passed_to, b.on_text AS day
ORDER BY b.on_earliest, passed_by
