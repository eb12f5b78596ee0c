MATCH (t:Agency)<-[:PASSED_TO]-(b:Baton)-[:ABOUT]->(k:Child)
WHERE b.review_id = $review_id AND t.sector = 'childrens_social_care' AND b.kind IN ['referral', 'notification']
RETURN k.display_name AS child, count(b) AS batons
ORDER BY child
