MATCH (a:Agency)-[:MADE]->(c:Contact)
WHERE c.review_id = $review_id AND c.on_earliest > $from_day AND c.on_latest < $to_day AND NOT c.missed
RETURN a.display_name AS agency, count(c) AS contacts
ORDER BY contacts DESC, agency
