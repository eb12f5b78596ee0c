// says: These are the agencies that were asked. Who waited is the one that PASSED it. Mind the difference when you speak of it: no record was found is not that nobody rang.
MATCH (b:Baton)-[:PASSED_TO]->(a:Agency)
WHERE b.review_id = $review_id AND b.feedback = 'no record found'
RETURN a.display_name AS agency, count(b) AS batons
