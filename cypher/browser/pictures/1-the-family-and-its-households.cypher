// The family, its ties and its households
MATCH (p:Person)
WHERE p.review_id = $review_id
OPTIONAL MATCH tie = (p)-[:PARENT_OF|PARTNER_OF|SIBLING_OF|CONNECTED_TO]->(:Person)
OPTIONAL MATCH stay = (p)-[:LIVED_IN]->(:Household)
RETURN p, tie, stay
