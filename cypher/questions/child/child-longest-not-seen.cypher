// ---
// id: child-longest-not-seen
// title: The longest times the child was not seen
// question: Between which days is there no record that the child was seen by any agency?
// why: Children were often not seen or spoken to for long periods while agencies were in touch with the adults (Ofsted 2010, paras 59-60; Brandon and others 2009, chapter 3, "The invisible child").
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
MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(k:Person:Child)
WHERE k.review_id = $review_id AND k.index_child
  AND c.on_earliest IS NOT NULL AND c.on_earliest <= $as_of
WITH k, a, min(c.on_earliest) AS began, max(c.on_latest) AS ended
WITH k, min(began) AS first_day,
  collect({agency_id: a.agency_id, works: a.works_with_child, began: began, ended: ended}) AS involvements
MATCH (a:Agency)-[:MADE]->(c:Contact)-[w:CONCERNED]->(k)
WHERE c.on_earliest IS NOT NULL AND c.on_earliest <= $as_of
MATCH (c)-[:RECORDED_IN]->(e:Entry)
WITH k, first_day, involvements, a, c, w, e ORDER BY c.on_earliest, e.entry_id
WITH k, first_day, involvements, collect({agency: a.display_name, seen: w.seen,
    earliest: c.on_earliest, latest: c.on_latest, entry_id: e.entry_id}) AS contacts
WITH k, first_day, involvements, contacts,
  [x IN contacts WHERE x.seen = 'yes' AND (k.died_latest IS NULL OR x.earliest <= k.died_latest)
    AND (k.born_earliest IS NULL OR x.latest >= k.born_earliest) | {earliest: x.earliest, latest: x.latest}] AS seen
WITH k, involvements, contacts, seen,
  CASE WHEN size(seen) > 0 AND seen[0].earliest < k.born_latest THEN seen[0].earliest
    ELSE coalesce(k.born_latest, first_day) END AS begins,
  CASE WHEN k.died_latest < $as_of THEN k.died_latest ELSE $as_of END AS until_day
WHERE begins < until_day
UNWIND [{earliest: begins, latest: begins}] + seen + [{earliest: until_day, latest: until_day}] AS p
WITH k, involvements, contacts, p ORDER BY p.latest, p.earliest
WITH k, involvements, contacts, collect(p) AS points
WITH k, involvements, contacts, [i IN range(0, size(points) - 2)
    WHERE duration.inDays(points[i].latest, points[i + 1].earliest).days >= $days
      AND none(p IN points[i + 1..] WHERE duration.inDays(points[i].latest, p.earliest).days < $days)
    | {from_day: points[i].latest,
       to_day: reduce(day = points[i + 1].earliest, p IN points[i + 1..] |
         CASE WHEN p.earliest < day THEN p.earliest ELSE day END)}] AS gaps
UNWIND gaps AS gap
WITH k, gap.from_day AS from_day, gap.to_day AS to_day,
  [x IN contacts WHERE x.latest >= gap.from_day AND x.earliest <= gap.to_day] AS within,
  [x IN involvements WHERE x.works AND x.began <= gap.to_day AND x.ended >= gap.from_day | x.agency_id] AS agency_ids
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(working:Agency)
WHERE working.agency_id IN agency_ids
  AND s.detail = 'own' AND s.covers_from <= from_day AND s.covers_to >= to_day
WITH k, from_day, to_day, within, agency_ids, count(DISTINCT working.agency_id) AS in_hand
OPTIONAL MATCH (k)-[:RECORDED_IN]->(named:Entry)
WHERE size(within) = 0
WITH k, from_day, to_day, within, agency_ids, in_hand, named ORDER BY named.on_earliest, named.entry_id
WITH k, from_day, to_day, within, agency_ids, in_hand, collect(named.entry_id) AS named_ids,
  size([x IN within WHERE x.seen = 'no']) AS not_seen
RETURN k.display_name AS child,
  duration.inDays(from_day, to_day).days / 7 AS weeks,
  not_seen,
  size([x IN within WHERE x.seen = 'unknown']) AS unclear,
  [k.display_name] AS people,
  reduce(names = [], x IN within | CASE WHEN x.agency IN names THEN names ELSE names + [x.agency] END) AS agencies,
  from_day,
  to_day,
  CASE WHEN not_seen > 0 THEN 'recorded' WHEN in_hand > 0 AND in_hand = size(agency_ids) THEN 'no record found'
    ELSE 'cannot tell' END AS strength,
  [x IN within | x.entry_id] + named_ids AS evidence_ids
ORDER BY weeks DESC, from_day, child
