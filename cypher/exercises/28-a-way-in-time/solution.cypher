MATCH (h:Agency)-[r1:REFERRED_TO]->(x:Agency)-[r2:REFERRED_TO]->(y:Agency)-[r3:REFERRED_TO]->(v:Agency)
WHERE h.review_id = $review_id AND h.display_name = $from_agency AND v.display_name = $to_agency
  AND r1.receipt IN ['matched', 'recorded'] AND r2.receipt IN ['matched', 'recorded']
  AND r3.receipt IN ['matched', 'recorded']
  AND r1.on_latest <= r2.on_earliest AND r2.on_latest <= r3.on_earliest
RETURN x.display_name AS by_way_of, y.display_name AS and_of, r1.on_text AS first, r2.on_text AS second, r3.on_text AS third
ORDER BY r1.on_earliest, r2.on_earliest, r3.on_earliest, by_way_of, and_of
