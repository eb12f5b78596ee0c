// Jonah's contacts after the move, one row each.
MATCH (a:Agency)-[:MADE]->(c:Contact)-[w:CONCERNED]->(p:Person)
WHERE p.review_id = $review_id AND p.display_name = 'Jonah Tallis' AND c.on_earliest > $day
RETURN c.on_text AS day, a.display_name AS agency, w.seen AS seen
ORDER BY c.on_earliest, agency
