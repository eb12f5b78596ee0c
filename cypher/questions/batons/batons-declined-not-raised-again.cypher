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
OPTIONAL MATCH (b)-[:ABOUT]->(:Person)<-[:ABOUT]-(again:Baton)-[:PASSED_TO]->(receiver)
WHERE again.baton_id <> b.baton_id AND again.kind <> 'feedback' AND NOT again.carried_by_family
  AND again.passed AND again.on_latest >= first_no
OPTIONAL MATCH (who:Agency)-[:PASSED]->(again)
WITH sender, b, receiver, s, first_no, last_no, again, who ORDER BY again.on_earliest, again.baton_id
WITH sender, b, receiver, s, first_no, last_no,
  collect({from_day: again.on_earliest, to_day: again.on_latest, on_text: again.on_text, what: again.what,
    baton_id: again.baton_id, by: who.agency_id}) AS later
WITH sender, b, receiver, s, first_no, last_no,
  [x IN later WHERE x.by = sender.agency_id] AS raised
WITH sender, b, receiver, s, first_no, last_no,
  [x IN raised WHERE x.from_day >= last_no AND x.to_day <= last_no + duration({days: $days})] AS surely,
  [x IN raised WHERE x.from_day <= last_no + duration({days: $days})] AS perhaps,
  [x IN raised WHERE x.from_day > last_no + duration({days: $days})] AS beyond
WHERE size(surely) = 0
  AND NOT EXISTS { MATCH (b)-[:ABOUT]->(:Person)<-[:ABOUT]-(up:Baton)<-[:PASSED]-(sender)
    WHERE up.kind = 'escalation' AND up.passed AND up.baton_id <> b.baton_id
      AND up.on_latest >= first_no AND up.on_earliest <= last_no + duration({days: $days}) }
  AND NOT EXISTS { MATCH (b)-[:ABOUT]->(:Person)<-[:ABOUT]-(m:Milestone)<-[:CARRIED_OUT]-(sender)
    WHERE m.kind = 'disagreement' AND m.on_latest >= first_no
      AND m.on_earliest <= last_no + duration({days: $days}) }
WITH sender, b, receiver, s, first_no, last_no, head(perhaps) AS perhaps, head(beyond) AS beyond
OPTIONAL MATCH (c:Chronology)-[speaks:SPEAKS_FOR]->(sender)
WHERE speaks.detail = 'own' AND speaks.unbroken_from <= first_no
  AND speaks.unbroken_to >= last_no + duration({days: $days})
WITH sender, b, receiver, s, first_no, last_no, perhaps, beyond, count(c) AS covering
OPTIONAL MATCH (b)-[:ABOUT]->(p:Person)
WITH sender, b, receiver, s, first_no, last_no, perhaps, beyond, covering, p ORDER BY p.person_id
WITH sender, b, receiver, s, first_no, last_no, perhaps, beyond, covering, collect(p.display_name) AS people
WITH sender, b, receiver, s, first_no, last_no, perhaps, beyond, covering, people,
  coalesce(perhaps.baton_id, beyond.baton_id, '') AS next_id
OPTIONAL MATCH (:Baton {baton_id: next_id})-[:RECORDED_IN]->(ne:Entry)
WITH sender, b, receiver, s, first_no, last_no, perhaps, beyond, covering, people, ne ORDER BY ne.entry_id
WITH sender, b, receiver, s, first_no, last_no, perhaps, beyond, covering, people, collect(ne.entry_id) AS next_ids
MATCH (b)-[:RECORDED_IN]->(e:Entry)
WITH sender, b, receiver, s, first_no, last_no, perhaps, beyond, covering, people, next_ids, e ORDER BY e.on_earliest, e.entry_id
WITH sender, b, receiver, s, first_no, last_no, perhaps, beyond, covering, people, next_ids, collect(DISTINCT e.entry_id) AS own_ids
MATCH (s)-[:RECORDED_IN]->(no_entry:Entry)
WITH sender, b, receiver, s, first_no, last_no, perhaps, beyond, covering, people, next_ids, own_ids, no_entry
ORDER BY no_entry.on_earliest, no_entry.entry_id
WITH sender, b, receiver, s, first_no, last_no, perhaps, beyond, covering, people, next_ids, own_ids,
  collect(DISTINCT no_entry.entry_id) AS no_ids
RETURN b.baton_id AS baton_id,
  sender.display_name AS passed_by,
  b.what AS what,
  people,
  receiver.display_name AS passed_to,
  coalesce(b.on_text, 'no date given') AS on_text,
  s.reason AS said,
  $days AS days,
  CASE WHEN perhaps IS NOT NULL THEN perhaps.what + ' of ' + perhaps.on_text + ' may fall in that time'
    WHEN beyond IS NOT NULL THEN 'the next recorded was ' + beyond.what + ' of ' + beyond.on_text
    ELSE 'nor is anything more to it recorded later' END AS afterwards,
  [sender.display_name, receiver.display_name] AS agencies,
  first_no AS from_day,
  last_no AS to_day,
  CASE WHEN covering > 0 THEN 'no record found' ELSE 'cannot tell' END AS strength,
  CASE WHEN perhaps IS NOT NULL THEN 'possible' ELSE 'certain' END AS certainty,
  own_ids + [x IN no_ids WHERE NOT x IN own_ids]
    + [x IN next_ids WHERE NOT x IN own_ids AND NOT x IN no_ids] AS evidence_ids
ORDER BY from_day, baton_id
