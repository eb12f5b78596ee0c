// Everybody's stays, with the day each began, as far as it is known.
MATCH (p:Person)-[s:LIVED_IN]->(h:Household)
WHERE p.review_id = $review_id
RETURN p.display_name AS person, h.display_name AS household, s.since_text AS since
ORDER BY person
