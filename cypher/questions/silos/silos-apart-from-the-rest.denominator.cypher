OPTIONAL MATCH (late:Person)<-[:CONCERNED]-(early:Contact)
WHERE late.review_id = $review_id AND early.on_latest < late.linked_since
  AND NOT EXISTS { MATCH (early)-[:CONCERNED]->(known:Person) WHERE known.linked_since IS NULL OR early.on_latest >= known.linked_since }
WITH collect(DISTINCT early.contact_id) AS before
MATCH (a:Agency)-[:ACTIVE_IN]->(w:NetworkPeriod)
WHERE w.review_id = $review_id AND w.kind = 'whole review' AND w.from_day <= $as_of
MATCH (a)-[:MADE]->(c:Contact)
WHERE NOT c.missed AND c.on_earliest <= $as_of AND NOT c.contact_id IN before
WITH a, count(c) AS contacts
WHERE contacts >= $least
RETURN count(a) AS denominator
