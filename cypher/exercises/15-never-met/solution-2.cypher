MATCH (k:Child)-[:LIVED_IN]->(:Household)<-[:LIVED_IN]-(p:Adult)
WHERE k.review_id = $review_id AND k.display_name = 'Jonah Tallis'
OPTIONAL MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(p)
WITH p, sum(CASE WHEN a.works_with_child AND NOT c.missed THEN 1 ELSE 0 END) AS met
WHERE met = 0
RETURN p.display_name AS adult, p.role AS role
ORDER BY adult
