// Batons of which no record of receipt was found, whom they were about, and their rows
MATCH passed = (:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(:Agency)
WHERE b.review_id = $review_id AND b.receipt = 'no record found'
OPTIONAL MATCH about = (b)-[:ABOUT]->(:Person)
OPTIONAL MATCH behind = (b)-[:RECORDED_IN]->(:Entry)
RETURN passed, about, behind
