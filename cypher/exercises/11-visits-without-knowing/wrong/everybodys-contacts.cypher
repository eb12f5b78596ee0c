// says: These are the contacts of all agencies. Keep to the agency that the baton was for: it is the same (t:Agency) in both halves of the pattern.
MATCH (b:Baton)-[:PASSED_TO]->(t:Agency)
WHERE b.review_id = $review_id AND b.receipt = 'no record found'
MATCH (o:Agency)-[:MADE]->(c:Contact)
WHERE o.review_id = $review_id AND c.on_earliest > b.on_latest
  AND duration.inDays(b.on_latest, c.on_earliest).days <= $days
RETURN b.on_text AS baton, o.display_name AS agency, c.on_text AS contact, c.kind AS kind
