// says: This counts what the other agency had written down itself, such as Owen's bruise. A piece of Information belongs to the one agency that KNEW it, so asking whether the other KNEW i finds nothing: look for a piece j of its own, on the same topic and about the same person.
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency)
WHERE b.review_id = $review_id AND b.receipt IN ['no record found', 'recorded not']
MATCH (b)-[:ABOUT]->(p:Person)<-[:ABOUT]-(i:Information)<-[:KNEW]-(a)
WHERE i.on_latest <= b.on_latest
RETURN a.display_name AS passed_by, t.display_name AS passed_to, b.on_text AS day, count(DISTINCT i.topic) AS topics
