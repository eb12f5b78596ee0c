// says: Some of these chains run backwards: the last baton went before the first was sent, so nothing of it can have gone along. Ask that each leaves on or after the day of the one before.
MATCH (h:Agency)-[r1:REFERRED_TO]->(x:Agency)-[r2:REFERRED_TO]->(y:Agency)-[r3:REFERRED_TO]->(v:Agency)
WHERE h.review_id = $review_id AND h.display_name = $from_agency AND v.display_name = $to_agency
  AND r1.receipt IN ['matched', 'recorded'] AND r2.receipt IN ['matched', 'recorded']
  AND r3.receipt IN ['matched', 'recorded']
RETURN x.display_name AS by_way_of, y.display_name AS and_of, r1.on_text AS first, r2.on_text AS second, r3.on_text AS third
