MATCH (:Agency)-[:CARRIED_OUT]->(s:Assessment)-[:COVERED]->(:Person:Child)
WHERE s.review_id = $review_id AND s.on_earliest IS NOT NULL AND s.on_earliest <= $as_of
RETURN count(DISTINCT s) AS denominator
