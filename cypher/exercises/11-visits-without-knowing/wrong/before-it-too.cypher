// says: There are contacts here from before the baton, when there was nothing to know of it. Ask for c.on_earliest > b.on_latest as well.
MATCH (b:Baton)-[:PASSED_TO]->(t:Agency)-[:MADE]->(c:Contact)
WHERE b.review_id = $review_id AND b.receipt = 'no record found'
  AND duration.inDays(b.on_latest, c.on_earliest).days <= $days
RETURN b.on_text AS baton, t.display_name AS agency, c.on_text AS contact, c.kind AS kind
