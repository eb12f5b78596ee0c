// says: These are the referrals. A notification and an answer are passed on too, and can be lost as easily: leave out the condition on the kind.
MATCH (a:Agency)-[r:REFERRED_TO]->(b:Agency)
WHERE a.review_id = $review_id AND r.kind = 'referral'
RETURN a.display_name AS passed_by, b.display_name AS passed_to, r.kind AS kind, r.on_text AS day
ORDER BY r.on_earliest
