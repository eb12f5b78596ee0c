// says: Some of these days lie before the move, in the other town. Ask for c.on_earliest > $day.
MATCH (a:Agency)-[:MADE]->(c:Contact)-[w:CONCERNED]->(p:Person)
WHERE p.review_id = $review_id AND p.display_name = 'Jonah Tallis' AND w.seen = 'yes'
RETURN a.display_name AS agency, min(c.on_earliest) AS first_seen
