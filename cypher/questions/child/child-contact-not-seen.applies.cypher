OPTIONAL MATCH (c:Contact)-[w:CONCERNED]->(k:Person:Child)
WHERE k.review_id = $review_id AND w.seen IN ['yes', 'no'] AND c.on_earliest <= $as_of
WITH count(k) AS told
RETURN told > 0 AS answerable,
  'No entry says whether a child was seen: add a "child seen" column (yes or no) to the chronologies of the agencies working with the child.' AS missing
