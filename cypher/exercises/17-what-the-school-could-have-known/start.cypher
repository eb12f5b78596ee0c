// What others recorded, and the first day on which it could have come to the school, whenever that was.
MATCH (i:Information)<-[k:COULD_KNOW]-(s:Agency)
WHERE s.review_id = $review_id AND s.display_name = $agency
RETURN DISTINCT i.topic AS topic, i.on_text AS recorded, k.at_best AS could_have_come
ORDER BY could_have_come, topic, recorded
