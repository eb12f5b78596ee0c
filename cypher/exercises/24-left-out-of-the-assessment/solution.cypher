MATCH (x:Assessment)-[:COVERED]->(m:Person)-[:LIVED_IN]->(:Household)<-[s:LIVED_IN]-(p:Person)
WHERE x.review_id = $review_id AND m.display_name = 'Shelley Venner'
  AND s.since_latest <= x.on_earliest
  AND NOT EXISTS { MATCH (x)-[:COVERED]->(p) }
RETURN x.on_text AS day, p.display_name AS person
ORDER BY x.on_earliest, person
