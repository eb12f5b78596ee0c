// says: That is the last that had come before each closure. What came next is after it: b.on_earliest > m.on_latest, and min.
MATCH (m:Milestone)<-[:CARRIED_OUT]-(t:Agency)<-[:PASSED_TO]-(b:Baton)
WHERE m.review_id = $review_id AND m.kind = 'case_closure' AND t.sector = 'childrens_social_care'
  AND b.kind IN ['referral', 'notification'] AND b.on_earliest < m.on_earliest
WITH m, max(b.on_earliest) AS next_day
RETURN m.on_text AS closed, next_day, duration.inDays(next_day, m.on_earliest).days AS days
