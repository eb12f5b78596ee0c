// says: Housing did write to the health visitor, and no record of receipt was found. It is the one baton that would have been enough; but the task asks for a way of three that were received.
MATCH (h:Agency)-[r:REFERRED_TO]->(v:Agency)
WHERE h.review_id = $review_id AND h.display_name = $from_agency AND v.display_name = $to_agency
RETURN h.display_name AS passed_by, v.display_name AS passed_to, r.on_text AS first, r.kind AS kind, r.receipt AS receipt
