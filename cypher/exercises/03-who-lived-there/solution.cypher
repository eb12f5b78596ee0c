MATCH (p:Person)-[s:LIVED_IN]->(h:Household)
WHERE p.review_id = $review_id
  AND s.since_latest <= $day AND (s.until_earliest IS NULL OR s.until_earliest > $day)
RETURN p.display_name AS person, h.display_name AS household
ORDER BY person
