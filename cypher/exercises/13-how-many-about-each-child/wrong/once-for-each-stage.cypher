// says: You counted a baton once for each of its stages, because the pattern goes on to HAS_STAGE. Leave the stages out, or say count(DISTINCT b).
MATCH (t:Agency)<-[:PASSED_TO]-(b:Baton)-[:ABOUT]->(k:Child)
MATCH (b)-[:HAS_STAGE]->(s:Stage)
WHERE b.review_id = $review_id AND t.sector = 'childrens_social_care' AND b.kind IN ['referral', 'notification']
RETURN k.display_name AS child, count(s) AS batons
