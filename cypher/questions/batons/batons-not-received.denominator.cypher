MATCH (b:Baton)
WHERE b.review_id = $review_id
  AND NOT b.carried_by_family
  AND b.receipt <> 'not due'
  AND (b.receipt = 'recorded not' OR EXISTS { MATCH (b)-[:PASSED_TO]->(:Agency) })
  AND (b.on_earliest IS NULL OR b.on_earliest <= $as_of)
RETURN count(b) AS denominator
