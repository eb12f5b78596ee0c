// ---
// id: batons-no-feedback
// title: Received, and no feedback to the referrer
// question: What reached the next agency, with no record that the one who sent it learned what was done?
// why: The referrer should learn what was done (Ofsted 2010, para 92). Without feedback a referrer may believe that all is in hand, or stop referring. It is looked for after referrals, requests and escalations, and after what was notified to children's social care.
// topic: batons
// level: 2
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 90}}
// columns: {passed_by: string, passed_to: string, times: integer, sent: list, told: string, people: list, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronology of the referring agency]
// reads: Baton.feedback, judged in Python from feedback entries going the other way and from whose records are in hand
// finding: "{passed_by} sent {passed_to} {sent}, about {people}, and it was received; {told}."
// none: "Each of the {denominator} batons known to have arrived, of which feedback is expected, has recorded feedback."
// ---
MATCH (sender:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(receiver:Agency)
WHERE b.review_id = $review_id
  AND b.feedback IN ['recorded not', 'no record found', 'cannot tell']
  AND (b.on_earliest IS NULL OR b.on_earliest <= $as_of)
MATCH (b)-[:RECORDED_IN]->(e:Entry)
WITH sender, b, receiver, e ORDER BY e.entry_id
WITH sender, b, receiver, collect(e.entry_id) AS own_ids
OPTIONAL MATCH (b)-[:HAS_STAGE]->(s:Stage)-[:RECORDED_IN]->(stage_entry:Entry)
WHERE s.stage = 'received'
WITH sender, b, receiver, own_ids, stage_entry ORDER BY stage_entry.entry_id
WITH sender, b, receiver, own_ids, collect(DISTINCT stage_entry.entry_id) AS stage_ids
OPTIONAL MATCH (b)-[:ABOUT]->(p:Person)
WITH sender, b, receiver, own_ids, stage_ids, p ORDER BY p.person_id
WITH sender, b, receiver, own_ids, stage_ids, collect(p.person_id) AS whom, collect(p.display_name) AS names
ORDER BY b.on_earliest, b.baton_id
WITH sender, receiver, b.feedback AS verdict, min(b.on_earliest) AS from_day, max(b.on_latest) AS to_day,
  collect(b.what + ' (' + coalesce(b.on_text, 'no date given') + ')') AS sent,
  collect({first: b.on_earliest, last: b.on_latest, whom: whom, names: names, ids: own_ids + stage_ids}) AS batons
WITH collect({from_id: sender.agency_id, from_name: sender.display_name, to_id: receiver.agency_id,
  to_name: receiver.display_name, way_back: receiver.agency_id + '>' + sender.agency_id, verdict: verdict, from_day: from_day, to_day: to_day, sent: sent,
  batons: batons}) AS pairs
CALL () {
  MATCH (giver:Agency)-[:PASSED]->(r:Baton)-[:PASSED_TO]->(taker:Agency)
  WHERE r.review_id = $review_id AND r.passed AND NOT r.carried_by_family AND r.kind <> 'agreed_action'
    AND r.on_earliest <= $as_of
  OPTIONAL MATCH (r)-[:ABOUT]->(p:Person)
  WITH giver, r, taker, collect(p.person_id) AS whom
  MATCH (r)-[:RECORDED_IN]->(re:Entry)
  WITH giver, r, taker, whom, re ORDER BY re.entry_id
  WITH giver, r, taker, whom, collect(re.entry_id) AS ids
  ORDER BY r.on_earliest, r.baton_id
  WITH giver.agency_id + '>' + taker.agency_id AS way, collect({first: r.on_earliest, last: r.on_latest, whom: whom,
    ids: ids, words: r.what + ' (' + r.on_text + CASE WHEN r.receipt IN ['recorded', 'matched'] THEN ')'
      WHEN r.receipt = 'recorded not' THEN ', recorded as not received)'
      ELSE ', with no record of its receipt)' END}) AS items
  RETURN collect({way: way, items: items}) AS came
}
CALL () {
  MATCH (m:Meeting)-[:RECORDED_IN]->(me:Entry)
  WHERE m.review_id = $review_id AND m.on_earliest <= $as_of
  WITH m, me ORDER BY me.entry_id
  WITH m, collect(me.entry_id) AS ids
  MATCH (a:Agency)-[:ATTENDED]->(m)
  WITH m, ids, collect(a.agency_id) AS present
  MATCH (m)-[:ABOUT]->(p:Person)
  WITH m, ids, present, collect(p.person_id) AS whom
  ORDER BY m.on_earliest, m.meeting_id
  RETURN collect({first: m.on_earliest, last: m.on_latest, whom: whom, present: present, ids: ids, words: m.on_text}) AS met
}
WITH [n IN pairs | {pair: n, came: head([y IN came WHERE y.way = n.way_back | y.items]),
  met: [y IN met WHERE n.from_id IN y.present AND n.to_id IN y.present]}] AS pairs
UNWIND pairs AS both
WITH both.pair AS n, coalesce(both.came, []) AS came, both.met AS met
WITH n, [y IN came WHERE size([x IN n.batons WHERE y.last >= x.first AND y.first <= x.last + duration({days: $days})
    AND any(one IN y.whom WHERE one IN x.whom)]) > 0] AS came,
  [y IN met WHERE size([x IN n.batons WHERE y.last >= x.first AND y.first <= x.last + duration({days: $days})
    AND any(one IN y.whom WHERE one IN x.whom)]) > 0] AS met
WITH n, [y IN came | y.words] AS back,
  reduce(texts = [], y IN met | CASE WHEN y.words IN texts THEN texts ELSE texts + [y.words] END) AS days_met,
  reduce(ids = [], x IN n.batons + came + met | ids + x.ids) AS ids
RETURN n.from_name AS passed_by,
  n.to_name AS passed_to,
  size(n.batons) AS times,
  n.sent AS sent,
  CASE n.verdict WHEN 'recorded not' THEN 'the source records that no feedback came back'
    WHEN 'no record found' THEN 'no record was found that ' + n.from_name + ' learned what was done'
    ELSE 'the records in hand do not tell whether ' + n.from_name + ' learned what was done' END
  + CASE WHEN size(back) = 0 THEN '' ELSE '. Also on record from ' + n.to_name + ' to ' + n.from_name
    + ', in the ' + toString($days) + ' days after: ' + reduce(words = head(back), one IN tail(back) | words + '; ' + one) END
  + CASE WHEN size(days_met) = 0 THEN '' ELSE '. Both are recorded at a meeting of '
    + reduce(words = head(days_met), one IN tail(days_met) | words + '; ' + one) + ', where it may have been told' END AS told,
  reduce(named = [], x IN n.batons | named + [name IN x.names WHERE NOT name IN named]) AS people,
  [n.from_name, n.to_name] AS agencies,
  n.from_day AS from_day,
  n.to_day AS to_day,
  CASE n.verdict WHEN 'recorded not' THEN 'recorded' ELSE n.verdict END AS strength,
  reduce(found = [], one IN ids | CASE WHEN one IN found THEN found ELSE found + [one] END) AS evidence_ids
ORDER BY from_day, passed_by, passed_to, strength
