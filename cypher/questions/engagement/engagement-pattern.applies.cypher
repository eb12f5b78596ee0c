OPTIONAL MATCH (a:Agency)-[:NOTED]->(g:Engagement)-[:ABOUT]->(p:Person)
WHERE g.review_id = $review_id
WITH count(g) AS noted
RETURN noted > 0 AS answerable,
  'No entry of the chronologies in hand was found in words that describe co-operation, nor one of a visit or appointment that did not take place.' AS missing
