MATCH (k:Child)-[:LIVED_IN]->(:Household)<-[:LIVED_IN]-(p:Adult)
WHERE k.review_id = $review_id AND k.display_name = 'Jonah Tallis'
  AND NOT EXISTS {
    MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(p) WHERE a.works_with_child AND NOT c.missed
  }
RETURN DISTINCT p.display_name AS adult, p.role AS role
ORDER BY adult
