OPTIONAL MATCH (p:Professional)
WHERE p.review_id = $review_id AND p.named
WITH count(p) AS named
OPTIONAL MATCH (w:WorkerChange)
WHERE w.review_id = $review_id
WITH named, count(w) AS changes
RETURN named > 0 OR changes > 0 AS answerable,
  'No entry in hand names the worker who wrote it, and none records a change of worker. Chronologies with the names or roles of the workers may tell.' AS missing
