MATCH (h:Agency)-[:KNEW]->(i:Information)-[:ABOUT]->(p:Person:Adult)
WHERE h.review_id = $review_id AND NOT p.group AND ($view <> 'men' OR p.sex <> 'female')
  AND i.on_earliest < $as_of
  AND NOT i.topic IN ['children in the household', 'pregnancy']
RETURN count(DISTINCT p) AS denominator
