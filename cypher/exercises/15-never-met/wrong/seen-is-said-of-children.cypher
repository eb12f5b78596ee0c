// says: seen is what a row says of a child; of an adult it is nearly always 'unknown'. Whether an adult was met is told by the contact: NOT c.missed.
MATCH (k:Child)-[:LIVED_IN]->(:Household)<-[:LIVED_IN]-(p:Adult)
WHERE k.review_id = $review_id AND k.display_name = 'Jonah Tallis'
  AND NOT EXISTS {
    MATCH (a:Agency)-[:MADE]->(:Contact)-[w:CONCERNED]->(p) WHERE a.works_with_child AND w.seen = 'yes'
  }
RETURN DISTINCT p.display_name AS adult, p.role AS role
