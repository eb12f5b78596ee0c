// ---
// id: silos-months-without-communication
// title: Entries of several agencies, no communication between any
// question: In which months do several agencies have entries about the family while no communication between agencies is recorded?
// why: In such a time every agency could take it that another was visiting, which was often found (Brandon and others 2009, chapter 3). What nobody passed on could not be put together (Ofsted 2010, para 68). A quiet month may mean little, so the kinds of entry stand beside each agency.
// topic: silos
// level: 3
// parameters: {as_of: {type: date, default: as_of}, least: {type: integer, default: 3}, months: {type: integer, default: 2}}
// columns: {agencies: list, entries: list, contacts: integer, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronologies of all agencies in contact with the family]
// reads: NetworkPeriod of the kind "no communication", whole months worked out in Python
// finding:
//   no record found: "From {from_day} to {to_day} there are {contacts} entries of contacts, letters, incidents or notes about the family: {entries}; no communication between agencies was found in the records of these agencies for that time."
//   cannot tell: "From {from_day} to {to_day} there are {contacts} entries of contacts, letters, incidents or notes about the family: {entries}; the records in hand show no communication between agencies; the own records of these agencies are not all in hand for that time, so whether there was any cannot be told."
// none: "No month was found in which several agencies have entries about the family and no communication between agencies was recorded."
// ---
MATCH (p:NetworkPeriod)
WHERE p.review_id = $review_id AND p.kind = 'no communication' AND p.to_day <= $as_of
  AND (p.agencies >= $least OR duration.inDays(p.from_day, p.to_day).days >= 28 * $months)
MATCH (a:Agency)-[:ACTIVE_IN]->(p)
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(a)
WHERE s.detail = 'own' AND s.unbroken_from <= p.from_day AND s.unbroken_to >= p.to_day
WITH p, a, count(h) AS own
MATCH (a)-[:MADE]->(:Contact)-[:RECORDED_IN]->(row:Entry)<-[:RECORDED_IN]-(p)
WITH p, a, own, coalesce(row.event_text, 'entry') AS event, min(row.on_earliest) AS day ORDER BY day, event
WITH p, a, own, collect(event) AS events ORDER BY a.display_name, a.agency_id
WITH p, min(own) AS least_own, collect(a.display_name) AS agencies,
  collect(a.display_name + ' (' + reduce(said = head(events), event IN tail(events) | said + ', ' + event) + ')') AS entries
MATCH (p)-[:RECORDED_IN]->(e:Entry)
WITH p, agencies, entries, least_own, e ORDER BY e.on_earliest, e.entry_id
WITH p, agencies, entries, least_own, collect(e.entry_id) AS evidence_ids
OPTIONAL MATCH (:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(:Agency)
WHERE b.review_id = $review_id AND b.passed AND b.on_earliest IS NULL
WITH p, agencies, entries, least_own, evidence_ids, count(b) AS undated_batons
OPTIONAL MATCH (m:Meeting)
WHERE m.review_id = $review_id AND m.on_earliest IS NULL
WITH p, agencies, entries, least_own, evidence_ids, undated_batons, count(m) AS undated_meetings
RETURN agencies,
  entries,
  size(evidence_ids) AS contacts,
  p.from_day AS from_day,
  p.to_day AS to_day,
  CASE WHEN least_own > 0 THEN 'no record found' ELSE 'cannot tell' END AS strength,
  CASE WHEN undated_batons + undated_meetings = 0 THEN 'certain' ELSE 'possible' END AS certainty,
  evidence_ids
ORDER BY from_day
