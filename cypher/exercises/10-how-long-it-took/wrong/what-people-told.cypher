// says: Two of these were told by people, the father and Owen, and were received as they were said. Here we ask for what agencies passed: (a:Agency)-[:PASSED]->.
MATCH (a)-[:PASSED]->(b:Baton)-[:HAS_STAGE]->(s:Stage)
WHERE b.review_id = $review_id AND s.stage = 'received' AND s.on_earliest IS NOT NULL
RETURN a.display_name AS passed_by, b.on_text AS day, duration.inDays(b.on_earliest, s.on_earliest).days AS days
