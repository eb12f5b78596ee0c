// says: A stay that goes on has no end, so until_earliest is null there, and no comparison with null is ever true. Add: OR s.until_earliest IS NULL.
MATCH (p:Person)-[s:LIVED_IN]->(h:Household)
WHERE p.review_id = $review_id AND s.since_latest <= $day AND s.until_earliest > $day
RETURN p.display_name AS person, h.display_name AS household
