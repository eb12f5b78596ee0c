// says: You asked whether a child was seen (c.child_seen) at any contact, so her brother's days are here too. Whether Tilly was seen stands on the relationship CONCERNED to her.
MATCH (a:Agency)-[:MADE]->(c:Contact)
WHERE a.review_id = $review_id AND c.child_seen = 'yes'
RETURN c.on_text AS day, a.display_name AS agency
