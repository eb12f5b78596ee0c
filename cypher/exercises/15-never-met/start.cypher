// Every adult who shared a household with Jonah.
MATCH (k:Child)-[:LIVED_IN]->(:Household)<-[:LIVED_IN]-(p:Adult)
WHERE k.review_id = $review_id AND k.display_name = 'Jonah Tallis'
RETURN DISTINCT p.display_name AS adult, p.role AS role
ORDER BY adult
