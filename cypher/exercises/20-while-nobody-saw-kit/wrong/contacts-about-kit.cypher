// says: Those are the contacts that concerned Kit, and all of them were missed or he was not seen. We ask who was in touch with anybody of the family.
MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(p:Person)
WHERE c.review_id = $review_id AND p.display_name = 'Kit Venner' AND c.on_earliest > $from_day AND c.on_latest < $to_day
RETURN a.display_name AS agency, count(c) AS contacts
