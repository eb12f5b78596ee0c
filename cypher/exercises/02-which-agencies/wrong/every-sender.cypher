// says: One of these is a relative who told an agency something. Keep the rows where stands_for_agency is true.
MATCH (a:Agency)
WHERE a.review_id = $review_id
RETURN a.display_name AS agency, a.sector AS sector
