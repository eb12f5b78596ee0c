// says: What the sender wrote down on the day itself is left out, and most of it was written then. On that day it held that too: i.on_latest <= b.on_latest.
MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency)
WHERE b.review_id = $review_id AND b.receipt IN ['no record found', 'recorded not']
MATCH (b)-[:ABOUT]->(p:Person)<-[:ABOUT]-(i:Information)<-[:KNEW]-(a)
WHERE i.on_latest < b.on_earliest
  AND NOT EXISTS { MATCH (t)-[:KNEW]->(j:Information)-[:ABOUT]->(p) WHERE j.topic = i.topic }
  AND NOT EXISTS { MATCH (t)-[k:COULD_KNOW]->(i) WHERE k.as_recorded IS NOT NULL }
RETURN a.display_name AS passed_by, t.display_name AS passed_to, b.on_text AS day, count(DISTINCT i.topic) AS topics
