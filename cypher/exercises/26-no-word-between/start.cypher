// What passed between agencies, counted.
MATCH (a:Agency)-[:PASSED]->(x:Baton)-[:PASSED_TO]->(b:Agency)
WHERE x.review_id = $review_id
RETURN a.display_name AS passed_by, b.display_name AS passed_to, count(x) AS batons
ORDER BY passed_by, passed_to
