MATCH (a:Agency)-[:MADE]->(c:Contact)-[w:CONCERNED]->(p:Person)
WHERE p.review_id = $review_id AND p.display_name = 'Jonah Tallis' AND w.seen = 'yes' AND c.on_earliest > $day
RETURN a.display_name AS agency, min(c.on_earliest) AS first_seen
ORDER BY first_seen, agency
