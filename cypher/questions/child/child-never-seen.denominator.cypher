MATCH (k:Person:Child)-[:RECORDED_IN]->(e:Entry)
WHERE k.review_id = $review_id AND NOT k.group
  AND (e.on_earliest IS NULL OR e.on_earliest <= $as_of)
  AND (k.born_earliest IS NULL OR k.born_earliest <= $as_of)
  AND (k.born_earliest IS NOT NULL OR k.due_earliest IS NULL OR k.due_earliest <= $as_of)
RETURN count(DISTINCT k) AS denominator
