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
// reads: NotSeenPeriod, the days between those on which the child may have been seen, worked out in Python with the count of contacts at which a child, named or not, was recorded as not seen; a day looked back from other than the review's shortens or lengthens the last one here
// finding:
//   recorded: "For {weeks} weeks, from {from_day} to {to_day}, no entry records that {child} was seen; contacts that record {child}, or a child not named, as not seen: {not_seen}; contacts about {child} that do not say: {unclear}."
//   no record found: "For {weeks} weeks, from {from_day} to {to_day}, no record was found that {child} was seen by any of the agencies working with {child}; contacts about {child} that do not say: {unclear}."
//   cannot tell: "For {weeks} weeks, from {from_day} to {to_day}, the records in hand do not show that {child} was seen (contacts about {child} that do not say: {unclear}); the records of all agencies working with {child} are not in hand."
// none: "The child is recorded as seen at least once in every period of the length asked about."
// ---
MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(k:Person:Child)
WHERE k.review_id = $review_id AND k.index_child
  AND c.on_earliest IS NOT NULL AND c.on_earliest <= $as_of
WITH k, a, min(c.on_earliest) AS began, max(c.on_latest) AS ended
WITH k, a, began, ended ORDER BY k.person_id, a.agency_id
WITH k, collect({agency_id: a.agency_id, works: a.works_with_child, began: began, ended: ended}) AS involvements
MATCH (k)-[:NOT_SEEN_DURING]->(n:NotSeenPeriod)
WITH k, involvements, max(n.from_day) AS last_from
MATCH (k)-[:NOT_SEEN_DURING]->(n:NotSeenPeriod)
WITH k, involvements, n, n.from_day AS from_day,
  CASE WHEN k.died_latest IS NULL AND n.from_day = last_from THEN $as_of
    WHEN n.to_day > $as_of THEN $as_of ELSE n.to_day END AS to_day
WHERE from_day < to_day AND duration.inDays(from_day, to_day).days >= $days
OPTIONAL MATCH (n)-[:RECORDED_IN]->(e:Entry)<-[:RECORDED_IN]-(c:Contact)
WHERE c.on_earliest <= to_day
OPTIONAL MATCH (c)-[:CONCERNED]->(other:Person:Child)
WHERE NOT other.group
WITH k, involvements, n, from_day, to_day, e, c, count(other) AS children
OPTIONAL MATCH (c)-[w:CONCERNED]->(k)
OPTIONAL MATCH (e)<-[:WROTE]-(a:Agency)
WITH k, involvements, n, from_day, to_day, a, c, w, e, children ORDER BY c.on_earliest, e.entry_id
WITH k, involvements, from_day, to_day, CASE WHEN to_day < n.to_day THEN 0 ELSE n.not_seen END AS in_all,
  collect(CASE WHEN w IS NOT NULL
    THEN {agency: a.display_name, seen: w.seen, entry_id: e.entry_id} END) AS about,
  collect(CASE WHEN c IS NOT NULL AND children = 0
    THEN {agency: a.display_name, seen: 'of a child not named: ' + c.child_seen, entry_id: e.entry_id} END) AS unnamed
WITH k, involvements, from_day, to_day, in_all, size([x IN about WHERE x.seen = 'no']) AS by_name, about, unnamed,
  [x IN unnamed WHERE x.seen = 'of a child not named: no'] AS told_no
WITH k, involvements, from_day, to_day, CASE WHEN in_all > by_name THEN in_all ELSE by_name END AS not_seen,
  CASE WHEN in_all <= by_name THEN about WHEN size(told_no) = in_all - by_name THEN about + told_no
    ELSE about + unnamed END AS within
WITH k, from_day, to_day, not_seen, within,
  [x IN involvements WHERE x.works AND x.began <= to_day AND x.ended >= from_day | x.agency_id] AS agency_ids
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(working:Agency)
WHERE working.agency_id IN agency_ids
  AND s.detail = 'own' AND s.unbroken_from <= from_day AND s.unbroken_to >= to_day
WITH k, from_day, to_day, not_seen, within, agency_ids, count(DISTINCT working.agency_id) AS in_hand
OPTIONAL MATCH (k)-[:RECORDED_IN]->(named:Entry)
WHERE size(within) = 0
WITH k, from_day, to_day, not_seen, within, agency_ids, in_hand, named ORDER BY named.on_earliest, named.entry_id
WITH k, from_day, to_day, not_seen, within, agency_ids, in_hand, collect(named.entry_id) AS named_ids
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
