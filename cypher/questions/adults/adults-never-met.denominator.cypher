MATCH (p:Person:Adult)-[:LIVED_IN]->(:Household)<-[:LIVED_IN]-(k:Person:Child)
WHERE k.review_id = $review_id AND k.index_child AND NOT p.group
  AND ($view <> 'men' OR p.sex <> 'female')
RETURN count(DISTINCT p) AS denominator
