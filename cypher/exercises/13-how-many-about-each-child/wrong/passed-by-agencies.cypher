// says: One message about each child is missing: their grandmother rang social care herself. Who passed it is not asked, so leave (a:Agency)-[:PASSED]-> out.
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency)
WHERE b.review_id = $review_id AND t.sector = 'childrens_social_care' AND b.kind IN ['referral', 'notification']
MATCH (b)-[:ABOUT]->(k:Child)
RETURN k.display_name AS child, count(b) AS batons
