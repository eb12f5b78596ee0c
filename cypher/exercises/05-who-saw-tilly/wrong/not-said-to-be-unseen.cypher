// says: A contact where nobody wrote whether she was seen ('unknown') is not one at which she was seen. Ask for w.seen = 'yes', not for w.seen <> 'no'.
MATCH (a:Agency)-[:MADE]->(c:Contact)-[w:CONCERNED]->(p:Person)
WHERE p.review_id = $review_id AND p.display_name = 'Tilly Hargrave' AND w.seen <> 'no'
RETURN c.on_text AS day, a.display_name AS agency
