OPTIONAL MATCH (m:Milestone)
WHERE m.review_id = $review_id AND m.kind = 'unallocated'
WITH count(m) AS told
RETURN told > 0 AS answerable,
  'No row says that a case was without a worker, which proves nothing. Where a row tells of it in other words, give that row the event "unallocated".' AS missing
