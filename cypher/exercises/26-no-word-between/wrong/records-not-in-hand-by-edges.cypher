// says: The alcohol service is in it, and its records are not in hand: of what it passed on or was told nothing can be said either way. Take only agencies that WROTE an Entry, for both.
MATCH (a:Agency)
WHERE a.review_id = $review_id AND a.focus = 'adult'
MATCH (b:Agency)
WHERE b.review_id = $review_id AND b.works_with_child AND NOT EXISTS { MATCH (a)-[:REFERRED_TO]-(b) }
RETURN a.display_name AS adult_agency, b.display_name AS other
