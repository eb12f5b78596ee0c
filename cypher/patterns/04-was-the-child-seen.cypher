// Was the child seen? ('unknown' is an answer too)
MATCH (a:Agency)-[:MADE]->(c:Contact)
MATCH (c)-[w:CONCERNED]->(k:Person:Child)
WHERE k.review_id = $review_id AND k.index_child
RETURN a.display_name AS agency, w.seen AS seen,
  count(c) AS contacts
ORDER BY agency, seen
