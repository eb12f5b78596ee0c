// says: You counted a stage once for each person whom the baton is about, because the pattern goes on to ABOUT. Leave the people out, or say count(DISTINCT s).
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:HAS_STAGE]->(s:Stage)
MATCH (b)-[:ABOUT]->(p:Person)
WHERE b.review_id = $review_id AND b.kind = 'referral' AND NOT b.carried_by_family
  AND s.how <> 'recorded not'
RETURN a.display_name AS passed_by, b.on_text AS day, count(s) AS stages
