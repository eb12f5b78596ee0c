// ---
// id: batons-declined-not-raised-again
// title: Declined, and not raised again
// question: Which batons were declined or ended with no further action, with no record that the sender raised the matter again or took it further?
// why: A referrer who is told that a threshold was not met may stop referring, or take it that nothing more is needed (Ofsted 2010, paras 91-92 and 101-102). The days are counted from the answer to the sender, and from the declining where no answer is on record.
// topic: batons
// level: 3
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 90}}
// columns: {baton_id: string, passed_by: string, what: string, people: list, passed_to: string, on_text: string, said: string, answer: string, days: integer, afterwards: string, agencies: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronology of the sending agency]
// finding:
//   no record found: "{passed_to} declined, or took no further action on, {what} about {people} that {passed_by} sent ({on_text}), in the words {said}; {answer}. No record was found in the records of {passed_by}, in the {days} days after, of raising it with {passed_to} again, of an escalation or of a disagreement ({afterwards})."
//   cannot tell: "{passed_to} declined, or took no further action on, {what} about {people} that {passed_by} sent ({on_text}), in the words {said}; {answer}. The records in hand do not tell whether {passed_by} raised it again in the {days} days after ({afterwards})."
// none: "Each of the {denominator} batons that were declined was raised again, or taken further, by its sender."
// ---
MATCH (sender:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(receiver:Agency)
WHERE b.review_id = $review_id AND NOT b.carried_by_family
MATCH (b)-[:HAS_STAGE]->(s:Stage)
WHERE s.stage = 'declined'
WITH sender, b, receiver, s, coalesce(s.on_earliest, b.on_earliest) AS no_first,
  coalesce(s.on_latest, b.on_latest) AS no_last
OPTIONAL MATCH (b)-[:HAS_STAGE]->(t:Stage)-[:RECORDED_IN]->(te:Entry)<-[:WROTE]-(writer:Agency)
WHERE t.stage IN ['acknowledged', 'fed back'] AND t.how IN ['recorded', 'matched']
WITH sender, b, receiver, s, no_first, no_last, t, te,
  CASE WHEN writer.agency_id = sender.agency_id AND te.on_latest >= no_first THEN 1 ELSE 0 END AS own
WITH sender, b, receiver, s, no_first, no_last, t, te, own,
  CASE own WHEN 1 THEN te.on_earliest ELSE t.on_earliest END AS told_first,
  CASE own WHEN 1 THEN te.on_latest ELSE t.on_latest END AS told_last,
  CASE own WHEN 1 THEN te.on_text ELSE t.on_text END AS told_text
WITH sender, b, receiver, s, no_first, no_last, te, own,
  CASE WHEN told_last >= no_first THEN told_first END AS told_first,
  CASE WHEN told_last >= no_first THEN told_last END AS told_last,
  CASE WHEN told_last >= no_first THEN
    CASE own WHEN 1 THEN sender.display_name + ' recorded the answer (' + told_text + ')'
      ELSE receiver.display_name + ' recorded an answer to ' + sender.display_name + ' (' + told_text + ')' END END AS told,
  CASE WHEN told_last >= no_first THEN te.entry_id END AS told_id,
  coalesce(t.position, 0) AS position
ORDER BY position DESC, own DESC, told_last, told_id
WITH sender, b, receiver, s, no_first, no_last, head(collect(told_first)) AS told_first,
  head(collect(told_last)) AS told_last, head(collect(told)) AS told, head(collect(told_id)) AS told_id
WITH sender, b, receiver, s, told, told_id, coalesce(told_first, no_first) AS first_no,
  coalesce(told_last, no_last) AS last_no
WHERE first_no IS NULL OR last_no + duration({days: $days}) <= $as_of
OPTIONAL MATCH (b)-[:ABOUT]->(p:Person)
WITH sender, b, receiver, s, told, told_id, first_no, last_no, p ORDER BY p.person_id
WITH sender, b, receiver, s, told, told_id, first_no, last_no, collect(p.display_name) AS people,
  collect(p.person_id) AS whom
OPTIONAL MATCH (s)-[:RECORDED_IN]->(no_entry:Entry)
WITH sender, b, receiver, s, told, told_id, first_no, last_no, people, whom, no_entry ORDER BY no_entry.entry_id
WITH sender, receiver, b.baton_id AS baton_id, b.what AS what, b.on_text AS on_text, s.reason AS said, told,
  told_id, first_no, last_no, last_no + duration({days: $days}) AS until, people, whom,
  collect(no_entry.entry_id) AS no_ids
OPTIONAL MATCH (b:Baton {baton_id: baton_id})-[:RECORDED_IN]->(e:Entry)
WITH sender, receiver, baton_id, what, on_text, said, told, told_id, first_no, last_no, until, people, whom, no_ids,
  e.entry_id AS own_id
ORDER BY own_id
WITH sender, receiver, baton_id, what, on_text, said, told, told_id, first_no, last_no, until, people, whom, no_ids,
  collect(own_id) AS own_ids
WITH sender, receiver, collect({baton_id: baton_id, what: what, on_text: on_text, said: said, told: told,
  told_id: told_id, first_no: first_no, last_no: last_no, until: until, people: people, whom: whom, no_ids: no_ids,
  own_ids: own_ids}) AS declined
OPTIONAL MATCH (sender)-[:PASSED]->(m:Baton)-[:PASSED_TO]->(receiver)
WHERE m.kind <> 'feedback' AND NOT m.carried_by_family AND m.passed AND m.on_latest IS NOT NULL
OPTIONAL MATCH (m)-[:ABOUT]->(p:Person)
WITH sender, receiver, declined, m, collect(p.person_id) AS whom
ORDER BY m.on_earliest, m.baton_id
WITH sender, receiver, declined, collect({first: m.on_earliest, last: m.on_latest, what: m.what, on_text: m.on_text,
  baton_id: m.baton_id, whom: whom}) AS moves
OPTIONAL MATCH (sender)-[:PASSED]->(up:Baton)-[:ABOUT]->(p:Person)
WHERE up.kind = 'escalation' AND up.passed
WITH sender, receiver, declined, moves,
  collect({first: up.on_earliest, last: up.on_latest, baton_id: up.baton_id, who: p.person_id}) AS ups
OPTIONAL MATCH (sender)-[:CARRIED_OUT]->(d:Milestone)-[:ABOUT]->(p:Person)
WHERE d.kind = 'disagreement'
WITH sender, receiver, declined, moves, ups,
  collect({first: d.on_earliest, last: d.on_latest, baton_id: d.milestone_id, who: p.person_id}) AS disagreements
WITH sender, receiver, declined, moves, ups + disagreements AS ups
UNWIND declined AS n
WITH sender, receiver, n, moves, ups
WHERE size([x IN moves WHERE x.first >= n.last_no AND x.last <= n.until AND x.baton_id <> n.baton_id
    AND any(one IN x.whom WHERE one IN n.whom)]) = 0
  AND size([x IN ups WHERE x.baton_id <> n.baton_id AND x.last >= n.first_no AND x.first <= n.until
    AND x.who IN n.whom]) = 0
WITH sender, receiver, n, [x IN moves WHERE x.last >= n.first_no AND x.baton_id <> n.baton_id
  AND any(one IN x.whom WHERE one IN n.whom)] AS raised
WITH sender, receiver, n, head([x IN raised WHERE x.first <= n.until]) AS perhaps,
  head([x IN raised WHERE x.first > n.until]) AS beyond
OPTIONAL MATCH (c:Chronology)-[speaks:SPEAKS_FOR]->(sender)
WHERE speaks.detail = 'own' AND speaks.unbroken_from <= n.first_no AND speaks.unbroken_to >= n.until
WITH sender, receiver, n, perhaps, beyond, count(c) AS covering, coalesce(perhaps.baton_id, beyond.baton_id, '') AS next_id
OPTIONAL MATCH (:Baton {baton_id: next_id})-[:RECORDED_IN]->(ne:Entry)
WITH sender, receiver, n, perhaps, beyond, covering, ne ORDER BY ne.entry_id
WITH sender, receiver, n, perhaps, beyond, covering, collect(ne.entry_id) AS next_ids
WITH sender, receiver, n, perhaps, beyond, covering,
  n.no_ids + CASE WHEN n.told_id IS NULL THEN [] ELSE [n.told_id] END + next_ids AS more
RETURN n.baton_id AS baton_id,
  sender.display_name AS passed_by,
  n.what AS what,
  n.people AS people,
  receiver.display_name AS passed_to,
  coalesce(n.on_text, 'no date given') AS on_text,
  n.said AS said,
  CASE WHEN n.told IS NOT NULL THEN n.told
    WHEN covering > 0 THEN 'no record was found that ' + sender.display_name + ' was told'
    ELSE 'the records in hand do not tell whether ' + sender.display_name + ' was told' END AS answer,
  $days AS days,
  CASE WHEN perhaps IS NOT NULL THEN perhaps.what + ' of ' + perhaps.on_text + ' may fall in that time'
    WHEN beyond IS NOT NULL THEN 'the next recorded was ' + beyond.what + ' of ' + beyond.on_text
    ELSE 'none was found later either' END AS afterwards,
  [sender.display_name, receiver.display_name] AS agencies,
  n.first_no AS from_day,
  n.last_no AS to_day,
  CASE WHEN covering > 0 THEN 'no record found' ELSE 'cannot tell' END AS strength,
  CASE WHEN perhaps IS NOT NULL THEN 'possible' ELSE 'certain' END AS certainty,
  reduce(ids = n.own_ids, one IN more | CASE WHEN one IN ids THEN ids ELSE ids + [one] END) AS evidence_ids
ORDER BY from_day, baton_id
