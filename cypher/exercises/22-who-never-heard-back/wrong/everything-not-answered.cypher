// says: 'not due' is in it: feedback on feedback, or what nobody waits to hear about, or what is too recent. Ask for 'no record found'.
MATCH (a:Agency)-[:PASSED]->(b:Baton)
WHERE b.review_id = $review_id AND b.feedback <> 'matched'
RETURN a.display_name AS agency, count(b) AS batons
