// says: You asked whether any child was seen (c.child_seen), so a day on which only his sister was there may be among these. Whether Jonah was seen stands on CONCERNED to him.
MATCH (a:Agency)-[:MADE]->(c:Contact)
WHERE a.review_id = $review_id AND c.child_seen = 'yes' AND c.on_earliest > $day
RETURN a.display_name AS agency, min(c.on_earliest) AS first_seen
