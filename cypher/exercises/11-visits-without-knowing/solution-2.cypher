MATCH (b:Baton)-[:PASSED_TO]->(t:Agency)-[:MADE]->(c:Contact)
WHERE b.review_id = $review_id AND b.receipt = 'no record found'
  AND c.on_earliest > b.on_latest AND duration.inDays(b.on_latest, c.on_earliest).days <= $days
RETURN b.on_earliest AS baton, t.display_name AS agency, c.on_earliest AS contact, c.kind AS kind
ORDER BY baton, contact, kind
