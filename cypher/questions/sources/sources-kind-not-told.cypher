// ---
// id: sources-kind-not-told
// title: Entries that do not say what kind of event they record
// question: In which files do entries give no kind of event that is understood?
// why: Referrals, conferences and visits are told apart by the column that names the kind of event. Without it an entry counts only as a contact of an unknown kind, and what it passed on is not seen.
// topic: sources
// level: 1
// parameters: {}
// columns: {file: string, sheet: string, entries: integer, agencies: list, from_day: date, to_day: date, evidence_ids: list}
// strength: cannot tell
// finding: "{entries} of the entries of {file} do not say what kind of event they record in words that are understood; batons and meetings in them are not seen. What a row is can be set by a decision, which leaves the source as it is. The first of them are listed."
// none: "Every entry says what kind of event it records."
// ---
MATCH (a:Agency)-[:MADE]->(c:Contact)-[:RECORDED_IN]->(e:Entry)-[:WRITTEN_IN]->(h:Chronology)
WHERE h.review_id = $review_id AND NOT c.kind_told
WITH h, a, e ORDER BY e.row, e.entry_id, a.agency_id
WITH h, collect(DISTINCT e.entry_id) AS entry_ids, collect(DISTINCT a.display_name) AS agencies,
  min(e.on_earliest) AS from_day, max(e.on_latest) AS to_day
RETURN h.file AS file,
  h.sheet AS sheet,
  size(entry_ids) AS entries,
  agencies,
  from_day,
  to_day,
  entry_ids[0..20] AS evidence_ids
ORDER BY entries DESC, file, sheet
