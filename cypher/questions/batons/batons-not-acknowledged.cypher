// ---
// id: batons-not-acknowledged
// title: Received, and not acknowledged
// question: Which referrals and requests arrived with no record that the sender was told so?
// why: Whoever passes a baton stays responsible until they know that it was received and acknowledged (Ofsted 2010, para 90). One that arrived without a word leaves the sender to assume; feedback counts here as an acknowledgement, so that what had no answer of any kind is told under batons-no-feedback too.
// topic: batons
// level: 2
// parameters: {as_of: {type: date, default: as_of}}
// columns: {passed_by: string, passed_to: string, sent: list, people: list, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronology of the sending agency]
// reads: Baton.acknowledgement, judged in Python from acknowledgements, feedback and whose records are in hand
// finding:
//   recorded: "{passed_by} sent {passed_to} {sent}, about {people}; this was received, and the source records that no answer came back."
//   no record found: "{passed_by} sent {passed_to} {sent}, about {people}; this was received, and no record of an acknowledgement was found in the records of {passed_by} in the four weeks after."
//   cannot tell: "{passed_by} sent {passed_to} {sent}, about {people}; this was received, and the records in hand do not tell whether it was acknowledged: those of {passed_by} are needed for the four weeks after."
// none: "Each of the {denominator} referrals and requests known to have arrived was acknowledged."
// ---
MATCH (sender:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(receiver:Agency)
WHERE b.review_id = $review_id
  AND b.acknowledgement IN ['recorded not', 'no record found', 'cannot tell']
  AND NOT b.carried_by_family
  AND (b.on_earliest IS NULL OR b.on_earliest <= $as_of)
MATCH (b)-[:RECORDED_IN]->(e:Entry)
WITH sender, receiver, b, e ORDER BY e.entry_id
WITH sender, receiver, b, collect(e.entry_id) AS entry_ids
OPTIONAL MATCH (b)-[:HAS_STAGE]->(s:Stage)-[:RECORDED_IN]->(stage_entry:Entry)
WHERE s.stage IN ['received', 'acknowledged']
WITH sender, receiver, b, entry_ids, stage_entry ORDER BY stage_entry.entry_id
WITH sender, receiver, b, entry_ids, collect(DISTINCT stage_entry.entry_id) AS stage_entry_ids
WITH sender, receiver, b, entry_ids + [x IN stage_entry_ids WHERE NOT x IN entry_ids] AS entry_ids
ORDER BY b.on_earliest, b.baton_id
WITH sender, receiver, b.acknowledgement AS verdict, collect(b) AS batons,
  collect(b.what + ' (' + coalesce(b.on_text, 'no date given') + ')') AS sent,
  min(b.on_earliest) AS from_day, max(b.on_latest) AS to_day, collect(entry_ids) AS lists
UNWIND batons AS b
OPTIONAL MATCH (b)-[:ABOUT]->(p:Person)
WITH sender, receiver, verdict, sent, from_day, to_day, lists, p ORDER BY p.person_id
WITH sender, receiver, verdict, sent, from_day, to_day, lists, collect(DISTINCT p.display_name) AS people
RETURN sender.display_name AS passed_by,
  receiver.display_name AS passed_to,
  sent,
  people,
  [sender.display_name, receiver.display_name] AS agencies,
  from_day,
  to_day,
  CASE verdict WHEN 'recorded not' THEN 'recorded' ELSE verdict END AS strength,
  reduce(ids = [], one IN lists | ids + [x IN one WHERE NOT x IN ids]) AS evidence_ids
ORDER BY from_day, passed_by, passed_to, strength
