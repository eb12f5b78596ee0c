// Whom did no agency working with the child record meeting?
MATCH (p:Person:Adult)
WHERE p.review_id = $review_id AND NOT EXISTS {
  MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(p)
  WHERE a.works_with_child AND NOT c.missed }
RETURN p.display_name AS adult, p.role AS role
ORDER BY adult
