// says: You counted an entry once for each person it names, because the pattern goes on to the people. Leave them out of MATCH, or say count(DISTINCT e).
MATCH (a:Agency)-[:WROTE]->(e:Entry)<-[:RECORDED_IN]-(p:Person)
WHERE a.review_id = $review_id
RETURN a.display_name AS agency, count(e) AS entries
