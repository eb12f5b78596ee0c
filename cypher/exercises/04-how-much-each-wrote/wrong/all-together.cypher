// says: This counts all the entries together, once for each agency. Join the two with -[:WROTE]-> so that each entry counts for whoever wrote it.
MATCH (e:Entry)
WHERE e.review_id = $review_id
WITH count(e) AS entries
MATCH (a:Agency)
WHERE a.review_id = $review_id AND a.stands_for_agency
RETURN a.display_name AS agency, entries
