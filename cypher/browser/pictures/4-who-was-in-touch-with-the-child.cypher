// Who recorded contact with the child of the review
MATCH met = (:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(k:Child)
WHERE k.review_id = $review_id AND k.index_child AND NOT c.missed
RETURN met
