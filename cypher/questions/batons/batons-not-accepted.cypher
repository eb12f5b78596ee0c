// ---
// id: batons-not-accepted
// title: Acknowledged, and nobody took it on
// question: Which referrals and requests were acknowledged, or were waiting for a worker, with no record that anybody took responsibility for them?
// why: A baton is passed on only when somebody accepts responsibility for taking it forward (Ofsted 2010, para 90). An acknowledgement can be taken for acceptance by the one who sent it.
// topic: batons
// level: 3
// parameters: {as_of: {type: date, default: as_of}}
// columns: {baton_id: string, passed_by: string, what: string, people: list, passed_to: string, on_text: string, said: string, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronology of the receiving agency]
// reads: Baton.acknowledgement and Baton.acceptance, judged in Python from outcomes, decisions, acts and whose records are in hand
// finding:
//   recorded: "{passed_to} received {what} about {people} from {passed_by} ({on_text}); its record says that nobody had yet taken it on: {said}."
//   no record found: "{passed_to} received and acknowledged {what} about {people} from {passed_by} ({on_text}); no record was found there, in the following four weeks, of anybody taking it on or declining it."
//   cannot tell: "{passed_to} received and acknowledged {what} about {people} from {passed_by} ({on_text}); the records in hand do not tell whether anybody took it on or declined it."
// none: "Each of the {denominator} referrals and requests known to have been acknowledged was taken on or declined."
// ---
MATCH (sender:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(receiver:Agency)
WHERE b.review_id = $review_id
  AND NOT b.carried_by_family
  AND b.acceptance IN ['recorded not', 'no record found', 'cannot tell']
  AND (b.acceptance = 'recorded not' OR b.acknowledgement IN ['recorded', 'matched'])
  AND (b.on_earliest IS NULL OR b.on_earliest <= $as_of)
  AND NOT EXISTS { MATCH (b)-[:HAS_STAGE]->(d:Stage) WHERE d.stage = 'declined' }
MATCH (b)-[:RECORDED_IN]->(e:Entry)
WITH sender, b, receiver, e ORDER BY e.on_earliest, e.entry_id
WITH sender, b, receiver, collect(DISTINCT e.entry_id) AS own_ids
OPTIONAL MATCH (b)-[:HAS_STAGE]->(s:Stage)-[:RECORDED_IN]->(stage_entry:Entry)
WHERE s.stage IN ['received', 'acknowledged', 'accepted']
WITH sender, b, receiver, own_ids, s, stage_entry ORDER BY stage_entry.on_earliest, stage_entry.entry_id
WITH sender, b, receiver, own_ids, collect(DISTINCT stage_entry.entry_id) AS stage_ids,
  max(CASE WHEN s.stage = 'accepted' THEN s.reason END) AS said
OPTIONAL MATCH (b)-[:ABOUT]->(p:Person)
WITH sender, b, receiver, own_ids, stage_ids, said, p
ORDER BY p.person_id
WITH sender, b, receiver, own_ids, stage_ids, said, collect(p.display_name) AS people
RETURN b.baton_id AS baton_id,
  sender.display_name AS passed_by,
  b.what AS what,
  people,
  receiver.display_name AS passed_to,
  coalesce(b.on_text, 'no date given') AS on_text,
  said,
  [sender.display_name, receiver.display_name] AS agencies,
  b.on_earliest AS from_day,
  b.on_latest AS to_day,
  CASE b.acceptance WHEN 'recorded not' THEN 'recorded' ELSE b.acceptance END AS strength,
  own_ids + [x IN stage_ids WHERE NOT x IN own_ids] AS evidence_ids
ORDER BY from_day, baton_id
