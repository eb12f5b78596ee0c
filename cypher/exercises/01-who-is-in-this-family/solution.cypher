MATCH (p:Person)
WHERE p.review_id = $review_id
RETURN p.display_name AS name, p.kind AS kind
ORDER BY name
