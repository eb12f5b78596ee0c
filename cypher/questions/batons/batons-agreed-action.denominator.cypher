MATCH (b:Baton)
WHERE b.review_id = $review_id AND b.kind = 'agreed_action' AND b.passed
  AND (b.on_earliest IS NULL OR b.on_earliest <= $as_of)
RETURN count(b) AS denominator
