// Everything passed to children's social care, by kind.
MATCH (b:Baton)-[:PASSED_TO]->(t:Agency)
WHERE b.review_id = $review_id AND t.sector = 'childrens_social_care'
RETURN b.kind AS kind, count(b) AS batons
ORDER BY kind
