MATCH (k:Child)-[:NOT_SEEN_DURING]->(n:NotSeenPeriod)
WHERE k.review_id = $review_id
RETURN k.display_name AS child, max(n.days) AS longest
ORDER BY longest DESC, child
