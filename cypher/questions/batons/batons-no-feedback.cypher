// ---
// id: batons-no-feedback
// title: Received, and no feedback to the referrer
// question: Which referrals and requests reached the next agency, with no record that the referrer learned what was done?
// why: The referrer should learn what was done (Ofsted 2010, para 92). Without feedback a referrer may believe that all is in hand, or stop referring.
// topic: batons
// level: 2
// parameters: {as_of: {type: date, default: as_of}}
// columns: {baton_id: string, passed_by: string, what: string, people: list, passed_to: string, on_text: string, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronology of the referring agency]
// reads: Baton.feedback, judged in Python from feedback entries going the other way and from whose records are in hand
// finding:
//   recorded: "{passed_by} sent {what} about {people} to {passed_to} ({on_text}); the source records that no feedback came back."
//   no record found: "{passed_by} sent {what} about {people} to {passed_to} ({on_text}), where it was received; no record was found that {passed_by} learned what was done."
//   cannot tell: "{passed_by} sent {what} about {people} to {passed_to} ({on_text}), where it was received; the records in hand do not tell whether {passed_by} learned what was done."
// none: "Each of the {denominator} referrals and requests known to have arrived has recorded feedback."
// ---
MATCH (sender:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(receiver:Agency)
WHERE b.review_id = $review_id
  AND b.feedback IN ['recorded not', 'no record found', 'cannot tell']
  AND (b.on_earliest IS NULL OR b.on_earliest <= $as_of)
MATCH (b)-[:RECORDED_IN]->(e:Entry)
WITH sender, b, receiver, e ORDER BY e.on_earliest, e.entry_id
WITH sender, b, receiver, collect(DISTINCT e.entry_id) AS own_ids
OPTIONAL MATCH (b)-[:HAS_STAGE]->(s:Stage)-[:RECORDED_IN]->(stage_entry:Entry)
WHERE s.stage = 'received'
WITH sender, b, receiver, own_ids, stage_entry ORDER BY stage_entry.on_earliest, stage_entry.entry_id
WITH sender, b, receiver, own_ids, collect(DISTINCT stage_entry.entry_id) AS stage_ids
OPTIONAL MATCH (b)-[:ABOUT]->(p:Person)
WITH sender, b, receiver, own_ids, stage_ids, p
ORDER BY p.person_id
WITH sender, b, receiver, own_ids, stage_ids, collect(p.display_name) AS people
RETURN b.baton_id AS baton_id,
  sender.display_name AS passed_by,
  b.what AS what,
  people,
  receiver.display_name AS passed_to,
  coalesce(b.on_text, 'no date given') AS on_text,
  [sender.display_name, receiver.display_name] AS agencies,
  b.on_earliest AS from_day,
  b.on_latest AS to_day,
  CASE b.feedback WHEN 'recorded not' THEN 'recorded' ELSE b.feedback END AS strength,
  own_ids + [x IN stage_ids WHERE NOT x IN own_ids] AS evidence_ids
ORDER BY from_day, baton_id
