// Which adults lived in a household of the child, and when?
MATCH (k:Person:Child)-[:LIVED_IN]->(h:Household)
MATCH (h)<-[s:LIVED_IN]-(p:Person:Adult)
WHERE k.review_id = $review_id AND k.index_child
RETURN DISTINCT p.display_name AS adult,
  h.display_name AS household,
  s.since_text AS since, s.until_text AS until
ORDER BY adult, household, since
