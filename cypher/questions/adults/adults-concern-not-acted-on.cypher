// ---
// id: adults-concern-not-acted-on
// title: Concern of a father, relative or member of the public with no action recorded
// question: Which concerns raised by a father, another relative or somebody who is no professional have no action recorded?
// why: Fathers, grandparents and neighbours often raised concerns that were noted and taken no further, sometimes because they were put down to a quarrel in the family (Ofsted 2010, paras 73-74; Brandon and others 2009, chapter 3). What the family said is told here apart from what agencies passed to each other.
// topic: adults
// level: 2
// parameters: {as_of: {type: date, default: as_of}}
// columns: {baton_id: string, raised_by: string, about: list, received_by: string, on_text: string, said: string, people: list, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronology of the agency that received the concern]
// reads: Baton.action, judged in Python from outcomes, later entries and whose records are in hand
// finding:
//   recorded: "{received_by} recorded a concern raised by {raised_by} about {about} ({on_text}); its record gives the outcome as {said}."
//   no record found: "{received_by} recorded a concern raised by {raised_by} about {about} ({on_text}); no record was found there of anything done about it in the following four weeks."
//   cannot tell: "{received_by} is recorded as receiving a concern raised by {raised_by} about {about} ({on_text}); the records in hand do not tell what was done about it. What they say of the outcome: {said}."
// none: "Each of the {denominator} concerns recorded as raised by the family or the public has a recorded action."
// ---
MATCH (b:Baton)-[:PASSED_TO]->(receiver:Agency)
WHERE b.review_id = $review_id AND b.passed
  AND b.kind IN ['referral', 'notification', 'disclosure', 'escalation']
  AND b.receipt IN ['recorded', 'matched']
  AND b.action IN ['recorded not', 'no record found', 'cannot tell']
  AND (b.on_earliest IS NULL OR b.on_earliest <= $as_of)
  AND NOT EXISTS { MATCH (:Agency)-[:PASSED]->(b) }
OPTIONAL MATCH (teller:Person)-[:PASSED]->(b)
WITH b, receiver, teller
WHERE teller IS NULL OR teller.kind <> 'child'
MATCH (b)-[:RECORDED_IN]->(e:Entry)
WITH b, receiver, teller, e ORDER BY e.on_earliest, e.entry_id
WITH b, receiver, teller, collect(DISTINCT e.entry_id) AS own_ids
OPTIONAL MATCH (b)-[:HAS_STAGE]->(s:Stage)-[:RECORDED_IN]->(stage_entry:Entry)
WITH b, receiver, teller, own_ids, s, stage_entry ORDER BY stage_entry.on_earliest, stage_entry.entry_id
WITH b, receiver, teller, own_ids, collect(DISTINCT stage_entry.entry_id) AS stage_ids,
  max(CASE WHEN s.stage = 'declined' OR s.how = 'unclear' THEN s.reason END) AS said
OPTIONAL MATCH (b)-[:ABOUT]->(p:Person)
WHERE teller IS NULL OR p.person_id <> teller.person_id
WITH b, receiver, teller, own_ids, stage_ids, said, p ORDER BY p.person_id
WITH b, receiver, teller, own_ids, stage_ids, said, collect(p.display_name) AS about
RETURN b.baton_id AS baton_id,
  coalesce(teller.display_name, 'somebody who is no agency or is not named') AS raised_by,
  CASE WHEN size(about) = 0 THEN ['the family'] ELSE about END AS about,
  receiver.display_name AS received_by,
  coalesce(b.on_text, 'no date given') AS on_text,
  said,
  [name IN [teller.display_name] WHERE name IS NOT NULL] + about AS people,
  [receiver.display_name] AS agencies,
  b.on_earliest AS from_day,
  b.on_latest AS to_day,
  CASE b.action WHEN 'recorded not' THEN 'recorded' ELSE b.action END AS strength,
  own_ids + [x IN stage_ids WHERE NOT x IN own_ids] AS evidence_ids
ORDER BY from_day, baton_id
