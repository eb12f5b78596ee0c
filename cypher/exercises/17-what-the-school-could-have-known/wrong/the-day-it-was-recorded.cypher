// says: The rows are right, but for the day: that is when the police wrote it down. When it could have come to the school stands on COULD_KNOW: k.at_best.
MATCH (a:Agency)-[:KNEW]->(i:Information)<-[k:COULD_KNOW]-(s:Agency)
WHERE s.review_id = $review_id AND s.display_name = $agency AND k.at_best <= $day
RETURN DISTINCT i.topic AS topic, a.display_name AS recorded_by, i.on_earliest AS recorded
