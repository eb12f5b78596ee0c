// ---
// id: batons-no-sender
// title: Received, with no record at the sender
// question: Which batons did an agency record receiving that the agency it names as sender did not record passing?
// why: A referral that the sender never wrote down shows in the receiver's records alone. It tells what the sender's chronology leaves out (Ofsted 2010, para 90).
// topic: batons
// level: 3
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 14}}
// columns: {baton_id: string, passed_by: string, what: string, people: list, passed_to: string, on_text: string, days: integer, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronology of the sending agency]
// reads: Baton.receipt, judged in Python from the pairing of both agencies' entries
// finding:
//   no record found: "{passed_to} recorded receiving {what} about {people} from {passed_by} ({on_text}); no record of its sending was found in the records of {passed_by}."
//   cannot tell: "{passed_to} recorded receiving {what} about {people} from {passed_by} ({on_text}); the records of {passed_by} for that time and the {days} days before are not in hand."
// none: "Each of the {denominator} batons recorded as received is also recorded by its sender."
// ---
MATCH (sender:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(receiver:Agency)
WHERE b.review_id = $review_id
  AND (b.on_earliest IS NULL OR b.on_earliest <= $as_of)
  AND b.receipt = 'recorded'
  AND NOT EXISTS { MATCH (b)-[:HAS_STAGE]->(s:Stage) WHERE s.stage = 'passed' }
MATCH (b)-[:RECORDED_IN]->(e:Entry)
WITH sender, b, receiver, e ORDER BY e.on_earliest, e.entry_id
WITH sender, b, receiver, collect(DISTINCT e.entry_id) AS evidence_ids
OPTIONAL MATCH (b)-[:ABOUT]->(p:Person)
WITH sender, b, receiver, evidence_ids, p
ORDER BY p.person_id
WITH sender, b, receiver, evidence_ids, collect(p.display_name) AS people
OPTIONAL MATCH (c:Chronology)-[speaks:SPEAKS_FOR]->(sender)
WHERE speaks.detail = 'own'
  AND speaks.unbroken_from <= b.on_earliest - duration({days: $days})
  AND speaks.unbroken_to >= b.on_latest
WITH sender, b, receiver, evidence_ids, people, count(c) AS covering
RETURN b.baton_id AS baton_id,
  sender.display_name AS passed_by,
  b.what AS what,
  people,
  receiver.display_name AS passed_to,
  coalesce(b.on_text, 'no date given') AS on_text,
  $days AS days,
  [sender.display_name, receiver.display_name] AS agencies,
  b.on_earliest AS from_day,
  b.on_latest AS to_day,
  CASE WHEN covering > 0 THEN 'no record found' ELSE 'cannot tell' END AS strength,
  evidence_ids
ORDER BY from_day, baton_id
