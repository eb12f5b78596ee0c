MATCH (a:Agency)-[:CARRIED_OUT]->(m)-[:RECORDED_IN]->(e:Entry)
WHERE a.review_id = $review_id AND a.sector IN split($sectors, ' ')
  AND ((m.milestone_id IS NOT NULL AND m.kind IN ['decision', 'case_closure'] AND m.on_latest + duration({days: $days}) <= $as_of)
    OR (m.assessment_id IS NOT NULL AND m.completed_latest + duration({days: $days}) <= $as_of))
RETURN count(DISTINCT e.entry_id) AS denominator
