// Who referred or notified whom, and is receipt recorded?
MATCH (a:Agency)-[r:REFERRED_TO]->(b:Agency)
WHERE a.review_id = $review_id
RETURN a.display_name AS sender, b.display_name AS receiver,
  r.on_text AS passed, r.receipt AS receipt
ORDER BY r.on_earliest, sender, receiver, r.baton_id
