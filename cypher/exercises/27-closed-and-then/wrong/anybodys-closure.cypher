// says: One of these is mental health's closure of the mother's case. The task asks for those of children's social care: (m)<-[:CARRIED_OUT]-(t:Agency), and t is the one it was PASSED_TO.
MATCH (m:Milestone)
WHERE m.review_id = $review_id AND m.kind = 'case_closure'
MATCH (t:Agency)<-[:PASSED_TO]-(b:Baton)
WHERE b.review_id = $review_id AND t.sector = 'childrens_social_care' AND b.kind IN ['referral', 'notification']
  AND b.on_earliest > m.on_latest
WITH m, min(b.on_earliest) AS next_day
RETURN m.on_text AS closed, next_day, duration.inDays(m.on_latest, next_day).days AS days
