// What was recorded of an adult, and by whom: put a name in place of Craig Bolland
MATCH about = (:Agency)-[:KNEW]->(i:Information)-[:ABOUT]->(p:Person)
WHERE p.review_id = $review_id AND p.display_name = 'Craig Bolland'
RETURN about
