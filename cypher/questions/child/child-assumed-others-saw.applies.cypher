OPTIONAL MATCH (c:Contact)-[:CONCERNED]->(k:Person:Child)
WHERE k.review_id = $review_id AND k.index_child AND c.on_earliest <= $as_of
WITH count(k) AS contacts
RETURN contacts > 0 AS answerable,
  'No contact with an index child could be told from the records: name the child in review.toml (index_children), and add a "child seen" column where the records have it.' AS missing
