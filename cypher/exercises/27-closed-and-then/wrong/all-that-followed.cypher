// says: Everything that followed is here. The next one is the earliest: min(b.on_earliest) for each closure.
MATCH (m:Milestone)<-[:CARRIED_OUT]-(t:Agency)<-[:PASSED_TO]-(b:Baton)
WHERE m.review_id = $review_id AND m.kind = 'case_closure' AND t.sector = 'childrens_social_care'
  AND b.kind IN ['referral', 'notification'] AND b.on_earliest > m.on_latest
RETURN m.on_text AS closed, b.on_earliest AS next_day, duration.inDays(m.on_latest, b.on_earliest).days AS days
