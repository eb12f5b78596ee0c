MATCH (a:Agency)-[:ACTIVE_IN]->(w:NetworkPeriod)
WHERE w.review_id = $review_id AND w.kind = 'whole review' AND w.from_day <= $as_of
MATCH (a)-[:MADE]->(c:Contact)
WHERE NOT c.missed AND c.on_earliest <= $as_of
WITH a, count(c) AS contacts
WHERE contacts >= $least
RETURN count(a) AS denominator
