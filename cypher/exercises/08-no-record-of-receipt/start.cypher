// Every baton with what is known of its receipt.
MATCH (b:Baton)-[:PASSED_TO]->(t:Agency)
WHERE b.review_id = $review_id
RETURN b.on_text AS day, t.display_name AS passed_to, b.kind AS kind, b.receipt AS receipt
ORDER BY b.on_earliest
