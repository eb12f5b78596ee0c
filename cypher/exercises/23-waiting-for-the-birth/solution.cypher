MATCH (x:Assessment)-[:COVERED]->(k:Child)<-[:ABOUT]-(b:Baton)-[:PASSED_TO]->(t:Agency)
WHERE x.review_id = $review_id AND x.kind = 'pre_birth_assessment' AND k.display_name = 'Isla Venner'
  AND t.sector = 'childrens_social_care' AND b.on_latest < x.on_earliest
MATCH (a:Agency)-[:PASSED]->(b)
RETURN a.display_name AS passed_by, b.kind AS kind, b.on_text AS day,
  duration.inDays(b.on_earliest, x.on_earliest).days AS days
ORDER BY b.on_earliest, passed_by
