// says: A baton of which it is recorded that it did not arrive has a stage 'received' without a day. It belongs to another question: add s.on_earliest IS NOT NULL.
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:HAS_STAGE]->(s:Stage)
WHERE b.review_id = $review_id AND s.stage = 'received'
RETURN a.display_name AS passed_by, b.on_text AS day, duration.inDays(b.on_earliest, s.on_earliest).days AS days
