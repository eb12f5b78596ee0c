// says: The two days themselves are in it, and on those Kit was seen. Between is > and <, not >= and <=.
MATCH (a:Agency)-[:MADE]->(c:Contact)
WHERE c.review_id = $review_id AND c.on_earliest >= $from_day AND c.on_latest <= $to_day AND NOT c.missed
RETURN a.display_name AS agency, count(c) AS contacts
