OPTIONAL MATCH (a:Agency)-[:NOTED]->(g:Engagement)-[:ABOUT]->(p:Person)
WHERE g.review_id = $review_id
WITH count(g) AS noted
RETURN noted > 0 AS answerable,
  'No entry describes co-operation: keep the words of the agencies in the description (such as "engaging well" or "refused access"), and add rows of kind "no access" or "missed attendance" for contacts that did not take place.' AS missing
