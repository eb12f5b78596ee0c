MATCH (t:Meeting)
WHERE t.review_id = $review_id AND t.on_earliest IS NOT NULL AND t.on_earliest <= $as_of
RETURN count(t) AS denominator
