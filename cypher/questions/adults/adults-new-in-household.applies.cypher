OPTIONAL MATCH (p:Person:Adult)-[stay:LIVED_IN]->(:Household)<-[:LIVED_IN]-(k:Person:Child)
WHERE k.review_id = $review_id AND k.index_child AND stay.since_earliest IS NOT NULL
WITH count(p) AS adults
RETURN adults > 0 AS answerable,
  'The records give no day on which an adult came to live with the child: give the first day of their stays in people.csv.' AS missing
