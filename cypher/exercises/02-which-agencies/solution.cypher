MATCH (a:Agency)
WHERE a.review_id = $review_id AND a.stands_for_agency
RETURN a.display_name AS agency, a.sector AS sector
ORDER BY agency
