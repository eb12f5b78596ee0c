// says: One of these is only possible: Mr Cobb's stay is dated May 2011, which may be after the 27th. For certain, ask since_latest; then say the other as a possibility, in words of its own.
MATCH (x:Assessment)-[:COVERED]->(m:Person)-[:LIVED_IN]->(:Household)<-[s:LIVED_IN]-(p:Person)
WHERE x.review_id = $review_id AND m.display_name = 'Shelley Venner'
  AND s.since_earliest <= x.on_earliest
  AND NOT EXISTS { MATCH (x)-[:COVERED]->(p) }
RETURN x.on_text AS day, p.display_name AS person
