// says: That is what all agencies had written down by that day, which is what we can read now. Hindsight: ask what could have come to this school, with COULD_KNOW and at_best.
MATCH (a:Agency)-[:KNEW]->(i:Information)
WHERE i.review_id = $review_id AND a.display_name <> $agency AND i.on_earliest <= $day
RETURN DISTINCT i.topic AS topic, a.display_name AS recorded_by, i.on_earliest AS recorded
