// Every assessment and the children it covered.
MATCH (x:Assessment)-[:COVERED]->(k:Child)
WHERE x.review_id = $review_id
RETURN x.kind AS kind, x.on_text AS begun, k.display_name AS child
ORDER BY x.on_earliest, child
