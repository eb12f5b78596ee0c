MATCH (a:Agency)-[:CARRIED_OUT]->(m)-[:RECORDED_IN]->(e:Entry)
WHERE a.review_id = $review_id AND a.sector IN split($sectors, ' ')
  AND ((m.milestone_id IS NOT NULL AND m.kind IN ['decision', 'case_closure'] AND m.on_latest + duration({days: $days}) <= $as_of)
    OR (m.assessment_id IS NOT NULL AND m.completed_latest + duration({days: $days}) <= $as_of))
OPTIONAL MATCH (m)-[:ABOUT]->(p:Person)
WITH a, m, e, p ORDER BY m.on_earliest, e.entry_id, p.person_id
WITH a, e, min(m.on_earliest) AS first_day, max(m.on_latest) AS last_day, min(CASE m.kind WHEN 'case_closure' THEN 1 ELSE 0 END) AS closes, collect(DISTINCT p.person_id) AS person_ids
ORDER BY a.agency_id, first_day, e.entry_id
WITH a, collect({entry_id: e.entry_id, first: first_day, last: last_day, closes: closes, person_ids: person_ids}) AS decided
WITH size([x IN decided WHERE x.closes = 0 OR none(y IN decided WHERE y.closes = 1
    AND (y.first < x.first OR (y.first = x.first AND y.entry_id < x.entry_id)) AND x.first <= y.last + duration({days: $same_closure})
    AND any(id IN y.person_ids WHERE id IN x.person_ids))]) AS steps
RETURN coalesce(sum(steps), 0) AS denominator
