// Who made contacts that concerned Tilly, and how many.
MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(p:Person)
WHERE p.review_id = $review_id AND p.display_name = 'Tilly Hargrave'
RETURN a.display_name AS agency, count(c) AS contacts
ORDER BY agency
