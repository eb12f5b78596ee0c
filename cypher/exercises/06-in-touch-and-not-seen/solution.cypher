MATCH (a:Agency)-[:MADE]->(c:Contact)-[w:CONCERNED]->(p:Person)
WHERE p.review_id = $review_id AND p.display_name = 'Tilly Hargrave' AND w.seen = 'no'
RETURN c.on_text AS day, a.display_name AS agency, c.kind AS kind
ORDER BY c.on_earliest, agency
