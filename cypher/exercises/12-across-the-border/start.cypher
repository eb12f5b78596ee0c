// What was passed by agencies of the old area, to anybody.
MATCH (a:Agency)-[r:REFERRED_TO]->(b:Agency)
WHERE a.review_id = $review_id AND a.area = $from_area
RETURN b.display_name AS passed_to, count(r) AS times
ORDER BY passed_to
