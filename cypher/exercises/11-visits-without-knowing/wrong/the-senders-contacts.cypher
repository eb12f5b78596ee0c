// says: These are contacts of the agency that passed the baton, which knew of it. Ask for the one it was PASSED_TO.
MATCH (b:Baton)<-[:PASSED]-(a:Agency)-[:MADE]->(c:Contact)
WHERE b.review_id = $review_id AND b.receipt = 'no record found'
  AND c.on_earliest > b.on_latest AND duration.inDays(b.on_latest, c.on_earliest).days <= $days
RETURN b.on_text AS baton, a.display_name AS agency, c.on_text AS contact, c.kind AS kind
