// says: Police and housing sent theirs as notifications. What a message is called says little of what is in it: leave the kind open.
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency)
WHERE b.review_id = $review_id AND t.sector = 'childrens_social_care' AND b.on_latest < $day AND b.kind = 'referral'
MATCH (b)-[:ABOUT]->(p:Person)
WHERE p.display_name = 'Tom Venner'
RETURN a.display_name AS passed_by, b.kind AS kind, b.on_text AS day, b.acceptance AS acceptance
