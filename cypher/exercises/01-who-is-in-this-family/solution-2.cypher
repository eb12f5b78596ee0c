MATCH (c:Child)
WHERE c.review_id = $review_id
RETURN c.display_name AS name, 'child' AS kind
UNION ALL
MATCH (a:Adult)
WHERE a.review_id = $review_id
RETURN a.display_name AS name, 'adult' AS kind
