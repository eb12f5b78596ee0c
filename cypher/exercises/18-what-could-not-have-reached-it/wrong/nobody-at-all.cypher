// says: This asks what could have come to no agency at all, and there is nothing like that: social care and health visiting could at best have had it. Ask for this one agency, s, inside the braces.
MATCH (a:Agency)-[:KNEW]->(i:Information)-[:ABOUT]->(p:Person)
WHERE i.review_id = $review_id AND p.display_name = 'Dale Sutter'
  AND NOT EXISTS { MATCH (s:Agency)-[:COULD_KNOW]->(i) WHERE s.display_name <> $agency }
RETURN DISTINCT i.topic AS topic, a.display_name AS recorded_by, i.on_text AS day
