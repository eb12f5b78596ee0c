// says: These are the contacts that did not take place (missed). There is one that did, on the telephone, at which she was not seen either: ask for w.seen = 'no'.
MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(p:Person)
WHERE p.review_id = $review_id AND p.display_name = 'Tilly Hargrave' AND c.missed
RETURN c.on_text AS day, a.display_name AS agency, c.kind AS kind
