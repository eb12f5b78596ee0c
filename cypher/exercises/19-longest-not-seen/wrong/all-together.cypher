// says: That is the longest of all, and does not say whose. Put the child's name beside max(n.days).
MATCH (k:Child)-[:NOT_SEEN_DURING]->(n:NotSeenPeriod)
WHERE k.review_id = $review_id
RETURN max(n.days) AS longest
