MATCH (service:Agency)-[:CARRIED_OUT]->(m:Milestone)-[:ABOUT]->(p:Person)
WHERE m.review_id = $review_id AND m.kind = 'case_closure' AND m.on_non_attendance
  AND m.on_latest + duration({days: $days}) <= $as_of
RETURN count(DISTINCT m.milestone_id) AS denominator
