// says: That is the baby alone. A review has one index child; the family has three children, and the longest time is not the baby's.
MATCH (k:Child)-[:NOT_SEEN_DURING]->(n:NotSeenPeriod)
WHERE k.review_id = $review_id AND k.index_child
RETURN k.display_name AS child, max(n.days) AS longest
