MATCH (d:Deadline)
WHERE d.review_id = $review_id
  AND d.verdict <> 'not due'
  AND d.due_latest <= $as_of
RETURN count(d) AS denominator
