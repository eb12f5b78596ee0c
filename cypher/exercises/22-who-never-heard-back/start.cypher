// What there is of feedback in the whole family.
MATCH (b:Baton)
WHERE b.review_id = $review_id
RETURN b.feedback AS feedback, count(b) AS batons
ORDER BY feedback
