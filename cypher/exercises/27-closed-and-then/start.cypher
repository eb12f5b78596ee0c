// Every closure, by anybody.
MATCH (t:Agency)-[:CARRIED_OUT]->(m:Milestone)
WHERE m.review_id = $review_id AND m.kind = 'case_closure'
RETURN t.display_name AS agency, m.on_text AS closed
ORDER BY m.on_earliest, agency
