// says: These are the last days on which each saw him. The first is the least: min instead of max.
MATCH (a:Agency)-[:MADE]->(c:Contact)-[w:CONCERNED]->(p:Person)
WHERE p.review_id = $review_id AND p.display_name = 'Jonah Tallis' AND w.seen = 'yes' AND c.on_earliest > $day
RETURN a.display_name AS agency, max(c.on_earliest) AS first_seen
