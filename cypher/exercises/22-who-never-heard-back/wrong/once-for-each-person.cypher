// says: You counted a baton once for each person it is about, because the pattern goes on to ABOUT. Leave the people out, or say count(DISTINCT b).
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:ABOUT]->(p:Person)
WHERE b.review_id = $review_id AND b.feedback = 'no record found'
RETURN a.display_name AS agency, count(b) AS batons
