// says: These are the adults. Children and adults are both Person.
MATCH (a:Adult)
WHERE a.review_id = $review_id
RETURN a.display_name AS name, a.kind AS kind
