// says: One of these came back to its sender, so a row says that it did not arrive ('recorded not'): the sender knew. Here we ask for those of which nobody knew.
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency)
WHERE b.review_id = $review_id AND b.receipt IN ['no record found', 'recorded not']
RETURN a.display_name AS passed_by, t.display_name AS passed_to, b.on_text AS day
