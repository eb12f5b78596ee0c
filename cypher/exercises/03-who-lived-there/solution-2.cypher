MATCH (p:Person)-[s:LIVED_IN]->(h:Household)
WHERE p.review_id = $review_id AND s.since_latest <= $day AND coalesce(s.until_earliest > $day, true)
RETURN p.display_name AS person, h.display_name AS household
