// says: One of these was never sent: the mother was asked to take it up herself. Leave it out with NOT b.carried_by_family; the agencies' own referrals are asked for here.
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:HAS_STAGE]->(s:Stage)
WHERE b.review_id = $review_id AND b.kind = 'referral' AND s.how <> 'recorded not'
RETURN a.display_name AS passed_by, b.on_text AS day, count(s) AS stages
