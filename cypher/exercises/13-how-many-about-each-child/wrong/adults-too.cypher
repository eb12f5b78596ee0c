// says: The adults are counted here as well. A Child is a label of its own: (k:Child).
MATCH (t:Agency)<-[:PASSED_TO]-(b:Baton)-[:ABOUT]->(k:Person)
WHERE b.review_id = $review_id AND t.sector = 'childrens_social_care' AND b.kind IN ['referral', 'notification']
RETURN k.display_name AS child, count(b) AS batons
