MATCH (b:Baton)-[:PASSED_TO]->(:Agency)
WHERE b.review_id = $review_id
  AND b.receipt IN ['recorded', 'matched']
  AND b.action <> 'not due'
  AND b.kind <> 'agreed_action'
  AND (b.on_earliest IS NULL OR b.on_earliest <= $as_of)
RETURN count(b) AS denominator
