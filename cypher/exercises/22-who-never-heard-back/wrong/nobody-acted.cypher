// says: That is whether anything was done (action), not whether the sender heard of it (feedback). Something was done about some of these, and the sender did not know.
MATCH (a:Agency)-[:PASSED]->(b:Baton)
WHERE b.review_id = $review_id AND b.action IN ['no record found', 'recorded not']
RETURN a.display_name AS agency, count(b) AS batons
