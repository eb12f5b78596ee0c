// The stages of every referral, one row a stage.
MATCH (b:Baton)-[:HAS_STAGE]->(s:Stage)
WHERE b.review_id = $review_id AND b.kind = 'referral'
RETURN b.on_text AS baton, s.stage AS stage, s.how AS how
ORDER BY b.on_earliest, b.baton_id, s.position
