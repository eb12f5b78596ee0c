// says: LEFT_OUT is set only where a row itself says that somebody had no part. That nobody thought of them stands in no row: ask NOT EXISTS { MATCH (x)-[:COVERED]->(p) }.
MATCH (x:Assessment)-[:LEFT_OUT]->(p:Person)
WHERE x.review_id = $review_id
RETURN x.on_text AS day, p.display_name AS person
