OPTIONAL MATCH (a:Agency)-[:CARRIED_OUT]->(m)
WHERE a.review_id = $review_id AND a.sector IN split($sectors, ' ')
  AND ((m.milestone_id IS NOT NULL AND m.kind IN ['decision', 'case_closure'])
    OR (m.assessment_id IS NOT NULL AND m.completed_earliest IS NOT NULL))
WITH count(m) AS decided
RETURN decided > 0 AS answerable,
  'No decision, closure or completed assessment of an agency that holds cases is recorded: add rows of kind "decision", "case closure" or "assessment" (with the day it was completed), and rows of kind "supervision".' AS missing
