// says: min(c.on_text) gives what comes first by its letters: “18 November” before “4 February”. A day is c.on_earliest: min(c.on_earliest).
MATCH (a:Agency)-[:MADE]->(c:Contact)-[w:CONCERNED]->(p:Person)
WHERE p.review_id = $review_id AND p.display_name = 'Jonah Tallis' AND w.seen = 'yes' AND c.on_earliest > $day
RETURN a.display_name AS agency, min(c.on_text) AS first_seen
