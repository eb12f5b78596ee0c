// ---
// id: silos-apart-from-the-rest
// title: Entries about the family, in touch with no other agency
// question: Which agencies, or pairs of agencies in touch with each other alone, have entries about the family and none of any communication with another agency?
// why: An agency, or a pair of them, that communicates with nobody else sees its own part only (Ofsted 2010, para 68; Brandon and others 2009, chapter 3). Whatever was sent counts as communication, received or not; days before an adult came to the family do not count.
// topic: silos
// level: 3
// parameters: {as_of: {type: date, default: as_of}, least: {type: integer, default: 2}}
// columns: {who: string, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronologies of the agencies themselves]
// reads: ACTIVE_IN.partners, worked out in Python from the recorded communications of the whole review
// finding:
//   no record found: "The entries about the family of {who} run from {from_day} to {to_day}; no communication with any other agency was found in the records of {agencies}."
//   cannot tell: "The entries about {who} and the family run from {from_day} to {to_day}, and the records in hand show no communication with any other agency; the records of {agencies} are not in hand for the whole of that time, so whether there was any cannot be told."
// none: "Each of the {denominator} agencies with several entries about the family is joined to others by recorded communications."
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
MATCH (w:NetworkPeriod)
WHERE w.review_id = $review_id AND w.kind = 'whole review' AND w.from_day <= $as_of
MATCH (a:Agency)-[link:ACTIVE_IN]->(w)
WHERE link.partners <= 1 AND w.agencies > link.partners + 1
OPTIONAL MATCH (a)-[:PASSED|PASSED_TO|ATTENDED]-(held)-[:PASSED|PASSED_TO|ATTENDED]-(b:Agency)
WHERE link.partners = 1 AND b.agency_id <> a.agency_id
  AND EXISTS { MATCH (held)-[:RECORDED_IN]->(:Entry)<-[:RECORDED_IN]-(w) }
OPTIONAL MATCH (b)-[back:ACTIVE_IN]->(w)
WITH before, w, a, link, b, back, count(held) AS times
WHERE link.partners = 0 OR (back.partners = 1 AND a.agency_id < b.agency_id)
WITH before, CASE WHEN b IS NULL THEN [a.agency_id] ELSE [a.agency_id, b.agency_id] END AS keys,
  CASE WHEN b IS NULL THEN a.display_name ELSE a.display_name + ' and ' + b.display_name + ', in touch with each other alone,' END AS who
UNWIND keys AS agency_id
MATCH (one:Agency {agency_id: agency_id})-[:MADE|PASSED|PASSED_TO|ATTENDED]-(held)-[:RECORDED_IN]->(e:Entry)
WHERE (held.on_earliest IS NULL OR held.on_earliest <= $as_of)
  AND (held.contact_id IS NULL OR NOT held.contact_id IN before)
WITH who, keys, one, held, e ORDER BY e.on_earliest, e.entry_id
WITH who, keys, one, min(held.on_earliest) AS first_day, max(held.on_latest) AS last_day, collect(DISTINCT e.entry_id) AS entry_ids
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(one)
WHERE s.detail = 'own' AND s.unbroken_from <= first_day
  AND (s.unbroken_to >= last_day OR s.unbroken_to >= $as_of)
WITH who, keys, one, first_day, last_day, entry_ids, count(h) AS own ORDER BY one.agency_id
UNWIND entry_ids AS entry_id
WITH who, keys, min(first_day) AS from_day, max(last_day) AS to_day, min(own) AS least_own,
  collect(DISTINCT one.display_name) AS agencies, collect(DISTINCT entry_id) AS evidence_ids
WHERE size(evidence_ids) >= $least AND from_day < to_day
RETURN who,
  agencies,
  from_day,
  to_day,
  CASE WHEN least_own > 0 THEN 'no record found' ELSE 'cannot tell' END AS strength,
  evidence_ids
ORDER BY from_day, who
