// says: The days are below nothing: you counted from the receipt back to the passing. The earlier day goes first in duration.inDays.
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:HAS_STAGE]->(s:Stage)
WHERE b.review_id = $review_id AND s.stage = 'received' AND s.on_earliest IS NOT NULL
RETURN a.display_name AS passed_by, b.on_text AS day, duration.inDays(s.on_earliest, b.on_earliest).days AS days
