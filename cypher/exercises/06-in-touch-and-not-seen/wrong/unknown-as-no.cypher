// says: You took 'unknown' for 'no'. Where nobody wrote whether she was seen we cannot tell; ask for w.seen = 'no'.
MATCH (a:Agency)-[:MADE]->(c:Contact)-[w:CONCERNED]->(p:Person)
WHERE p.review_id = $review_id AND p.display_name = 'Tilly Hargrave' AND w.seen <> 'yes'
RETURN c.on_text AS day, a.display_name AS agency, c.kind AS kind
