// says: sum adds all periods up, which comes to about the length of the review for everybody. The longest single one is max(n.days).
MATCH (k:Child)-[:NOT_SEEN_DURING]->(n:NotSeenPeriod)
WHERE k.review_id = $review_id
RETURN k.display_name AS child, sum(n.days) AS days
