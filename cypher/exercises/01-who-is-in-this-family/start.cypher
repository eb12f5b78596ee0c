// The children, by name.
MATCH (c:Child)
WHERE c.review_id = $review_id
RETURN c.display_name AS name
ORDER BY name
