OPTIONAL MATCH (m:Milestone)
WHERE m.review_id = $review_id AND m.kind = 'unallocated'
WITH count(m) AS told
RETURN told > 0 AS answerable,
  'No entry in hand says in words that were understood that a case was without a worker, which proves nothing. An agency’s records of allocation may tell.' AS missing
