// says: These are all contacts that concerned Tilly. At many of them she was not seen, or nobody wrote whether she was: ask for w.seen = 'yes'.
MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(p:Person)
WHERE p.review_id = $review_id AND p.display_name = 'Tilly Hargrave'
RETURN c.on_text AS day, a.display_name AS agency
