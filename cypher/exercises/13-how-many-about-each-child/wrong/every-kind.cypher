// says: Answers, requests and handovers are counted here too. Keep to b.kind IN ['referral', 'notification'].
MATCH (t:Agency)<-[:PASSED_TO]-(b:Baton)-[:ABOUT]->(k:Child)
WHERE b.review_id = $review_id AND t.sector = 'childrens_social_care'
RETURN k.display_name AS child, count(b) AS batons
