// ---
// id: silos-active-without-communication
// title: Entries over the same period, no communication between the two
// question: Which pairs of agencies have entries about the family over the same period, and nothing recorded between the two?
// why: Agencies that work side by side without speaking each hold a part of the picture (Ofsted 2010, paras 65-69; Brandon and others 2009, chapter 3). The question shows where no baton and no shared meeting joins two of them; days before an adult came to the family do not count.
// topic: silos
// level: 3
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 60}}
// columns: {one: string, other: string, days_shared: integer, one_contacts: integer, other_contacts: integer, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronologies of both agencies]
// finding:
//   no record found: "{one} and {other} both have entries about the family between {from_day} and {to_day} ({one_contacts} and {other_contacts} of contacts, letters, incidents or notes); no communication between them was found in the records of either."
//   cannot tell: "Entries tell of {one} and {other} and the family between {from_day} and {to_day} ({one_contacts} and {other_contacts} of contacts, letters, incidents or notes); the own records of the two are not both in hand for that time, so whether they communicated cannot be told."
// none: "Each of the {denominator} pairs of agencies active at the same time has some recorded communication."
// ---
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
MATCH (a:Agency {agency_id: one.agency_id})
MATCH (b:Agency {agency_id: other.agency_id})
WHERE NOT EXISTS { MATCH (a)-[:PASSED]->(out:Baton)-[:PASSED_TO]->(b) WHERE out.passed AND NOT out.carried_by_family }
  AND NOT EXISTS { MATCH (b)-[:PASSED]->(back:Baton)-[:PASSED_TO]->(a) WHERE back.passed AND NOT back.carried_by_family }
  AND NOT EXISTS { MATCH (a)-[:ATTENDED]->(:Meeting)<-[:ATTENDED]-(b) }
WITH DISTINCT before, a, b, from_day, to_day
MATCH (a)-[:MADE]->(x:Contact)-[:RECORDED_IN]->(xe:Entry)
WHERE NOT x.missed AND x.on_latest >= from_day AND x.on_earliest <= to_day
  AND NOT x.contact_id IN before
WITH before, a, b, from_day, to_day, xe ORDER BY xe.on_earliest, xe.entry_id
WITH before, a, b, from_day, to_day, collect(DISTINCT xe.entry_id) AS a_ids
MATCH (b)-[:MADE]->(y:Contact)-[:RECORDED_IN]->(ye:Entry)
WHERE NOT y.missed AND y.on_latest >= from_day AND y.on_earliest <= to_day
  AND NOT y.contact_id IN before
WITH a, b, from_day, to_day, a_ids, ye ORDER BY ye.on_earliest, ye.entry_id
WITH a, b, from_day, to_day, a_ids, collect(DISTINCT ye.entry_id) AS b_ids
WHERE size(a_ids) >= 2 AND size(b_ids) >= 2
OPTIONAL MATCH (ca:Chronology)-[sa:SPEAKS_FOR]->(a)
WHERE sa.detail = 'own' AND sa.unbroken_from <= from_day AND sa.unbroken_to >= to_day
WITH a, b, from_day, to_day, a_ids, b_ids, count(ca) AS a_covered
OPTIONAL MATCH (cb:Chronology)-[sb:SPEAKS_FOR]->(b)
WHERE sb.detail = 'own' AND sb.unbroken_from <= from_day AND sb.unbroken_to >= to_day
WITH a, b, from_day, to_day, a_ids, b_ids, a_covered, count(cb) AS b_covered
RETURN a.display_name AS one,
  b.display_name AS other,
  duration.inDays(from_day, to_day).days AS days_shared,
  size(a_ids) AS one_contacts,
  size(b_ids) AS other_contacts,
  [a.display_name, b.display_name] AS agencies,
  from_day,
  to_day,
  CASE WHEN a_covered > 0 AND b_covered > 0 THEN 'no record found' ELSE 'cannot tell' END AS strength,
  a_ids + b_ids AS evidence_ids
ORDER BY from_day, one, other
