MATCH (w:WorkerChange)
WHERE w.review_id = $review_id
  AND w.on_latest <= $as_of
RETURN count(w) AS denominator
