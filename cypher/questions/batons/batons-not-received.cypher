// ---
// id: batons-not-received
// title: Passed on, no record of receipt
// question: Which referrals, notifications and other batons left one agency and left no trace at the next?
// why: Whoever passes information stays responsible until they know that it arrived (Ofsted 2010, para 90). A baton that left no trace at the other end is the first place to look for a gap between agencies.
// topic: batons
// level: 2
// parameters: {as_of: {type: date, default: as_of}}
// columns: {baton_id: string, passed_by: string, what: string, people: list, passed_to: string, on_text: string, did: string, said: string, sent: string, reached: string, agencies: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronology of the receiving agency]
// reads: Baton.receipt, judged in Python from the pairing of both agencies' entries and from whose records are in hand
// finding:
//   recorded: "{passed_by} recorded {did} about {people} ({sent}); the source records that {reached}."
//   no record found: "{passed_by} recorded passing {what} about {people} to {passed_to} ({sent}); no record of receipt was found in the records of {passed_to}."
//   cannot tell: "{passed_by} recorded passing {what} about {people} to {passed_to} ({sent}); the records of {passed_to} for that time are not in hand, so receipt cannot be told."
// none: "Every one of the {denominator} batons has a recorded receipt."
// ---
MATCH (b:Baton)-[:RECORDED_IN]->(e:Entry)
WHERE b.review_id = $review_id
  AND NOT b.carried_by_family
  AND b.receipt IN ['recorded not', 'no record found', 'cannot tell']
  AND (b.on_earliest IS NULL OR b.on_earliest <= $as_of)
WITH b, e ORDER BY e.on_earliest, e.entry_id
WITH b, collect(DISTINCT e.entry_id) AS evidence_ids
OPTIONAL MATCH (sender:Agency)-[:PASSED]->(b)
OPTIONAL MATCH (b)-[:PASSED_TO]->(receiver:Agency)
WITH b, evidence_ids, sender, receiver
WHERE receiver IS NOT NULL OR b.receipt = 'recorded not'
OPTIONAL MATCH (b)-[:HAS_STAGE]->(s:Stage)
WHERE s.stage = 'passed' OR (s.stage = 'received' AND s.how = 'recorded not')
WITH b, evidence_ids, sender, receiver, max(CASE WHEN s.reason <> '' THEN s.reason END) AS said
OPTIONAL MATCH (b)-[:ABOUT]->(p:Person)
WITH b, evidence_ids, sender, receiver, said, p
ORDER BY p.person_id
WITH b, evidence_ids, sender, receiver, said, collect(p.display_name) AS people
RETURN b.baton_id AS baton_id,
  coalesce(sender.display_name, 'The chronology') AS passed_by,
  b.what AS what,
  people,
  coalesce(receiver.display_name, 'any agency') AS passed_to,
  coalesce(b.on_text, 'no date given') AS on_text,
  CASE WHEN b.passed THEN 'sending ' + b.what ELSE b.what END AS did,
  said,
  coalesce(b.on_text, 'no date given') + CASE WHEN said IS NULL THEN '' ELSE ', with the words ' + said END AS sent,
  CASE WHEN receiver IS NULL THEN 'this reached no agency'
    ELSE 'this did not reach ' + receiver.display_name END AS reached,
  [name IN [sender.display_name, receiver.display_name] WHERE name IS NOT NULL] AS agencies,
  b.on_earliest AS from_day,
  b.on_latest AS to_day,
  CASE b.receipt WHEN 'recorded not' THEN 'recorded' ELSE b.receipt END AS strength,
  CASE WHEN b.on_latest <= $as_of THEN 'certain' ELSE 'possible' END AS certainty,
  evidence_ids
ORDER BY from_day, baton_id
