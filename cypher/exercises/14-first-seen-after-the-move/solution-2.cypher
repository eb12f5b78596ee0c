MATCH (a:Agency)-[:MADE]->(c:Contact)-[w:CONCERNED]->(p:Person)
WHERE p.review_id = $review_id AND p.display_name = 'Jonah Tallis' AND w.seen = 'yes' AND c.on_earliest > $day
WITH a, c ORDER BY c.on_earliest
WITH a, collect(c.on_text) AS days
RETURN a.display_name AS agency, days[0] AS first_seen
ORDER BY agency
