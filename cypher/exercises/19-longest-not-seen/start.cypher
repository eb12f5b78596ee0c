// How many such periods there are for each child.
MATCH (k:Child)-[:NOT_SEEN_DURING]->(n:NotSeenPeriod)
WHERE k.review_id = $review_id
RETURN k.display_name AS child, count(n) AS periods
ORDER BY child
