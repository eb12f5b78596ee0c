// How far did each baton come, stage by stage?
MATCH (b:Baton)-[:HAS_STAGE]->(s:Stage)
WHERE b.review_id = $review_id
WITH b, s ORDER BY s.position, s.stage_id
WITH b, collect(s.stage + ': ' + s.how) AS stages
RETURN b.what AS baton, b.on_text AS passed, stages
ORDER BY b.on_earliest, b.baton_id
