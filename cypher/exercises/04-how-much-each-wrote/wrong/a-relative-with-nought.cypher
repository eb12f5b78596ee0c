// says: One of these is a relative who told an agency something: no agency, so there are no rows to count. Keep those where stands_for_agency is true, or begin with MATCH (a:Agency)-[:WROTE]->(e:Entry).
MATCH (a:Agency)
WHERE a.review_id = $review_id
OPTIONAL MATCH (a)-[:WROTE]->(e:Entry)
RETURN a.display_name AS agency, count(e) AS entries
