// ---
// id: batons-agreed-action
// title: Agreed actions with no owner, or with no completion recorded
// question: Which actions agreed at a meeting have no owner, or no record that they were done?
// why: An action that nobody was named to take, or that nobody came back to, is agreed on paper only (Ofsted 2010, para 82).
// topic: batons
// level: 2
// parameters: {as_of: {type: date, default: as_of}}
// columns: {baton_id: string, agreed_by: string, what: string, owner: string, left_open: string, on_text: string, people: list, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronologies of the agencies that took an action on]
// reads: Baton.receipt and Baton.action of agreed actions, judged in Python from the owner's later entries and from whose records are in hand
// finding:
//   recorded: "{agreed_by} recorded {what} about {people} ({on_text}); {left_open}."
//   no record found: "{agreed_by} recorded {what} about {people} ({on_text}), to be done by {owner}; no record was found in the records of {owner} of its being done."
//   cannot tell: "{agreed_by} recorded {what} about {people} ({on_text}), to be done by {owner}; the records in hand do not tell whether it was done."
// none: "Each of the {denominator} agreed actions has an owner and a record of its being done, or was not yet due."
// ---
MATCH (b:Baton)-[:RECORDED_IN]->(e:Entry)
WHERE b.review_id = $review_id AND b.kind = 'agreed_action' AND b.passed
  AND (b.on_earliest IS NULL OR b.on_earliest <= $as_of)
OPTIONAL MATCH (writer:Agency)-[:WROTE]->(e)
WITH b, e, writer ORDER BY e.on_earliest, e.entry_id
WITH b, collect(DISTINCT e.entry_id) AS own_ids, head(collect(writer.display_name)) AS written_by
OPTIONAL MATCH (sender:Agency)-[:PASSED]->(b)
OPTIONAL MATCH (b)-[:PASSED_TO]->(owner:Agency)
OPTIONAL MATCH (b)-[:HAS_STAGE]->(s:Stage)-[:RECORDED_IN]->(se:Entry)
WHERE s.stage IN ['acted on', 'declined'] AND s.how IN ['recorded', 'matched', 'recorded not']
WITH b, own_ids, written_by, sender, owner, s, se ORDER BY s.position, se.on_earliest, se.entry_id
WITH b, own_ids, written_by, sender, owner, collect(DISTINCT se.entry_id) AS stage_ids,
  sum(CASE WHEN s.stage = 'acted on' AND s.how <> 'recorded not' THEN 1 ELSE 0 END) AS done,
  max(s.reason) AS said
WITH b, own_ids, written_by, sender, owner, stage_ids, done, said,
  CASE WHEN owner IS NULL THEN 'recorded'
    WHEN b.action = 'recorded not' OR b.receipt = 'recorded not' THEN 'recorded'
    WHEN b.action <> 'not due' THEN b.action
    WHEN b.receipt IN ['no record found', 'cannot tell'] THEN b.receipt
    ELSE 'not due' END AS strength
WHERE done = 0 AND strength IN ['recorded', 'no record found', 'cannot tell']
OPTIONAL MATCH (b)-[:ABOUT]->(p:Person)
WITH b, own_ids, written_by, sender, owner, stage_ids, said, strength, p ORDER BY p.person_id
WITH b, own_ids, written_by, sender, owner, stage_ids, said, strength, collect(p.display_name) AS people
RETURN b.baton_id AS baton_id,
  coalesce(sender.display_name, written_by, 'The chronology') AS agreed_by,
  b.what AS what,
  owner.display_name AS owner,
  CASE WHEN owner IS NULL THEN 'the words name nobody who is to do it'
    ELSE 'it was to be done by ' + owner.display_name + ', and the records say that it was not done: ' + coalesce(said, 'no reason given') END AS left_open,
  coalesce(b.on_text, 'no date given') AS on_text,
  people,
  [name IN [coalesce(sender.display_name, written_by), owner.display_name] WHERE name IS NOT NULL] AS agencies,
  b.on_earliest AS from_day,
  b.on_latest AS to_day,
  strength,
  own_ids + [x IN stage_ids WHERE NOT x IN own_ids] AS evidence_ids
ORDER BY from_day, baton_id
