// Every contact that concerned Tilly, by day.
MATCH (c:Contact)-[w:CONCERNED]->(p:Person)
WHERE p.review_id = $review_id AND p.display_name = 'Tilly Hargrave'
RETURN c.on_text AS day, c.kind AS kind, w.seen AS seen
ORDER BY c.on_earliest
