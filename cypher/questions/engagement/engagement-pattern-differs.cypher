// ---
// id: engagement-pattern-differs
// title: Different faces to different agencies
// question: Whose co-operation do the entries of one agency describe as given while those of others describe it as wanting, at about the same time?
// why: Families often engaged with some workers while others met avoidance or hostility, and those who met the better side did not know of the other (Brandon and others 2009, "Protocols" and "Hostility in level 3 and 4 services"). Two entries of the second kind count, or one plain refusal; what lies further apart is told as another time.
// topic: engagement
// level: 3
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 60}, least: {type: integer, default: 2}}
// columns: {person: string, given: list, wanting: list, days_near: integer, people: list, agencies: list, from_day: date, to_day: date, certainty: string, evidence_ids: list}
// needs: [entries whose words describe co-operation, or visits and appointments that did not take place]
// reads: Engagement.pattern, read in Python from the words and kinds of the entries
// strength: recorded
// finding: "From {from_day} to {to_day} entries about {person} describe co-operation differently, each within {days_near} days of one of the other kind by another agency. Co-operation or help-seeking: {given}. Low or no co-operation, or contact not made: {wanting}."
// none: "No person's co-operation is described differently by two agencies at about the same time."
// ---
MATCH (a:Agency)-[:NOTED]->(g:Engagement)-[:ABOUT]->(p:Person)
WHERE g.review_id = $review_id AND p.kind = 'adult' AND g.on_earliest <= $as_of AND g.pattern <> 'some co-operation'
MATCH (g)-[:RECORDED_IN]->(e:Entry)
WITH p, a, g, e ORDER BY p.person_id, g.on_earliest, g.engagement_id, e.entry_id
WITH p, collect({id: g.engagement_id, agency_id: a.agency_id, agency: a.display_name, first: g.on_earliest, last: g.on_latest,
  quote: '“' + g.words + '” ' + g.on_text, entry_id: e.entry_id, refused: CASE g.pattern WHEN 'no co-operation' THEN 1 ELSE 0 END,
  given: CASE WHEN g.pattern IN ['co-operation', 'persistent help-seeking'] THEN 1 ELSE 0 END,
  may_from: g.on_earliest - duration({days: $days}), may_to: g.on_latest + duration({days: $days}),
  sure_from: g.on_latest - duration({days: $days}), sure_to: g.on_earliest + duration({days: $days})}) AS noted
WITH p, [x IN noted WHERE x.given = 1] AS goods, [x IN noted WHERE x.given = 0] AS wants
UNWIND goods AS good
WITH p, good, [x IN wants WHERE x.may_to >= good.first AND x.may_from <= good.last AND x.agency_id <> good.agency_id] AS near
WHERE size(near) >= $least OR any(x IN near WHERE x.refused = 1)
WITH p, good, near, [x IN near WHERE good.first >= x.sure_from AND good.last <= x.sure_to] AS certainly
WITH p, good.id AS good_id, good.first AS first, good.last AS last, good, near,
  CASE WHEN size(certainly) >= $least OR any(x IN certainly WHERE x.refused = 1) THEN 1 ELSE 0 END AS sure
ORDER BY p.person_id, first, good_id
WITH p, collect({good: good, near: near, first: first, apart: last + duration({days: 2 * $days}), sure: sure}) AS found
WITH p, found, [x IN found WHERE none(y IN found WHERE y.first < x.first AND y.apart >= x.first) | x.first] AS starts
UNWIND starts AS start
WITH DISTINCT p, start, starts, found
WITH p, start, [x IN found WHERE x.first >= start AND none(other IN starts WHERE other > start AND other <= x.first)] AS members
UNWIND members AS one
WITH p, start, members, one.sure AS sure, one.good.agency AS agency, one.good.agency_id AS agency_id, one.good.first AS first,
  one.good.last AS last, one.good.quote AS quote, one.good.entry_id AS entry_id
ORDER BY p.person_id, start, agency, first, entry_id, quote
WITH p, start, members, agency, agency_id, max(sure) AS sure, collect(DISTINCT quote) AS quoted, min(first) AS first_day, max(last) AS last_day, collect(DISTINCT entry_id) AS ids
ORDER BY p.person_id, start, first_day, agency
WITH p, start, members, max(sure) AS sure, min(first_day) AS first_given, max(last_day) AS last_given, collect(agency) AS given_by,
  collect(agency + ' (' + reduce(text = head(quoted), x IN tail(quoted) | text + '; ' + x) + ')') AS given, collect(ids) AS given_id_lists
UNWIND members AS one
UNWIND one.near AS x
WITH DISTINCT p, start, sure, first_given, last_given, given_by, given, given_id_lists, x.agency AS agency, x.agency_id AS agency_id,
  x.first AS first, x.last AS last, x.quote AS quote, x.entry_id AS entry_id
ORDER BY p.person_id, start, agency, first, entry_id, quote
WITH p, start, sure, first_given, last_given, given_by, given, given_id_lists, agency, agency_id,
  collect(DISTINCT quote) AS quoted, min(first) AS first_day, max(last) AS last_day, collect(DISTINCT entry_id) AS ids
ORDER BY p.person_id, start, first_day, agency
WITH p, start, sure, first_given, last_given, given_by, given, given_id_lists, min(first_day) AS first_wanting, max(last_day) AS last_wanting,
  collect(agency) AS wanting_by, collect(agency + ' (' + reduce(text = head(quoted), x IN tail(quoted) | text + '; ' + x) + ')') AS wanting,
  collect(ids) AS wanting_id_lists
RETURN p.display_name AS person,
  given,
  wanting,
  $days AS days_near,
  [p.display_name] AS people,
  given_by + [name IN wanting_by WHERE NOT name IN given_by] AS agencies,
  CASE WHEN first_given < first_wanting THEN first_given ELSE first_wanting END AS from_day,
  CASE WHEN last_given > last_wanting THEN last_given ELSE last_wanting END AS to_day,
  CASE sure WHEN 1 THEN 'certain' ELSE 'possible' END AS certainty,
  reduce(once = [], ids IN given_id_lists + wanting_id_lists | once + [id IN ids WHERE NOT id IN once]) AS evidence_ids
ORDER BY from_day, person, p.person_id, start
