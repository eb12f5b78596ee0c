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
WHERE m.review_id = $review_id AND m.kind = 'case_closure' AND m.on_latest <= $as_of
WITH service, m, p ORDER BY m.on_earliest, m.milestone_id, p.person_id
WITH service, m, collect(p.person_id) AS person_ids, collect(p.display_name) AS people
ORDER BY service.agency_id, m.on_earliest, m.milestone_id
WITH service, collect({id: m.milestone_id, missed: m.on_non_attendance, first: m.on_earliest, last: m.on_latest, text: m.on_text,
    until: m.on_latest + duration({days: $days}), near: m.on_earliest - duration({days: $days}),
    since: m.on_earliest - duration({days: $before}), person_ids: person_ids, people: people}) AS closures
WHERE any(x IN closures WHERE x.missed AND x.until <= $as_of)
OPTIONAL MATCH (service)-[:PASSED]->(w:Baton)-[:PASSED_TO]->(heard:Agency)
OPTIONAL MATCH (w)-[:ABOUT]->(p:Person)
OPTIONAL MATCH (w)-[:RECORDED_IN]->(we:Entry)
WITH service, closures, w, heard, p, we ORDER BY w.on_earliest, w.baton_id, we.entry_id, p.person_id
WITH service, closures, w, heard, collect(DISTINCT p.person_id) AS person_ids, head(collect(we.entry_id)) AS entry_id
ORDER BY w.on_earliest, w.baton_id
WITH service, closures, collect({id: heard.agency_id, name: heard.display_name, receipt: w.receipt, entry_id: entry_id,
    first: w.on_earliest, last: w.on_latest, person_ids: person_ids}) AS all_sent
OPTIONAL MATCH (referrer:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(service)
WHERE b.kind IN ['referral', 'transfer'] AND b.passed
OPTIONAL MATCH (b)-[:ABOUT]->(p:Person)
OPTIONAL MATCH (b)-[:RECORDED_IN]->(be:Entry)
WITH service, closures, all_sent, referrer, b, p, be ORDER BY b.on_earliest, b.baton_id, be.entry_id, p.person_id
WITH service, closures, all_sent, referrer, b, collect(DISTINCT p.person_id) AS person_ids, head(collect(be.entry_id)) AS entry_id
ORDER BY b.on_earliest, b.baton_id
WITH service, closures, [x IN all_sent WHERE x.first IS NOT NULL] AS all_sent, collect({id: referrer.agency_id,
    name: referrer.display_name, entry_id: entry_id, first: b.on_earliest, last: b.on_latest, person_ids: person_ids}) AS all_referred
WITH service, all_sent, closures, [x IN all_referred WHERE x.first IS NOT NULL] AS all_referred,
  [x IN closures WHERE x.missed AND x.until <= $as_of AND none(y IN closures WHERE y.missed
    AND y.last < x.first AND y.last >= x.near AND any(id IN y.person_ids WHERE id IN x.person_ids))] AS missed
UNWIND missed AS closed
WITH service, closed, all_sent, all_referred,
  [y IN closures WHERE y.last < closed.near AND any(id IN y.person_ids WHERE id IN closed.person_ids) | y.first] AS before_days
WITH service, closed, all_sent, all_referred, reduce(day = closed.since, x IN before_days | CASE WHEN x > day THEN x ELSE day END) AS since
WITH service, closed,
  [x IN all_sent WHERE x.last >= closed.first AND x.first <= closed.until AND any(id IN x.person_ids WHERE id IN closed.person_ids)] AS sent,
  [x IN all_referred WHERE x.first <= closed.last AND x.last >= since AND any(id IN x.person_ids WHERE id IN closed.person_ids)] AS referred
WITH service, closed, referred,
  [x IN sent WHERE x.receipt IN ['recorded not', 'no record found'] AND (size(referred) = 0 OR any(y IN referred WHERE y.id = x.id))] AS lost,
  [x IN sent WHERE NOT x.receipt IN ['recorded not', 'no record found'] | x.id] AS heard_ids
WHERE size(referred) > 0 OR size(heard_ids) = 0
WITH service, closed, referred, [x IN lost WHERE NOT x.id IN heard_ids] AS lost, heard_ids
WITH service, closed, lost, size(referred) AS known, [x IN lost | x.id] AS lost_ids,
  [x IN referred WHERE NOT x.id IN heard_ids] AS waiting
UNWIND ['bounced', 'unreceived', 'silent'] AS state
WITH service, closed, known, state, waiting,
  [x IN lost WHERE (state = 'bounced' AND x.receipt = 'recorded not') OR (state = 'unreceived' AND x.receipt = 'no record found')] AS gone,
  lost_ids
WITH service, closed, known, state, gone, lost_ids, [x IN gone | x.id] AS gone_ids, waiting
WITH service, closed, known, state, gone, [x IN waiting WHERE x.id IN gone_ids OR (state = 'silent' AND NOT x.id IN lost_ids)] AS waiting, lost_ids
WHERE size(waiting) > 0 OR (known = 0 AND (size(gone) > 0 OR (state = 'silent' AND size(lost_ids) = 0)))
WITH service, closed, known, state, gone, waiting,
  CASE known WHEN 0 THEN [x IN gone | x.name] ELSE [x IN waiting | x.name] END AS names
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(service)
WHERE s.detail = 'own' AND s.unbroken_from <= closed.first AND s.unbroken_to >= closed.until
WITH service, closed, known, state, gone, waiting, names, count(h) AS own
MATCH (closure:Milestone {milestone_id: closed.id})-[:RECORDED_IN]->(e:Entry)
WITH service, closed, known, state, gone, waiting, names, own, e ORDER BY e.entry_id
WITH service, closed, known, state, gone, waiting, names, own,
  [x IN waiting | x.entry_id] + collect(DISTINCT e.entry_id) + [x IN gone | x.entry_id] AS entry_ids
RETURN service.display_name AS service,
  closed.people AS people,
  closed.text AS closed_text,
  CASE state WHEN 'silent' THEN 'in the following ' + toString($days) + ' days no record was found of word of this to'
    ELSE 'word of this was sent, and no record of its receipt was found at' END AS word,
  CASE WHEN size(names) = 0 THEN ['any other agency']
    ELSE reduce(once = [], name IN names | CASE WHEN name IN once THEN once ELSE once + [name] END) END AS untold,
  reduce(once = [service.display_name], name IN names | CASE WHEN name IN once THEN once ELSE once + [name] END) AS agencies,
  closed.first AS from_day,
  closed.until AS to_day,
  CASE WHEN state = 'bounced' THEN 'recorded' WHEN own > 0 OR state = 'unreceived' THEN 'no record found' ELSE 'cannot tell' END AS strength,
  CASE WHEN known = 0 OR any(x IN waiting WHERE x.last <= closed.first) THEN 'certain' ELSE 'possible' END AS certainty,
  reduce(once = [], x IN entry_ids | CASE WHEN x IN once THEN once ELSE once + [x] END) AS evidence_ids
ORDER BY from_day, service, closed.id, state
