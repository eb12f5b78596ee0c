MATCH (a:Agency)-[:MADE]->(c:Contact)-[w:CONCERNED]->(p:Person)
WHERE p.review_id = $review_id AND p.display_name = 'Tilly Hargrave' AND w.seen = 'yes'
RETURN c.on_earliest AS day, a.display_name AS agency
ORDER BY day, agency
