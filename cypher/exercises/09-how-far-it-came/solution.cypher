MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:HAS_STAGE]->(s:Stage)
WHERE b.review_id = $review_id AND b.kind = 'referral' AND NOT b.carried_by_family
  AND s.how <> 'recorded not'
RETURN a.display_name AS passed_by, b.on_text AS day, count(s) AS stages
ORDER BY passed_by, day
