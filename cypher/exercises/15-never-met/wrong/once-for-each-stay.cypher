// says: Each of them is there once for each child who stayed in the household. Ask for Jonah alone, and say DISTINCT.
MATCH (k:Child)-[:LIVED_IN]->(:Household)<-[:LIVED_IN]-(p:Adult)
WHERE k.review_id = $review_id
  AND NOT EXISTS {
    MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(p) WHERE a.works_with_child AND NOT c.missed
  }
RETURN p.display_name AS adult, p.role AS role
