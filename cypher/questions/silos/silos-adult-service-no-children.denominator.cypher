MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(p:Person:Adult)
WHERE a.review_id = $review_id AND a.focus = 'adult' AND a.stands_for_agency
  AND NOT c.missed AND NOT p.group AND c.on_earliest <= $as_of
  AND (p.linked_since IS NULL OR c.on_latest >= p.linked_since)
WITH a, p, min(c.on_earliest) AS first_day, max(c.on_latest) AS last_day
OPTIONAL MATCH (p)-[:PARENT_OF]->(own:Person:Child)
WHERE NOT own.group AND (own.born_earliest IS NULL OR own.born_earliest <= last_day)
WITH a, p, first_day, last_day, count(own) AS own_children
OPTIONAL MATCH (p)-[stay:LIVED_IN]->(:Household)<-[child_stay:LIVED_IN]-(k:Person:Child)
WHERE NOT k.group AND (k.born_earliest IS NULL OR k.born_earliest <= last_day)
  AND (stay.since_earliest IS NULL OR stay.since_earliest <= last_day)
  AND (stay.until_latest IS NULL OR stay.until_latest >= first_day)
  AND (child_stay.since_earliest IS NULL OR child_stay.since_earliest <= last_day)
  AND (child_stay.until_latest IS NULL OR child_stay.until_latest >= first_day)
  AND (stay.since_earliest IS NULL OR child_stay.until_latest IS NULL OR stay.since_earliest <= child_stay.until_latest)
  AND (stay.until_latest IS NULL OR child_stay.since_earliest IS NULL OR stay.until_latest >= child_stay.since_earliest)
WITH a, own_children, count(k) AS at_home
WHERE own_children + at_home > 0
RETURN count(DISTINCT a) AS denominator
