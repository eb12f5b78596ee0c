MATCH (k:Person:Child)-[:RECORDED_IN]->(:Entry)
WHERE k.review_id = $review_id AND NOT k.group
RETURN count(DISTINCT k) AS denominator
