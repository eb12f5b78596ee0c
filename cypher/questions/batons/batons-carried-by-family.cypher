// ---
// id: batons-carried-by-family
// title: Left to the family to carry
// question: What was a parent or relative given to carry to a service, with no record that it got there?
// why: Asking a parent to make the appointment, ring back or take the letter makes the family the link between agencies (Ofsted 2010, paras 42-43 and 54). The one who asked may take it that help is under way.
// topic: batons
// level: 2
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 56}}
// columns: {baton_id: string, passed_by: string, carried_by: string, task: string, people: list, on_text: string, said: string, shown_by: string, reason: string, before: string, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronology of the agency the family was to go to]
// reads: Baton.carried_by_family, Baton.carried_by and Baton.receipt, worked out in Python from the words of entries and the entries that follow
// finding:
//   recorded: "{passed_by} recorded {said} ({on_text}), which left it to {carried_by} to {task}; {reason}."
//   no record found: "{passed_by} recorded {said} ({on_text}), which left it to {carried_by} to {task}; no contact with {people} was found in the records of {shown_by} in the eight weeks after ({before})."
//   cannot tell: "{passed_by} recorded {said} ({on_text}), which left it to {carried_by} to {task}; whether it was taken up cannot be told: {reason}."
// none: "Each of the {denominator} things left to the family to carry was followed by a contact with the service."
// ---
MATCH (sender:Agency)-[:PASSED]->(b:Baton)
WHERE b.review_id = $review_id
  AND b.carried_by_family
  AND b.receipt IN ['recorded not', 'no record found', 'cannot tell']
  AND (b.on_earliest IS NULL OR b.on_earliest <= $as_of)
MATCH (b)-[:RECORDED_IN]->(e:Entry)
WITH sender, b, e ORDER BY e.on_earliest, e.entry_id
WITH sender, b, collect(DISTINCT e.entry_id) AS evidence_ids
OPTIONAL MATCH (b)-[:PASSED_TO]->(receiver:Agency)
OPTIONAL MATCH (carrier:Person)-[:CARRIED]->(b)
OPTIONAL MATCH (b)-[:HAS_STAGE]->(s:Stage)
WHERE s.stage = 'passed'
WITH sender, b, evidence_ids, receiver, carrier, max(s.reason) AS said
OPTIONAL MATCH (b)-[:ABOUT]->(p:Person)
WITH sender, b, evidence_ids, receiver, carrier, said, p ORDER BY p.person_id
WITH sender, b, evidence_ids, receiver, carrier, said, collect(p.display_name) AS people
WITH sender, b, evidence_ids, receiver, carrier, said, people, coalesce(receiver, sender) AS shows
OPTIONAL MATCH (b)-[:ABOUT]->(:Person)<-[:CONCERNED]-(c:Contact)<-[:MADE]-(shows)
WHERE NOT c.missed AND b.receipt = 'no record found'
  AND c.on_latest < b.on_earliest AND c.on_latest >= b.on_earliest - duration({days: $days})
OPTIONAL MATCH (c)-[:RECORDED_IN]->(ce:Entry)
WITH sender, b, evidence_ids, receiver, carrier, said, people, shows, c, ce
ORDER BY c.on_latest DESC, c.contact_id, ce.entry_id
WITH sender, b, evidence_ids, receiver, carrier, said, people, shows, head(collect(c.on_text)) AS seen_text,
  head(collect(ce.entry_id)) AS seen_id
RETURN b.baton_id AS baton_id,
  sender.display_name AS passed_by,
  coalesce(carrier.display_name, 'the family') AS carried_by,
  CASE WHEN receiver IS NOT NULL THEN 'approach ' + receiver.display_name
    WHEN b.kind = 'request' THEN 'come back to it'
    ELSE 'approach a service that the records do not identify' END AS task,
  people,
  coalesce(b.on_text, 'no date given') AS on_text,
  said,
  shows.display_name AS shown_by,
  CASE WHEN b.receipt <> 'recorded not' OR b.receipt_reason STARTS WITH 'the row itself' THEN b.receipt_reason
    ELSE 'the source records that this did not arrive' END AS reason,
  CASE WHEN seen_text IS NULL THEN 'nor in the ' + toString($days) + ' days before'
    ELSE 'the last before it was of ' + seen_text END AS before,
  [name IN [sender.display_name, receiver.display_name] WHERE name IS NOT NULL] AS agencies,
  b.on_earliest AS from_day,
  b.on_latest AS to_day,
  CASE b.receipt WHEN 'recorded not' THEN 'recorded' ELSE b.receipt END AS strength,
  evidence_ids + [one IN [seen_id] WHERE one IS NOT NULL AND NOT one IN evidence_ids] AS evidence_ids
ORDER BY from_day, baton_id
