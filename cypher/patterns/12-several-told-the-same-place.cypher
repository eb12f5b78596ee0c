// Who was told of one person by several agencies?
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(c:Agency)
MATCH (b)-[:ABOUT]->(p:Person)
WHERE b.review_id = $review_id
WITH c, p,
  count(DISTINCT a) AS senders, count(DISTINCT b) AS batons
WHERE senders > 1
RETURN c.display_name AS receiver, p.display_name AS about,
  senders, batons
ORDER BY senders DESC, batons DESC, receiver, about
