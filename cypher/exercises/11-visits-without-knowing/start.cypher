// What the agencies that should have had such a baton did, at any time.
MATCH (b:Baton)-[:PASSED_TO]->(t:Agency)-[:MADE]->(c:Contact)
WHERE b.review_id = $review_id AND b.receipt = 'no record found'
RETURN t.display_name AS agency, count(DISTINCT c) AS contacts
ORDER BY agency
