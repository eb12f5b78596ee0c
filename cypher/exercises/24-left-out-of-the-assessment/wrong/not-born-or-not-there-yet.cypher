// says: Whoever came later is in it, even a baby for an assessment half a year before her birth. Ask that the stay had begun: s.since_latest <= x.on_earliest.
MATCH (x:Assessment)-[:COVERED]->(m:Person)-[:LIVED_IN]->(:Household)<-[s:LIVED_IN]-(p:Person)
WHERE x.review_id = $review_id AND m.display_name = 'Shelley Venner'
  AND NOT EXISTS { MATCH (x)-[:COVERED]->(p) }
RETURN x.on_text AS day, p.display_name AS person
