MATCH (:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(:Agency)
WHERE b.review_id = $review_id AND NOT b.carried_by_family
MATCH (b)-[:HAS_STAGE]->(s:Stage)
WHERE s.stage = 'declined'
WITH b, coalesce(s.on_latest, b.on_latest) AS last_no
WHERE last_no IS NULL OR last_no + duration({days: $days}) <= $as_of
RETURN count(DISTINCT b) AS denominator
