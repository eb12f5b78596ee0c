// ---
// id: child-longest-not-seen
// title: The longest times the child was not seen
// question: Between which days is there no record that the child was seen by any agency?
// why: Children were often not seen or spoken to for long periods while agencies were in touch with the adults (001 paras 59-60; 002 chapter 3, "The invisible child").
// topic: child
// level: 2
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 70}}
// columns: {child: string, weeks: integer, not_seen: integer, unclear: integer, people: list, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronologies of the agencies working with the child]
// finding:
//   recorded: "For {weeks} weeks, from {from_day} to {to_day}, no entry records that {child} was seen; contacts that record {child} as not seen: {not_seen}; contacts that do not say: {unclear}."
//   no record found: "For {weeks} weeks, from {from_day} to {to_day}, no record was found that {child} was seen by any of the agencies working with {child}; contacts that do not say: {unclear}."
//   cannot tell: "For {weeks} weeks, from {from_day} to {to_day}, the records in hand do not show that {child} was seen (contacts that do not say: {unclear}); the records of all agencies working with {child} are not in hand."
// none: "The child is recorded as seen at least once in every period of the length asked about."
// ---
MATCH (k:Person:Child)
WHERE k.review_id = $review_id AND k.index_child
MATCH (:Agency)-[:MADE]->(c:Contact)-[w:CONCERNED]->(k)
WHERE c.on_earliest IS NOT NULL AND c.on_earliest <= $as_of
WITH k, min(c.on_earliest) AS first_day,
  collect(CASE WHEN w.seen = 'yes' AND (k.died_latest IS NULL OR c.on_earliest <= k.died_latest)
    AND (k.born_earliest IS NULL OR c.on_latest >= k.born_earliest) THEN {earliest: c.on_earliest, latest: c.on_latest} END) AS seen,
  min(CASE WHEN w.seen = 'yes' AND c.on_latest >= k.born_earliest THEN c.on_earliest END) AS first_seen
WITH k, seen,
  CASE WHEN first_seen < k.born_latest THEN first_seen ELSE coalesce(k.born_latest, first_day) END AS begins,
  CASE WHEN k.died_latest < $as_of THEN k.died_latest ELSE $as_of END AS until_day
WHERE begins < until_day
WITH k, [{earliest: begins, latest: begins}] + seen + [{earliest: until_day, latest: until_day}] AS points
UNWIND points AS one
UNWIND points AS next
WITH k, points, one, next
WHERE next.earliest > one.latest
WITH k, points, one.latest AS from_day, min(next.earliest) AS to_day
WHERE duration.inDays(from_day, to_day).days >= $days
  AND none(p IN points WHERE p.earliest <= from_day AND p.latest > from_day)
MATCH (k)-[:RECORDED_IN]->(named:Entry)
WITH k, from_day, to_day, named ORDER BY named.on_earliest, named.entry_id
WITH k, from_day, to_day, collect(DISTINCT named.entry_id) AS named_ids
OPTIONAL MATCH (a:Agency)-[:MADE]->(c:Contact)-[w:CONCERNED]->(k)
WHERE c.on_latest >= from_day AND c.on_earliest <= to_day
OPTIONAL MATCH (c)-[:RECORDED_IN]->(e:Entry)
WITH k, from_day, to_day, named_ids, a, c, w, e ORDER BY e.on_earliest, e.entry_id
WITH k, from_day, to_day, named_ids, collect(DISTINCT e.entry_id) AS contact_ids,
  count(DISTINCT CASE WHEN w.seen = 'no' THEN c.contact_id END) AS not_seen,
  count(DISTINCT CASE WHEN w.seen = 'unknown' THEN c.contact_id END) AS unclear,
  collect(DISTINCT a.display_name) AS agencies
OPTIONAL MATCH (working:Agency)
WHERE working.review_id = $review_id AND working.works_with_child
  AND EXISTS { MATCH (working)-[:MADE]->(x:Contact)-[:CONCERNED]->(k) WHERE x.on_earliest <= to_day }
  AND EXISTS { MATCH (working)-[:MADE]->(y:Contact)-[:CONCERNED]->(k) WHERE y.on_latest >= from_day }
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(working)
WHERE s.detail = 'own' AND s.covers_from <= from_day AND s.covers_to >= to_day
WITH k, from_day, to_day, not_seen, unclear, agencies,
  CASE WHEN size(contact_ids) = 0 THEN named_ids ELSE contact_ids END AS evidence_ids,
  count(DISTINCT working.agency_id) AS agencies_then,
  count(DISTINCT CASE WHEN h IS NOT NULL THEN working.agency_id END) AS in_hand
RETURN k.display_name AS child,
  duration.inDays(from_day, to_day).days / 7 AS weeks,
  not_seen,
  unclear,
  [k.display_name] AS people,
  agencies,
  from_day,
  to_day,
  CASE WHEN not_seen > 0 THEN 'recorded' WHEN in_hand > 0 AND in_hand = agencies_then THEN 'no record found' ELSE 'cannot tell' END AS strength,
  evidence_ids
ORDER BY weeks DESC, from_day, child
