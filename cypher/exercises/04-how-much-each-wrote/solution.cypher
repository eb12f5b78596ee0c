MATCH (a:Agency)-[:WROTE]->(e:Entry)
WHERE a.review_id = $review_id
RETURN a.display_name AS agency, count(e) AS entries
ORDER BY agency
