MATCH (a:Agency)-[:CARRIED_OUT]->(m:Milestone)
WHERE m.review_id = $review_id AND m.kind = 'move'
  AND (m.on_earliest IS NULL OR m.on_earliest <= $as_of)
RETURN count(m) AS denominator
