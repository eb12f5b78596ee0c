// says: These counts hold the doors that stayed shut and the appointments that nobody came to. Leave them out: NOT c.missed.
MATCH (a:Agency)-[:MADE]->(c:Contact)
WHERE c.review_id = $review_id AND c.on_earliest > $from_day AND c.on_latest < $to_day
RETURN a.display_name AS agency, count(c) AS contacts
