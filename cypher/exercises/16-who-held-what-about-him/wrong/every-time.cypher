// says: Each row says so, but a topic that an agency wrote down more than once is there more than once. Only the first day is asked for: min(i.on_earliest).
MATCH (a:Agency)-[:KNEW]->(i:Information)-[:ABOUT]->(p:Person)
WHERE i.review_id = $review_id AND p.display_name = 'Gavin Prout'
RETURN a.display_name AS agency, i.topic AS topic, i.on_earliest AS recorded
