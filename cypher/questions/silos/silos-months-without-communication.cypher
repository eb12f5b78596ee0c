// ---
// id: silos-months-without-communication
// title: Several agencies in contact, no communication between any
// question: In which months were several agencies in contact with the family while no communication between agencies was recorded?
// why: In such a time every agency could take it that another was visiting, which was often found (Brandon and others 2009, chapter 3). None of them could know from the others what they saw (Ofsted 2010, para 68).
// topic: silos
// level: 3
// parameters: {as_of: {type: date, default: as_of}, least: {type: integer, default: 3}, months: {type: integer, default: 2}}
// columns: {agencies: list, contacts: integer, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronologies of all agencies in contact with the family]
// reads: NetworkPeriod of the kind "no communication", whole months worked out in Python
// finding:
//   no record found: "From {from_day} to {to_day}, {agencies} were in contact with the family ({contacts} contacts); no communication between agencies was found in their records for that time."
//   cannot tell: "From {from_day} to {to_day}, {agencies} were in contact with the family ({contacts} contacts) and the records in hand show no communication between agencies; their own records are not all in hand for that time, so whether there was any cannot be told."
// none: "No month was found in which several agencies were in contact with the family and no communication between agencies was recorded."
// ---
MATCH (p:NetworkPeriod)
WHERE p.review_id = $review_id AND p.kind = 'no communication' AND p.to_day <= $as_of
  AND (p.agencies >= $least OR duration.inDays(p.from_day, p.to_day).days >= 28 * $months)
MATCH (a:Agency)-[:ACTIVE_IN]->(p)
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(a)
WHERE s.detail = 'own' AND s.unbroken_from <= p.from_day AND s.unbroken_to >= p.to_day
WITH p, a, count(h) AS own ORDER BY a.display_name, a.agency_id
WITH p, collect(a.display_name) AS agencies, min(own) AS least_own
MATCH (p)-[:RECORDED_IN]->(e:Entry)
WITH p, agencies, least_own, e ORDER BY e.on_earliest, e.entry_id
WITH p, agencies, least_own, collect(e.entry_id) AS evidence_ids
OPTIONAL MATCH (:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(:Agency)
WHERE b.review_id = $review_id AND b.passed AND b.on_earliest IS NULL
WITH p, agencies, least_own, evidence_ids, count(b) AS undated_batons
OPTIONAL MATCH (m:Meeting)
WHERE m.review_id = $review_id AND m.on_earliest IS NULL
WITH p, agencies, least_own, evidence_ids, undated_batons, count(m) AS undated_meetings
RETURN agencies,
  size(evidence_ids) AS contacts,
  p.from_day AS from_day,
  p.to_day AS to_day,
  CASE WHEN least_own > 0 THEN 'no record found' ELSE 'cannot tell' END AS strength,
  CASE WHEN undated_batons + undated_meetings = 0 THEN 'certain' ELSE 'possible' END AS certainty,
  evidence_ids
ORDER BY from_day
