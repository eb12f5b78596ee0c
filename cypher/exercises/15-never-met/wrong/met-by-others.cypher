// says: These were met by some agency that does not work with the child. That does not say that none working with the child met them too: the mother and the father were met by both. Ask for what is not there, with NOT EXISTS.
MATCH (k:Child)-[:LIVED_IN]->(:Household)<-[:LIVED_IN]-(p:Adult)<-[:CONCERNED]-(c:Contact)<-[:MADE]-(a:Agency)
WHERE k.review_id = $review_id AND k.display_name = 'Jonah Tallis' AND NOT a.works_with_child AND NOT c.missed
RETURN DISTINCT p.display_name AS adult, p.role AS role
