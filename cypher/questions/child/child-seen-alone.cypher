// ---
// id: child-seen-alone
// title: How often each child was seen, spoken to and seen alone
// question: Which children were recorded as seen, how often were they spoken to and seen alone, and for how long were they not seen alone?
// why: A child who is never spoken to without the adults has no chance to say what happens at home (Ofsted 2010, paras 59-60; Brandon and others 2009, chapter 3, "The invisible child").
// topic: child
// level: 2
// parameters: {as_of: {type: date, default: as_of}, age: {type: integer, default: 4}}
// columns: {child: string, seen: integer, told: string, alone: integer, alone_by: list, weeks: integer, people: list, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronologies of the agencies working with the child]
// finding:
//   recorded: "Contacts that record {child} as {told}, by {alone_by}. The longest time without a record of being seen alone is {weeks} weeks, from {from_day} to {to_day}."
//   no record found: "Contacts that record {child} as {told}; no record was found that anybody saw {child} alone in the {weeks} weeks from {from_day} to {to_day}."
//   cannot tell: "Contacts that record {child} as {told}; the records in hand do not show that anybody saw {child} alone in the {weeks} weeks from {from_day} to {to_day}; the records of all agencies working with the family are not in hand."
// none: "No child of the age asked about is recorded as seen."
// ---
MATCH (a:Agency)-[:MADE]->(c:Contact)-[w:CONCERNED]->(k:Person:Child)
WHERE k.review_id = $review_id AND NOT k.group AND w.seen = 'yes'
  AND c.on_earliest IS NOT NULL AND c.on_earliest <= $as_of
  AND (k.died_latest IS NULL OR c.on_earliest <= k.died_latest)
  AND (k.born_latest IS NULL OR k.born_latest + duration({years: $age}) <= $as_of)
  AND (k.born_latest IS NULL OR c.on_latest >= k.born_latest)
MATCH (c)-[:RECORDED_IN]->(e:Entry)
WITH k, a, c, w, e ORDER BY c.on_latest, c.on_earliest, e.entry_id
WITH k, count(c) AS seen, sum(CASE w.spoken_to WHEN 'yes' THEN 1 ELSE 0 END) AS spoken_to,
  sum(CASE w.spoken_to WHEN 'unknown' THEN 0 ELSE 1 END) AS told, min(c.on_earliest) AS first_day,
  max(c.on_latest) AS last_day, collect(DISTINCT a.display_name) AS agencies,
  collect({alone: w.seen_alone, by: a.display_name, first: c.on_earliest, last: c.on_latest, entry_id: e.entry_id}) AS times
WITH k, seen, spoken_to, told, first_day, last_day, agencies, times, [x IN times WHERE x.alone = 'yes'] AS alone,
  CASE WHEN k.died_latest < $as_of THEN k.died_latest ELSE $as_of END AS until_day
WITH k, seen, spoken_to, told, agencies, times, alone, until_day,
  CASE WHEN k.born_latest + duration({years: $age}) > first_day THEN k.born_latest + duration({years: $age})
    ELSE first_day END AS first_day
WITH k, seen, spoken_to, told, agencies, times, alone,
  [{first: first_day, last: first_day}] + alone + [{first: until_day, last: until_day}] AS days
WITH k, seen, spoken_to, told, agencies, times, alone, [i IN range(0, size(days) - 2)
    | {from_day: days[i].last, to_day: days[i + 1].first, long: duration.inDays(days[i].last, days[i + 1].first).days}] AS gaps
WITH k, seen, spoken_to, told, agencies, times, alone,
  reduce(longest = gaps[0], gap IN gaps | CASE WHEN gap.long > longest.long THEN gap ELSE longest END) AS longest
OPTIONAL MATCH (working:Agency)
WHERE working.review_id = $review_id AND working.works_with_child
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(working)
WHERE s.detail = 'own'
WITH k, seen, spoken_to, told, agencies, times, alone, longest, count(DISTINCT working.agency_id) AS agencies_then,
  count(DISTINCT CASE WHEN h IS NOT NULL THEN working.agency_id END) AS in_hand
RETURN k.display_name AS child,
  seen,
  'seen: ' + toString(seen) + CASE WHEN told > 0 THEN '; as spoken to: ' + toString(spoken_to) ELSE '' END
    + CASE WHEN size(alone) > 0 THEN '; as seen alone: ' + toString(size(alone)) ELSE '' END AS told,
  size(alone) AS alone,
  reduce(names = [], x IN alone | CASE WHEN x.by IN names THEN names ELSE names + [x.by] END) AS alone_by,
  CASE WHEN longest.long < 0 THEN 0 ELSE longest.long / 7 END AS weeks,
  [k.display_name] AS people,
  agencies,
  longest.from_day AS from_day,
  longest.to_day AS to_day,
  CASE WHEN size(alone) > 0 THEN 'recorded' WHEN in_hand > 0 AND in_hand = agencies_then THEN 'no record found'
    ELSE 'cannot tell' END AS strength,
  [x IN times | x.entry_id] AS evidence_ids
ORDER BY child
