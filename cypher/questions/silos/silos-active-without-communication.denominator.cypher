OPTIONAL MATCH (late:Person)
WHERE late.review_id = $review_id AND late.linked_since IS NOT NULL
OPTIONAL MATCH (late)<-[:CONCERNED]-(early:Contact)
WHERE early.on_latest < late.linked_since
WITH DISTINCT early
OPTIONAL MATCH (early)-[:CONCERNED]->(known:Person)
WHERE known.linked_since IS NULL OR early.on_latest >= known.linked_since
WITH early, count(known) AS of_the_family
WITH collect(CASE WHEN of_the_family = 0 THEN early.contact_id END) AS before
MATCH (a:Agency)-[:MADE]->(c:Contact)
WHERE a.review_id = $review_id AND NOT c.missed AND c.on_earliest IS NOT NULL AND c.on_earliest <= $as_of
  AND NOT c.contact_id IN before
WITH before, a, min(c.on_latest) AS first_day, max(c.on_earliest) AS last_day
WITH before, collect({agency_id: a.agency_id, first_day: first_day, last_day: last_day}) AS active
UNWIND active AS one
UNWIND active AS other
WITH before, one, other,
  CASE WHEN one.first_day > other.first_day THEN one.first_day ELSE other.first_day END AS from_day,
  CASE WHEN one.last_day < other.last_day THEN one.last_day ELSE other.last_day END AS to_day
WHERE one.agency_id < other.agency_id AND from_day < to_day
  AND duration.inDays(from_day, to_day).days >= $days
MATCH (a:Agency {agency_id: one.agency_id})-[:MADE]->(x:Contact)
WHERE NOT x.missed AND x.on_latest >= from_day AND x.on_earliest <= to_day
  AND NOT x.contact_id IN before
WITH before, one, other, from_day, to_day, count(DISTINCT x) AS one_contacts
MATCH (b:Agency {agency_id: other.agency_id})-[:MADE]->(y:Contact)
WHERE NOT y.missed AND y.on_latest >= from_day AND y.on_earliest <= to_day
  AND NOT y.contact_id IN before
WITH one, other, one_contacts, count(DISTINCT y) AS other_contacts
WHERE one_contacts >= 2 AND other_contacts >= 2
RETURN count(*) AS denominator
