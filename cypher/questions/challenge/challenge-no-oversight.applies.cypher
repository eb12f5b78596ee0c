OPTIONAL MATCH (a:Agency)-[:CARRIED_OUT]->(m)
WHERE a.review_id = $review_id AND a.sector IN split($sectors, ' ')
  AND ((m.milestone_id IS NOT NULL AND m.kind IN ['decision', 'case_closure'])
    OR (m.assessment_id IS NOT NULL AND m.completed_earliest IS NOT NULL))
WITH count(m) AS decided
RETURN decided > 0 AS answerable,
  'No decision, closure or completed assessment of an agency that holds cases is recorded in the chronologies in hand. Records of supervision and of managers’ decisions, kept apart from the case notes, may be worth asking for.' AS missing
