// says: These are the agencies that worked with the children. An agency that met only the adults belongs in the list too: what it knew may matter most.
MATCH (a:Agency)
WHERE a.review_id = $review_id AND a.works_with_child
RETURN a.display_name AS agency, a.sector AS sector
