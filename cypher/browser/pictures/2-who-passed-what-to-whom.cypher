// Who passed what to whom: every baton between its agencies
MATCH passed = (:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(:Agency)
WHERE b.review_id = $review_id
RETURN passed
