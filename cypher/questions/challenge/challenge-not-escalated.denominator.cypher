MATCH (a:Agency)-[:CARRIED_OUT]->(m:Milestone)
WHERE m.review_id = $review_id AND m.kind = 'disagreement'
  AND m.on_latest + duration({days: $days}) <= $as_of
RETURN count(m) AS denominator
