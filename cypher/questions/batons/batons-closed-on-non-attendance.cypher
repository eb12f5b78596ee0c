// ---
// id: batons-closed-on-non-attendance
// title: Closed because the family did not come, no word to the referrer
// question: Which services closed their work because the family did not come, with no word to whoever had referred them?
// why: A referrer may believe that a service is being given while the service takes it that one which is not used is not needed (Ofsted 2010, paras 52-55). Missed health appointments were often followed by discharge and nothing more (Brandon and others 2009, chapter 3).
// topic: batons
// level: 3
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 28}, before: {type: integer, default: 365}}
// columns: {service: string, people: list, closed_text: string, word: string, untold: list, agencies: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronology of the service that closed]
// finding:
//   recorded: "{service} closed its work with {people} on non-attendance ({closed_text}); the source records that word of this did not reach {untold}."
//   no record found: "{service} closed its work with {people} on non-attendance ({closed_text}); {word} {untold}."
//   cannot tell: "{service} closed its work with {people} on non-attendance ({closed_text}); its own records for that time are not in hand, so whether it sent word to {untold} cannot be told."
// none: "Each of the {denominator} closures on non-attendance was followed by recorded word of it to the referrer or, where no referrer is known, to another agency."
// ---
MATCH (service:Agency)-[:CARRIED_OUT]->(m:Milestone)-[:ABOUT]->(p:Person)
WHERE m.review_id = $review_id AND m.kind = 'case_closure' AND m.on_non_attendance
  AND m.on_latest + duration({days: $days}) <= $as_of
WITH service, m, p ORDER BY p.person_id
WITH service, m, collect(p.person_id) AS person_ids, collect(p.display_name) AS people
WHERE NOT EXISTS {
    MATCH (service)-[:CARRIED_OUT]->(n:Milestone)-[:ABOUT]->(same:Person)
    WHERE n.kind = 'case_closure' AND n.on_non_attendance AND same.person_id IN person_ids
      AND n.on_latest < m.on_earliest AND n.on_latest >= m.on_earliest - duration({days: $days})
  }
OPTIONAL MATCH (service)-[:CARRIED_OUT]->(earlier:Milestone)-[:ABOUT]->(same:Person)
WHERE earlier.kind = 'case_closure' AND same.person_id IN person_ids
  AND earlier.on_latest < m.on_earliest - duration({days: $days})
WITH service, m, person_ids, people, max(earlier.on_earliest) AS closed_before
OPTIONAL MATCH (service)-[:PASSED]->(w:Baton)-[:PASSED_TO]->(heard:Agency)
WHERE w.on_latest >= m.on_earliest AND w.on_earliest <= m.on_latest + duration({days: $days})
  AND EXISTS { MATCH (w)-[:ABOUT]->(same:Person) WHERE same.person_id IN person_ids }
OPTIONAL MATCH (w)-[:RECORDED_IN]->(we:Entry)
WITH service, m, person_ids, people, closed_before, w, heard, we ORDER BY w.on_earliest, w.baton_id, we.entry_id
WITH service, m, person_ids, people, closed_before,
  collect({id: heard.agency_id, name: heard.display_name, receipt: w.receipt, entry_id: we.entry_id}) AS sent
OPTIONAL MATCH (b:Baton)-[:PASSED_TO]->(service)
WHERE b.kind IN ['referral', 'transfer'] AND b.passed AND b.on_earliest <= m.on_latest
  AND b.on_latest >= m.on_earliest - duration({days: $before})
  AND (closed_before IS NULL OR b.on_latest >= closed_before)
  AND EXISTS { MATCH (b)-[:ABOUT]->(same:Person) WHERE same.person_id IN person_ids }
OPTIONAL MATCH (referrer:Agency)-[:PASSED]->(b)
OPTIONAL MATCH (b)-[:RECORDED_IN]->(be:Entry)
WITH service, m, people, sent, referrer, b, be ORDER BY b.on_earliest, b.baton_id, be.entry_id
WITH service, m, people, sent, collect({id: referrer.agency_id, name: referrer.display_name, entry_id: be.entry_id,
    sure: b.on_latest <= m.on_earliest}) AS referred
WITH service, m, people, [x IN sent WHERE x.id IS NOT NULL] AS sent, [x IN referred WHERE x.id IS NOT NULL] AS referred
WITH service, m, people, referred,
  [x IN sent WHERE x.receipt IN ['recorded not', 'no record found'] AND (size(referred) = 0 OR any(y IN referred WHERE y.id = x.id))] AS lost,
  [x IN sent WHERE NOT x.receipt IN ['recorded not', 'no record found'] | x.id] AS heard_ids
WHERE size(referred) > 0 OR size(heard_ids) = 0
WITH service, m, people, referred, [x IN lost WHERE NOT x.id IN heard_ids] AS lost, heard_ids
WITH service, m, people, lost, size(referred) AS known, [x IN lost | x.id] AS lost_ids,
  [x IN referred WHERE NOT x.id IN heard_ids] AS waiting
UNWIND ['bounced', 'unreceived', 'silent'] AS state
WITH service, m, people, known, state, waiting,
  [x IN lost WHERE (state = 'bounced' AND x.receipt = 'recorded not') OR (state = 'unreceived' AND x.receipt = 'no record found')] AS gone,
  lost_ids
WITH service, m, people, known, state, gone, lost_ids, [x IN gone | x.id] AS gone_ids, waiting
WITH service, m, people, known, state, gone, [x IN waiting WHERE x.id IN gone_ids OR (state = 'silent' AND NOT x.id IN lost_ids)] AS waiting, lost_ids
WHERE size(waiting) > 0 OR (known = 0 AND (size(gone) > 0 OR (state = 'silent' AND size(lost_ids) = 0)))
WITH service, m, people, known, state, gone, waiting,
  CASE known WHEN 0 THEN [x IN gone | x.name] ELSE [x IN waiting | x.name] END AS names
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(service)
WHERE s.detail = 'own' AND s.unbroken_from <= m.on_earliest AND s.unbroken_to >= m.on_latest + duration({days: $days})
WITH service, m, people, known, state, gone, waiting, names, count(h) AS own
MATCH (m)-[:RECORDED_IN]->(e:Entry)
WITH service, m, people, known, state, gone, waiting, names, own, e ORDER BY e.entry_id
WITH service, m, people, known, state, gone, waiting, names, own,
  [x IN waiting | x.entry_id] + collect(DISTINCT e.entry_id) + [x IN gone | x.entry_id] AS entry_ids
RETURN service.display_name AS service,
  people,
  m.on_text AS closed_text,
  CASE state WHEN 'silent' THEN 'in the following ' + toString($days) + ' days no record was found of word of this to'
    ELSE 'word of this was sent, and no record of its receipt was found at' END AS word,
  CASE WHEN size(names) = 0 THEN ['any other agency']
    ELSE reduce(once = [], name IN names | CASE WHEN name IN once THEN once ELSE once + [name] END) END AS untold,
  reduce(once = [service.display_name], name IN names | CASE WHEN name IN once THEN once ELSE once + [name] END) AS agencies,
  m.on_earliest AS from_day,
  m.on_latest + duration({days: $days}) AS to_day,
  CASE WHEN state = 'bounced' THEN 'recorded' WHEN own > 0 OR state = 'unreceived' THEN 'no record found' ELSE 'cannot tell' END AS strength,
  CASE WHEN known = 0 OR any(x IN waiting WHERE x.sure) THEN 'certain' ELSE 'possible' END AS certainty,
  reduce(once = [], x IN entry_ids | CASE WHEN x IN once THEN once ELSE once + [x] END) AS evidence_ids
ORDER BY from_day, service, m.milestone_id, state
