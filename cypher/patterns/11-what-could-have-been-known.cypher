// What could each agency have known on a day, besides its own record?
MATCH (a:Agency)-[k:COULD_KNOW]->(i:Information)
MATCH (i)-[:ABOUT]->(p:Person)
WHERE a.review_id = $review_id AND k.at_best <= date('2018-06-01')
RETURN a.display_name AS agency, i.topic AS topic,
  p.display_name AS person, min(k.at_best) AS at_best
ORDER BY agency, topic, person
