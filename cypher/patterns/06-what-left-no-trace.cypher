// What left no trace at a receiver whose records are in hand?
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(c:Agency)
WHERE b.review_id = $review_id
  AND b.passed AND b.receipt = 'no record found'
RETURN a.display_name AS sender, b.kind AS kind,
  c.display_name AS receiver, b.on_text AS passed
ORDER BY b.on_earliest, b.baton_id
