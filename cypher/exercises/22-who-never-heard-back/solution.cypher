MATCH (a:Agency)-[:PASSED]->(b:Baton)
WHERE b.review_id = $review_id AND b.feedback = 'no record found'
RETURN a.display_name AS agency, count(b) AS batons
ORDER BY batons DESC, agency
