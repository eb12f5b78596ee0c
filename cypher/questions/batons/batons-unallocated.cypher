// ---
// id: batons-unallocated
// title: A case without a worker
// question: When was the family's case at an agency recorded as having no worker?
// why: While nobody holds a case, what is passed to the agency reaches nobody who takes it forward (Ofsted 2010, para 90; Brandon and others 2009, chapter 3). Only what a row says is given here.
// topic: batons
// level: 1
// parameters: {as_of: {type: date, default: as_of}}
// columns: {agency: string, times: integer, on_texts: list, next_text: string, people: list, agencies: list, from_day: date, to_day: date, evidence_ids: list}
// needs: [rows of the event "unallocated"]
// strength: recorded
// finding: "{agency} recorded the case of {people} as without a worker ({on_texts}); the next contact with the family in its records: {next_text}."
// none: "No row up to this day says that a case was without a worker."
// ---
MATCH (a:Agency)-[:CARRIED_OUT]->(m:Milestone)-[:RECORDED_IN]->(e:Entry)
WHERE m.review_id = $review_id
  AND m.kind = 'unallocated'
  AND (m.on_earliest IS NULL OR m.on_earliest <= $as_of)
OPTIONAL MATCH (m)-[:ABOUT]->(p:Person)
WITH a, m, e, p ORDER BY m.on_earliest, m.milestone_id, e.entry_id, p.person_id
WITH a, count(DISTINCT m.milestone_id) AS times, collect(DISTINCT coalesce(m.on_text, 'no date given')) AS on_texts,
  min(m.on_earliest) AS from_day, max(m.on_latest) AS to_day,
  collect(DISTINCT p.display_name) AS people, collect(DISTINCT e.entry_id) AS evidence_ids
OPTIONAL MATCH (a)-[:MADE]->(c:Contact)
WHERE NOT c.missed AND c.on_earliest > to_day AND c.on_earliest <= $as_of
WITH a, times, on_texts, from_day, to_day, people, evidence_ids, c ORDER BY c.on_earliest, c.on_latest, c.contact_id
WITH a, times, on_texts, from_day, to_day, people, evidence_ids, head(collect(c.on_text)) AS next_text
RETURN a.display_name AS agency,
  times,
  on_texts,
  coalesce(next_text, 'none found') AS next_text,
  people,
  [a.display_name] AS agencies,
  from_day,
  to_day,
  evidence_ids
ORDER BY from_day, agency
