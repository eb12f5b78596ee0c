// Who is in this family, and who are they to the child?
MATCH (p:Person)
WHERE p.review_id = $review_id
RETURN p.display_name AS person, p.role AS role, p.kind AS kind
ORDER BY p.index_child DESC, p.kind DESC, person
