// Every contact of that time.
MATCH (a:Agency)-[:MADE]->(c:Contact)
WHERE c.review_id = $review_id AND c.on_earliest > $from_day AND c.on_latest < $to_day
RETURN a.display_name AS agency, c.on_text AS day, c.kind AS kind, c.missed AS missed
ORDER BY c.on_earliest, c.contact_id
