OPTIONAL MATCH (late:Person)
WHERE late.review_id = $review_id AND late.linked_since IS NOT NULL
OPTIONAL MATCH (late)<-[:CONCERNED]-(early:Contact)
WHERE early.on_latest < late.linked_since
WITH DISTINCT early
OPTIONAL MATCH (early)-[:CONCERNED]->(known:Person)
WHERE known.linked_since IS NULL OR early.on_latest >= known.linked_since
WITH early, count(known) AS of_the_family
WITH collect(CASE WHEN of_the_family = 0 THEN early.contact_id END) AS before
MATCH (a:Agency)-[:ACTIVE_IN]->(w:NetworkPeriod)
WHERE w.review_id = $review_id AND w.kind = 'whole review' AND w.from_day <= $as_of
MATCH (a)-[:MADE]->(c:Contact)
WHERE NOT c.missed AND c.on_earliest <= $as_of AND NOT c.contact_id IN before
WITH a, count(c) AS contacts
WHERE contacts >= $least
RETURN count(a) AS denominator
