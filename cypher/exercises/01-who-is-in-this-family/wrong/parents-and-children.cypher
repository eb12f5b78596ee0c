// says: You followed PARENT_OF, so whoever is not a parent or a child of one is left out: look who is missing. Begin with every Person.
MATCH (p:Person)
WHERE p.review_id = $review_id AND EXISTS { (p)-[:PARENT_OF]-(:Person) }
RETURN p.display_name AS name, p.kind AS kind
