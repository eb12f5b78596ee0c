// says: max gives the last day on which each wrote it down. How long something was held is counted from the first: min.
MATCH (a:Agency)-[:KNEW]->(i:Information)-[:ABOUT]->(p:Person)
WHERE i.review_id = $review_id AND p.display_name = 'Gavin Prout'
RETURN a.display_name AS agency, i.topic AS topic, max(i.on_earliest) AS last_recorded
