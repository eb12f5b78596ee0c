// says: These people lived there at some time. Somebody had moved out before $day: look at since and until of the relationship.
MATCH (p:Person)-[s:LIVED_IN]->(h:Household)
WHERE p.review_id = $review_id
RETURN p.display_name AS person, h.display_name AS household
