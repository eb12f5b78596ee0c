// ---
// id: child-never-seen
// title: Children of the family never recorded as seen
// question: Which children of the family are named in the records and never recorded as seen by any agency?
// why: Brothers and sisters were often left out, known of but not seen, not spoken to (Ofsted 2010, paras 59-60; Brandon and others 2009, chapter 3).
// topic: child
// level: 2
// parameters: {as_of: {type: date, default: as_of}}
// columns: {child: string, named_in: integer, not_seen: integer, people: list, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronologies of the agencies working with the family]
// finding:
//   recorded: "No entry records that {child} was seen; entries that name {child}: {named_in}; contacts that record {child} as not seen: {not_seen}."
//   no record found: "No record was found that any agency working with the family saw {child}; entries that name {child}: {named_in}."
//   cannot tell: "No entry in hand says that {child} was seen (entries that name {child}: {named_in}); the records of all agencies working with the family are not in hand."
// none: "Each of the {denominator} children of the family is recorded as seen at least once."
// ---
MATCH (k:Person:Child)
WHERE k.review_id = $review_id AND NOT k.group
  AND (k.born_earliest IS NULL OR k.born_earliest <= $as_of)
  AND (k.born_earliest IS NOT NULL OR k.due_earliest IS NULL OR k.due_earliest <= $as_of)
OPTIONAL MATCH (c:Contact)-[w:CONCERNED]->(k)
WHERE w.seen = 'yes' AND (k.died_latest IS NULL OR c.on_earliest IS NULL OR c.on_earliest <= k.died_latest)
WITH k, count(c) AS times_seen
WHERE times_seen = 0
MATCH (k)-[:RECORDED_IN]->(e:Entry)
WHERE e.on_earliest IS NULL OR e.on_earliest <= $as_of
WITH k, e ORDER BY e.on_earliest, e.entry_id
WITH k, collect(DISTINCT e.entry_id) AS evidence_ids, min(e.on_earliest) AS from_day, max(e.on_latest) AS to_day
OPTIONAL MATCH (a:Agency)-[:MADE]->(c:Contact)-[w:CONCERNED]->(k)
WHERE w.seen = 'no' AND (c.on_earliest IS NULL OR c.on_earliest <= $as_of)
WITH k, evidence_ids, from_day, to_day, count(DISTINCT c) AS not_seen
OPTIONAL MATCH (working:Agency)
WHERE working.review_id = $review_id AND working.works_with_child
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(working)
WHERE s.detail = 'own'
WITH k, evidence_ids, from_day, to_day, not_seen, count(DISTINCT working.agency_id) AS agencies_then,
  count(DISTINCT CASE WHEN h IS NOT NULL THEN working.agency_id END) AS in_hand
RETURN k.display_name AS child,
  size(evidence_ids) AS named_in,
  not_seen,
  [k.display_name] AS people,
  [] AS agencies,
  from_day,
  to_day,
  CASE WHEN not_seen > 0 THEN 'recorded' WHEN in_hand > 0 AND in_hand = agencies_then THEN 'no record found' ELSE 'cannot tell' END AS strength,
  evidence_ids
ORDER BY from_day, child
