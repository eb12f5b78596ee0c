// Each assessment and whom it covered.
MATCH (x:Assessment)-[:COVERED]->(p:Person)
WHERE x.review_id = $review_id
RETURN x.on_text AS day, x.kind AS kind, p.display_name AS covered
ORDER BY x.on_earliest, covered
