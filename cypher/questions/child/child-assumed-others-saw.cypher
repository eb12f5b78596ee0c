// ---
// id: child-assumed-others-saw
// title: Several agencies in touch, and none recorded seeing the child
// question: In which periods were several agencies in touch with the family while none of them recorded seeing the child?
// why: Where several agencies are in touch, each can assume that another is seeing the child, and nobody does (Ofsted 2010, paras 59-60 and 89; Brandon and others 2009, chapter 3, "The invisible child").
// topic: child
// level: 3
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 70}, least: {type: integer, default: 2}}
// columns: {child: string, weeks: integer, contacts: integer, said: list, said_by: list, people: list, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronologies of the agencies in touch with the family]
// reads: NotSeenPeriod and its entries, worked out in Python from contacts with the child, its relatives and its household, and from rows that say that another agency is seeing the child
// finding:
//   recorded: "For {weeks} weeks, from {from_day} to {to_day}, {agencies} had entries about {child} or the family ({contacts} entries of contacts or attempts), and none of them recorded seeing {child} in between; meanwhile {said_by} wrote of another agency seeing or watching over the child: “{said}”."
//   no record found: "For {weeks} weeks, from {from_day} to {to_day}, {agencies} had entries about {child} or the family ({contacts} entries of contacts or attempts); no record was found that any of them saw {child} in between."
//   cannot tell: "For {weeks} weeks, from {from_day} to {to_day}, {agencies} had entries about {child} or the family ({contacts} entries of contacts or attempts), and the records in hand do not show that any of them saw {child} in between; the records of all of them for those weeks are not in hand."
// none: "In no period of the length asked about were several agencies in touch with the family while none recorded seeing the child."
// ---
MATCH (k:Person:Child)-[:NOT_SEEN_DURING]->(n:NotSeenPeriod)
WHERE k.review_id = $review_id AND k.index_child
WITH k, max(n.from_day) AS last_from
MATCH (k)-[:NOT_SEEN_DURING]->(n:NotSeenPeriod)
WITH k, n, n.from_day AS from_day, n.from_day = last_from OR n.to_day > $as_of AS open,
  CASE WHEN k.died_latest IS NULL AND n.from_day = last_from THEN $as_of
    WHEN n.to_day > $as_of THEN $as_of ELSE n.to_day END AS to_day
WHERE from_day < to_day AND duration.inDays(from_day, to_day).days >= $days
MATCH (n)-[:RECORDED_IN]->(e:Entry)<-[:WROTE]-(a:Agency)
WHERE e.on_latest > from_day AND (e.on_earliest < to_day OR (open AND e.on_earliest = to_day))
OPTIONAL MATCH (e)<-[:RECORDED_IN]-(c:Contact)
OPTIONAL MATCH (e)<-[:RECORDED_IN]-(:Contact)-[w:CONCERNED]->(k)
WITH k, from_day, to_day, a, e, c, w
WHERE w IS NULL OR w.seen <> 'yes'
WITH k, from_day, to_day, a, e, c ORDER BY e.on_earliest, e.entry_id
WITH k, from_day, to_day,
  collect(CASE WHEN c IS NOT NULL THEN {agency_id: a.agency_id, agency: a.display_name, entry_id: e.entry_id} END) AS within,
  collect(CASE WHEN c IS NULL THEN {agency: a.display_name, words: e.words, entry_id: e.entry_id} END) AS told
WITH k, from_day, to_day, within, told,
  reduce(ids = [], x IN within | CASE WHEN x.agency_id IN ids THEN ids ELSE ids + [x.agency_id] END) AS agency_ids
WHERE size(agency_ids) >= $least
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(one:Agency)
WHERE one.agency_id IN agency_ids
  AND s.detail = 'own' AND s.unbroken_from <= from_day AND s.unbroken_to >= to_day
WITH k, from_day, to_day, within, told, agency_ids, count(DISTINCT one.agency_id) AS in_hand
RETURN k.display_name AS child,
  duration.inDays(from_day, to_day).days / 7 AS weeks,
  size(within) AS contacts,
  [x IN told | x.words] AS said,
  reduce(names = [], x IN told | CASE WHEN x.agency IN names THEN names ELSE names + [x.agency] END) AS said_by,
  [k.display_name] AS people,
  reduce(names = [], x IN within | CASE WHEN x.agency IN names THEN names ELSE names + [x.agency] END) AS agencies,
  from_day,
  to_day,
  CASE WHEN size(told) > 0 THEN 'recorded' WHEN in_hand = size(agency_ids) THEN 'no record found'
    ELSE 'cannot tell' END AS strength,
  [x IN within | x.entry_id] + [x IN told | x.entry_id] AS evidence_ids
ORDER BY weeks DESC, from_day, child
