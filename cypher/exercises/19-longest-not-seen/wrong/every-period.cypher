// says: Those are all the periods. Only the longest for each child is asked for: max(n.days).
MATCH (k:Child)-[:NOT_SEEN_DURING]->(n:NotSeenPeriod)
WHERE k.review_id = $review_id
RETURN k.display_name AS child, n.days AS days
