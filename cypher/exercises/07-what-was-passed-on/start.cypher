// How often each agency passed something on.
MATCH (a:Agency)-[r:REFERRED_TO]->(b:Agency)
WHERE a.review_id = $review_id
RETURN a.display_name AS passed_by, count(r) AS times
ORDER BY passed_by
