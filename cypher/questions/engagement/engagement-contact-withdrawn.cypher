// ---
// id: engagement-contact-withdrawn
// title: Contact fell away, and nothing is recorded in response
// question: Where did several visits, appointments or attendances in a row not take place, with nothing recorded in response?
// why: Doors not opened, visits cancelled and appointments not kept, one after the other, can be a family closing itself off; each was often met alone (Ofsted 2010, paras 52-55; Brandon and others 2009, chapter 3).
// topic: engagement
// level: 3
// parameters: {as_of: {type: date, default: as_of}, least: {type: integer, default: 2}, days: {type: integer, default: 28}}
// columns: {agency: string, times: integer, on_texts: list, days_text: string, people: list, agencies: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronology of the agency whose visits or appointments did not take place]
// finding:
//   no record found: "{agency} recorded {times} visits, appointments or attendances in a row with {people} that did not take place ({on_texts}); no record was found of a referral, meeting, decision or supervision of {agency} about it from then until {days_text} after the last."
//   cannot tell: "{agency} is recorded as having {times} visits, appointments or attendances in a row with {people} that did not take place ({on_texts}); the records of {agency} for those weeks are not in hand, so what was done about it cannot be told."
// reads: CONCERNED.kept_before, how many of the agency's contacts with the person had taken place by then, counted in Python
// none: "Wherever several visits, appointments or attendances in a row did not take place, something is recorded in response, or nothing was yet due."
// ---
MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(p:Person)
WHERE c.review_id = $review_id AND NOT p.group
  AND c.on_earliest IS NOT NULL AND c.on_earliest <= $as_of
WITH a, p, sum(CASE WHEN c.missed THEN 1 ELSE 0 END) AS missed
WHERE missed >= $least
MATCH (a)-[:MADE]->(c:Contact)-[w:CONCERNED]->(p)
WHERE c.missed AND c.on_earliest IS NOT NULL AND c.on_earliest <= $as_of
WITH a, p, c, w.kept_before AS after ORDER BY c.on_latest, c.on_earliest, c.contact_id
WITH a, p, after, count(c) AS times, collect(c.contact_id) AS contact_ids, min(c.on_earliest) AS from_day, max(c.on_latest) AS to_day,
  sum(CASE WHEN c.on_earliest = c.on_latest THEN 0 ELSE 1 END) AS partial
WHERE times >= $least AND duration.inDays(to_day, $as_of).days >= $days
WITH a, times, contact_ids, from_day, to_day, partial, p ORDER BY p.person_id
WITH a, times, contact_ids, from_day, to_day, partial, collect(p.person_id) AS person_ids, collect(p.display_name) AS people
OPTIONAL MATCH (a)-[:PASSED]->(b:Baton)-[:ABOUT]->(whom:Person)
WHERE whom.person_id IN person_ids AND b.on_latest >= from_day
  AND duration.inDays(to_day, b.on_earliest).days <= $days
WITH a, times, contact_ids, from_day, to_day, partial, person_ids, people, count(b) AS passed
WHERE passed = 0
OPTIONAL MATCH (a)-[:CARRIED_OUT]->(m:Milestone)-[:ABOUT]->(whom:Person)
WHERE whom.person_id IN person_ids AND m.on_latest >= from_day
  AND m.kind IN ['decision', 'supervision', 'disagreement', 'case_closure'] AND NOT m.on_non_attendance
  AND duration.inDays(to_day, m.on_earliest).days <= $days
WITH a, times, contact_ids, from_day, to_day, partial, person_ids, people, count(m) AS steps
WHERE steps = 0
OPTIONAL MATCH (a)-[:ATTENDED]->(t:Meeting)-[:ABOUT]->(whom:Person)
WHERE whom.person_id IN person_ids AND t.on_latest >= from_day
  AND duration.inDays(to_day, t.on_earliest).days <= $days
WITH a, times, contact_ids, from_day, to_day, partial, people, count(t) AS meetings
WHERE meetings = 0
UNWIND contact_ids AS contact_id
MATCH (c:Contact {contact_id: contact_id})-[:RECORDED_IN]->(e:Entry)
WITH a, times, from_day, to_day, partial, people, c, e ORDER BY c.on_latest, c.on_earliest, e.entry_id
WITH a, times, from_day, to_day, partial, people, collect(c.on_text) AS on_texts, collect(e.entry_id) AS evidence_ids
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(a)
WHERE s.detail = 'own' AND s.unbroken_from <= from_day AND duration.inDays(to_day, s.unbroken_to).days >= $days
WITH a, times, from_day, to_day, partial, people, on_texts, evidence_ids, count(h) AS covering
RETURN a.display_name AS agency,
  times,
  on_texts,
  toString($days) + ' days' AS days_text,
  people,
  [a.display_name] AS agencies,
  from_day,
  to_day,
  CASE WHEN covering > 0 THEN 'no record found' ELSE 'cannot tell' END AS strength,
  CASE partial WHEN 0 THEN 'certain' ELSE 'possible' END AS certainty,
  evidence_ids
ORDER BY from_day, agency, people, evidence_ids
