// ---
// id: sources-what-cannot-be-told
// title: Whose records are not in hand
// question: Which agencies are named in the records without a chronology of their own for the dates that matter?
// why: Absence of a record is not evidence of absence unless the records that would hold it are in hand. Each row is a gap in the sources, worth asking for, and not a dropped baton.
// topic: sources
// level: 1
// parameters: {as_of: {type: date, default: as_of}}
// columns: {agency: string, batons: integer, contacts: integer, in_hand: string, own_days: list, days: list, agencies: list, from_day: date, to_day: date, evidence_ids: list}
// strength: cannot tell
// finding: "{agency}: {in_hand} (first and last day it covers: {own_days}). Batons for it that cannot be judged: {batons}; contacts of its own known only from others' records: {contacts}; first and last day concerned: {days}."
// none: "Every agency named in the records has a chronology of its own for the dates that matter."
// ---
MATCH (a:Agency)
WHERE a.review_id = $review_id AND a.stands_for_agency
OPTIONAL MATCH (c:Chronology)-[s:SPEAKS_FOR]->(a)
WHERE s.detail = 'own'
WITH a, count(c) AS own, min(s.covers_from) AS covers_from, max(s.covers_to) AS covers_to
MATCH (a)-[:MADE|PASSED_TO]-(held)-[:RECORDED_IN]->(e:Entry)
WHERE (held.receipt = 'cannot tell' OR (own = 0 AND held.contact_id IS NOT NULL))
  AND (held.on_earliest IS NULL OR held.on_earliest <= $as_of)
WITH a, own, covers_from, covers_to, held, e.entry_id AS evidence_id ORDER BY evidence_id
WITH a, own, covers_from, covers_to, count(DISTINCT held.baton_id) AS batons,
  count(DISTINCT held.contact_id) AS contacts, min(held.on_earliest) AS from_day, max(held.on_latest) AS to_day,
  collect(DISTINCT evidence_id) AS evidence_ids
RETURN a.display_name AS agency,
  batons,
  contacts,
  CASE WHEN own = 0 THEN 'no chronology of its own is in hand'
    WHEN covers_from IS NULL THEN 'its own chronology has no day that can be read'
    ELSE 'its own chronology does not cover all the days that matter' END AS in_hand,
  CASE WHEN covers_from IS NULL THEN ['none'] ELSE [covers_from, covers_to] END AS own_days,
  CASE WHEN from_day IS NULL THEN ['no date given'] ELSE [from_day, to_day] END AS days,
  [a.display_name] AS agencies,
  from_day,
  to_day,
  evidence_ids
ORDER BY batons DESC, agency
