MATCH (b:Baton)-[:PASSED_TO]->(t:Agency)-[:MADE]->(c:Contact)
WHERE b.review_id = $review_id AND b.receipt = 'no record found'
  AND c.on_earliest > b.on_latest AND duration.inDays(b.on_latest, c.on_earliest).days <= $days
RETURN b.on_text AS baton, t.display_name AS agency, c.on_text AS contact, c.kind AS kind
ORDER BY b.on_earliest, c.on_earliest, c.contact_id
