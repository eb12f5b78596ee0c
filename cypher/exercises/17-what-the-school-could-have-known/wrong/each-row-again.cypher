// says: The rows are right, but what was written in two rows of a chronology comes twice. Say RETURN DISTINCT.
MATCH (a:Agency)-[:KNEW]->(i:Information)<-[k:COULD_KNOW]-(s:Agency)
WHERE s.review_id = $review_id AND s.display_name = $agency AND k.at_best <= $day
RETURN i.topic AS topic, a.display_name AS recorded_by, k.at_best AS could_have_come
