// One row an entry: which agency wrote it, and when it happened.
MATCH (a:Agency)-[:WROTE]->(e:Entry)
WHERE a.review_id = $review_id
RETURN a.display_name AS agency, e.on_text AS day
ORDER BY e.on_earliest, agency
