// The names that stand in the graph as Agency.
MATCH (a:Agency)
WHERE a.review_id = $review_id
RETURN a.display_name AS agency
ORDER BY agency
