// ---
// id: batons-not-acted-on
// title: Received, and no action recorded
// question: Which batons reached an agency, with no record there that anything was done about them?
// why: A baton is passed on only when the receiver accepts it and is seen to take it forward (Ofsted 2010, para 90). A referral that arrives and rests is as lost as one that never came.
// topic: batons
// level: 2
// parameters: {as_of: {type: date, default: as_of}}
// columns: {baton_id: string, passed_by: string, what: string, people: list, passed_to: string, on_text: string, said: string, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronology of the receiving agency]
// reads: Baton.receipt and Baton.action, judged in Python from outcomes, later entries and whose records are in hand
// finding:
//   recorded: "{passed_to} received {what} about {people} from {passed_by} ({on_text}); its record gives the outcome as {said}."
//   no record found: "{passed_to} received {what} about {people} from {passed_by} ({on_text}); no record was found there of anything done about it in the following five weeks."
//   cannot tell: "{passed_to} received {what} about {people} from {passed_by} ({on_text}); the records in hand do not tell what was done about it. What they say of the outcome: {said}."
// none: "Each of the {denominator} batons known to have arrived has a recorded action."
// ---
MATCH (b:Baton)-[:PASSED_TO]->(receiver:Agency)
WHERE b.review_id = $review_id AND b.kind <> 'agreed_action'
  AND b.receipt IN ['recorded', 'matched']
  AND b.action IN ['recorded not', 'no record found', 'cannot tell']
  AND (b.on_earliest IS NULL OR b.on_earliest <= $as_of)
MATCH (b)-[:RECORDED_IN]->(e:Entry)
WITH b, receiver, e ORDER BY e.on_earliest, e.entry_id
WITH b, receiver, collect(DISTINCT e.entry_id) AS own_ids
OPTIONAL MATCH (b)-[:HAS_STAGE]->(s:Stage)-[:RECORDED_IN]->(stage_entry:Entry)
WITH b, receiver, own_ids, s, stage_entry ORDER BY stage_entry.on_earliest, stage_entry.entry_id
WITH b, receiver, own_ids, collect(DISTINCT stage_entry.entry_id) AS stage_ids,
  max(CASE WHEN s.stage = 'declined' OR s.how = 'unclear' THEN s.reason END) AS said
OPTIONAL MATCH (sender:Agency)-[:PASSED]->(b)
OPTIONAL MATCH (teller:Person)-[:PASSED]->(b)
OPTIONAL MATCH (b)-[:ABOUT]->(p:Person)
WITH b, receiver, own_ids, stage_ids, said, sender, teller, p
ORDER BY p.person_id
WITH b, receiver, own_ids, stage_ids, said, sender, teller, collect(p.display_name) AS people
RETURN b.baton_id AS baton_id,
  coalesce(sender.display_name, teller.display_name, 'a sender who is no agency or is not named') AS passed_by,
  b.what AS what,
  people,
  receiver.display_name AS passed_to,
  coalesce(b.on_text, 'no date given') AS on_text,
  said,
  [name IN [sender.display_name, receiver.display_name] WHERE name IS NOT NULL] AS agencies,
  b.on_earliest AS from_day,
  b.on_latest AS to_day,
  CASE b.action WHEN 'recorded not' THEN 'recorded' ELSE b.action END AS strength,
  own_ids + [x IN stage_ids WHERE NOT x IN own_ids] AS evidence_ids
ORDER BY from_day, baton_id
