// says: You counted a stage of which a row says that it did not happen: a message that came back, or one that nobody took on. Leave out the stages whose how is 'recorded not'.
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:HAS_STAGE]->(s:Stage)
WHERE b.review_id = $review_id AND b.kind = 'referral' AND NOT b.carried_by_family
RETURN a.display_name AS passed_by, b.on_text AS day, count(s) AS stages
