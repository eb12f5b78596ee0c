// ---
// id: batons-declined-not-raised-again
// title: Declined, and not raised again
// question: Which batons were declined or ended with no further action, with no record that the sender raised the matter again or took it further?
// why: A referrer who is told that a threshold was not met may stop referring, or take it that nothing more is needed (Ofsted 2010, paras 91-92 and 101-102). The question shows what rested after a first no.
// topic: batons
// level: 3
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 90}}
// columns: {baton_id: string, passed_by: string, what: string, people: list, passed_to: string, on_text: string, said: string, days: integer, afterwards: string, agencies: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronology of the sending agency]
// finding:
//   no record found: "{passed_to} declined, or took no further action on, {what} about {people} that {passed_by} sent ({on_text}), in the words {said}; no record was found in the records of {passed_by}, in the {days} days after, of raising it with {passed_to} again, of an escalation or of a disagreement ({afterwards})."
//   cannot tell: "{passed_to} declined, or took no further action on, {what} about {people} that {passed_by} sent ({on_text}), in the words {said}; the records in hand do not tell whether {passed_by} raised it again in the {days} days after ({afterwards})."
// none: "Each of the {denominator} batons that were declined was raised again, or taken further, by its sender."
// ---
MATCH (sender:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(receiver:Agency)
WHERE b.review_id = $review_id AND NOT b.carried_by_family
MATCH (b)-[:HAS_STAGE]->(s:Stage)
WHERE s.stage = 'declined'
WITH sender, b, receiver, s, coalesce(s.on_earliest, b.on_earliest) AS first_no,
  coalesce(s.on_latest, b.on_latest) AS last_no
WHERE first_no IS NULL OR last_no + duration({days: $days}) <= $as_of
MATCH (b)-[:RECORDED_IN]->(e:Entry)
WITH sender, b, receiver, s, first_no, last_no, e ORDER BY e.on_earliest, e.entry_id
WITH sender, b, receiver, s, first_no, last_no, collect(DISTINCT e.entry_id) AS own_ids
MATCH (s)-[:RECORDED_IN]->(no_entry:Entry)
WITH sender, b, receiver, s, first_no, last_no, own_ids, no_entry ORDER BY no_entry.on_earliest, no_entry.entry_id
WITH sender, b, receiver, s, first_no, last_no, own_ids, collect(DISTINCT no_entry.entry_id) AS no_ids
OPTIONAL MATCH (b)-[:ABOUT]->(p:Person)
WITH sender, b, receiver, s, first_no, last_no, own_ids, no_ids, p ORDER BY p.person_id
WITH sender, b, receiver, s, first_no, last_no, own_ids, no_ids,
  collect(p.person_id) AS people_ids, collect(p.display_name) AS people
OPTIONAL MATCH (sender)-[:PASSED]->(again:Baton)-[:PASSED_TO]->(receiver)
WHERE again.on_latest >= first_no AND again.baton_id <> b.baton_id AND again.kind <> 'feedback'
  AND again.passed AND NOT again.carried_by_family
OPTIONAL MATCH (again)-[:ABOUT]->(other:Person)
WHERE other.person_id IN people_ids
WITH sender, b, receiver, s, first_no, last_no, own_ids, no_ids, people_ids, people, again, count(other) AS shared
OPTIONAL MATCH (again)-[:RECORDED_IN]->(ae:Entry)
WITH sender, b, receiver, s, first_no, last_no, own_ids, no_ids, people_ids, people, again, shared, ae
ORDER BY again.on_earliest, again.baton_id, ae.entry_id
WITH sender, b, receiver, s, first_no, last_no, own_ids, no_ids, people_ids, people,
  collect({from_day: again.on_earliest, to_day: again.on_latest, on_text: again.on_text, what: again.what,
    shared: shared, entry_id: ae.entry_id}) AS later
OPTIONAL MATCH (sender)-[:PASSED]->(up:Baton)
WHERE up.kind = 'escalation' AND up.passed AND up.on_latest >= first_no AND up.baton_id <> b.baton_id
OPTIONAL MATCH (up)-[:ABOUT]->(other:Person)
WHERE other.person_id IN people_ids
WITH sender, b, receiver, s, first_no, last_no, own_ids, no_ids, people_ids, people, later, up, count(other) AS shared
OPTIONAL MATCH (up)-[:RECORDED_IN]->(ue:Entry)
WITH sender, b, receiver, s, first_no, last_no, own_ids, no_ids, people_ids, people, later, up, shared, ue
ORDER BY up.on_earliest, up.baton_id, ue.entry_id
WITH sender, b, receiver, s, first_no, last_no, own_ids, no_ids, people_ids, people, later,
  collect({from_day: up.on_earliest, to_day: up.on_latest, on_text: up.on_text, what: up.what,
    shared: shared, entry_id: ue.entry_id}) AS taken_up
OPTIONAL MATCH (sender)-[:CARRIED_OUT]->(m:Milestone)
WHERE m.kind = 'disagreement' AND m.on_latest >= first_no
OPTIONAL MATCH (m)-[:ABOUT]->(other:Person)
WHERE other.person_id IN people_ids
WITH sender, b, receiver, s, first_no, last_no, own_ids, no_ids, people, later, taken_up, m, count(other) AS shared
OPTIONAL MATCH (m)-[:RECORDED_IN]->(me:Entry)
WITH sender, b, receiver, s, first_no, last_no, own_ids, no_ids, people, later, taken_up, m, shared, me
ORDER BY m.on_earliest, m.milestone_id, me.entry_id
WITH sender, b, receiver, s, first_no, last_no, own_ids, no_ids, people, later, taken_up,
  collect({from_day: m.on_earliest, to_day: m.on_latest, on_text: m.on_text, what: 'a disagreement',
    shared: shared, entry_id: me.entry_id}) AS said_no
WITH sender, b, receiver, s, first_no, last_no, own_ids, no_ids, people,
  [x IN later + taken_up + said_no WHERE x.from_day IS NOT NULL AND x.shared > 0] AS raised
WITH sender, b, receiver, s, first_no, last_no, own_ids, no_ids, people,
  [x IN raised WHERE x.from_day >= last_no AND x.to_day <= last_no + duration({days: $days})] AS surely,
  [x IN raised WHERE x.from_day <= last_no + duration({days: $days})] AS perhaps,
  [x IN raised WHERE x.from_day > last_no + duration({days: $days})] AS beyond
WHERE size(surely) = 0
OPTIONAL MATCH (c:Chronology)-[speaks:SPEAKS_FOR]->(sender)
WHERE speaks.detail = 'own' AND speaks.unbroken_from <= first_no
  AND speaks.unbroken_to >= last_no + duration({days: $days})
WITH sender, b, receiver, s, first_no, last_no, own_ids, no_ids, people, perhaps, beyond, count(c) AS covering
RETURN b.baton_id AS baton_id,
  sender.display_name AS passed_by,
  b.what AS what,
  people,
  receiver.display_name AS passed_to,
  coalesce(b.on_text, 'no date given') AS on_text,
  s.reason AS said,
  $days AS days,
  CASE WHEN size(perhaps) > 0 THEN perhaps[0].what + ' of ' + perhaps[0].on_text + ' may fall in that time'
    WHEN size(beyond) > 0 THEN 'the next recorded was ' + beyond[0].what + ' of ' + beyond[0].on_text
    ELSE 'nor is anything of the kind recorded later' END AS afterwards,
  [sender.display_name, receiver.display_name] AS agencies,
  first_no AS from_day,
  last_no AS to_day,
  CASE WHEN covering > 0 THEN 'no record found' ELSE 'cannot tell' END AS strength,
  CASE WHEN size(perhaps) > 0 THEN 'possible' ELSE 'certain' END AS certainty,
  own_ids + [x IN no_ids WHERE NOT x IN own_ids]
    + [x IN CASE WHEN size(perhaps) > 0 THEN [perhaps[0].entry_id] WHEN size(beyond) > 0 THEN [beyond[0].entry_id] ELSE [] END
      WHERE NOT x IN own_ids AND NOT x IN no_ids] AS evidence_ids
ORDER BY from_day, baton_id
