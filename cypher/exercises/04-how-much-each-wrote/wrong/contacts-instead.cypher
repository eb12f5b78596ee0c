// says: These are contacts (MADE), not rows. A row may tell of a message, an assessment or nothing but a note, and is an Entry all the same.
MATCH (a:Agency)-[:MADE]->(c:Contact)
WHERE a.review_id = $review_id
RETURN a.display_name AS agency, count(c) AS entries
