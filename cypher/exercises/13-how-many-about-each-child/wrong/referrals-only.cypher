// says: These are the referrals. A notification tells children's social care of a child as well: take both kinds.
MATCH (t:Agency)<-[:PASSED_TO]-(b:Baton)-[:ABOUT]->(k:Child)
WHERE b.review_id = $review_id AND t.sector = 'childrens_social_care' AND b.kind = 'referral'
RETURN k.display_name AS child, count(b) AS batons
