// says: One adult is missing: police and housing met him, but neither works with the child. Add a.works_with_child inside the braces.
MATCH (k:Child)-[:LIVED_IN]->(:Household)<-[:LIVED_IN]-(p:Adult)
WHERE k.review_id = $review_id AND k.display_name = 'Jonah Tallis'
  AND NOT EXISTS { MATCH (:Agency)-[:MADE]->(:Contact)-[:CONCERNED]->(p) }
RETURN DISTINCT p.display_name AS adult, p.role AS role
