// Which reviews does this database hold?
MATCH (r:Review)
RETURN r.review_id AS review_id, r.title AS title, r.as_of AS as_of
ORDER BY title, review_id
