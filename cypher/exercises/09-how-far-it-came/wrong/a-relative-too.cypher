// says: One of these the father passed himself, by ringing: a Person can have PASSED a baton too. Here we ask for the agencies': (a:Agency)-[:PASSED]->.
MATCH (a)-[:PASSED]->(b:Baton)-[:HAS_STAGE]->(s:Stage)
WHERE b.review_id = $review_id AND b.kind = 'referral' AND NOT b.carried_by_family AND s.how <> 'recorded not'
RETURN a.display_name AS passed_by, b.on_text AS day, count(s) AS stages
