// says: These are the children. The adults of the family are in the graph too: a label that all people have is Person.
MATCH (c:Child)
WHERE c.review_id = $review_id
RETURN c.display_name AS name, c.kind AS kind
