// says: As recorded, nothing of the others' information came to the school: the one letter it was sent says no more than that the case was closed. Here we ask for more: what could have come at best.
MATCH (a:Agency)-[:KNEW]->(i:Information)<-[k:COULD_KNOW]-(s:Agency)
WHERE s.review_id = $review_id AND s.display_name = $agency AND k.as_recorded <= $day
RETURN DISTINCT i.topic AS topic, a.display_name AS recorded_by, k.as_recorded AS came
