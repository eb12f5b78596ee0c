MATCH (:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(:Agency)
WHERE b.review_id = $review_id
  AND b.acknowledgement <> 'not due'
  AND NOT b.carried_by_family
  AND (b.on_earliest IS NULL OR b.on_earliest <= $as_of)
RETURN count(b) AS denominator
