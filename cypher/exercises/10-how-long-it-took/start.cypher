// The day on which each baton was received, where that is known.
MATCH (b:Baton)-[:HAS_STAGE]->(s:Stage)
WHERE b.review_id = $review_id AND s.stage = 'received'
RETURN b.on_text AS passed, s.on_text AS received
ORDER BY b.on_earliest, b.baton_id
