// ---
// id: engagement-pattern-differs
// title: Different faces to different agencies
// question: Whose co-operation do the entries of one agency describe as given while another's describe it as wanting, at about the same time?
// why: Families often engaged with some workers while others met avoidance or hostility, and those who met the better side did not know of the other (Brandon and others 2009, "Protocols" and "Hostility in level 3 and 4 services").
// topic: engagement
// level: 3
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 60}, least: {type: integer, default: 2}}
// columns: {person: string, given: list, wanting: list, days_near: integer, people: list, agencies: list, from_day: date, to_day: date, certainty: string, evidence_ids: list}
// needs: [entries whose words describe co-operation, or visits and appointments that did not take place]
// reads: Engagement.pattern, read in Python from the words and kinds of the entries
// strength: recorded
// finding: "Within {days_near} days of each other, entries about {person} describe co-operation differently. Co-operation or help-seeking: {given}. Low or no co-operation, or contact not made: {wanting}."
// none: "No person's co-operation is described differently by two agencies at about the same time."
// ---
MATCH (a:Agency)-[:NOTED]->(g:Engagement)-[:ABOUT]->(p:Person)
WHERE g.review_id = $review_id AND g.on_earliest <= $as_of AND g.pattern IN ['co-operation', 'persistent help-seeking']
  AND p.kind = 'adult'
WITH p, a, g ORDER BY p.person_id, g.engagement_id
WITH p, collect({id: g.engagement_id, agency_id: a.agency_id, first: g.on_earliest, last: g.on_latest}) AS goods
MATCH (b:Agency)-[:NOTED]->(w:Engagement)-[:ABOUT]->(p)
WHERE w.on_earliest <= $as_of AND w.pattern IN ['low co-operation', 'no co-operation', 'contact not made']
WITH p, goods, b, w ORDER BY p.person_id, w.engagement_id
WITH p, goods, collect({id: w.engagement_id, agency_id: b.agency_id, refused: CASE w.pattern WHEN 'no co-operation' THEN 1 ELSE 0 END,
    may_from: w.on_earliest - duration({days: $days}), may_to: w.on_latest + duration({days: $days}),
    sure_from: w.on_latest - duration({days: $days}), sure_to: w.on_earliest + duration({days: $days})}) AS wants
UNWIND goods AS good
WITH p, good, [x IN wants WHERE x.agency_id <> good.agency_id AND good.last >= x.may_from AND good.first <= x.may_to] AS near
UNWIND near AS x
WITH p, good.id AS given_id, x.agency_id AS by_id, x.id AS wanting_id, x.refused AS refuses,
  CASE WHEN good.first >= x.sure_from AND good.last <= x.sure_to THEN 1 ELSE 0 END AS sure
ORDER BY p.person_id, given_id, by_id, wanting_id
WITH p, given_id, by_id, collect(DISTINCT wanting_id) AS near_ids, min(sure) AS sure, max(refuses) AS refused
WHERE size(near_ids) >= $least OR refused = 1
WITH p, max(sure) AS sure, collect(DISTINCT given_id) AS given_ids, collect(near_ids) AS id_lists
WITH p, sure, given_ids, reduce(once = [], ids IN id_lists | once + [id IN ids WHERE NOT id IN once]) AS wanting_ids
MATCH (a:Agency)-[:NOTED]->(g:Engagement)-[:RECORDED_IN]->(ge:Entry)
WHERE g.review_id = $review_id AND g.engagement_id IN given_ids
WITH p, sure, wanting_ids, a, g, ge ORDER BY a.display_name, g.on_earliest, g.engagement_id, ge.entry_id
WITH p, sure, wanting_ids, a, collect(DISTINCT '“' + g.words + '” ' + g.on_text) AS quoted, min(g.on_earliest) AS first_day,
  max(g.on_latest) AS last_day, collect(DISTINCT ge.entry_id) AS ids
ORDER BY first_day, a.display_name
WITH p, sure, wanting_ids, min(first_day) AS first_given, max(last_day) AS last_given, collect(a.display_name) AS given_by,
  collect(a.display_name + ' (' + reduce(text = head(quoted), x IN tail(quoted) | text + '; ' + x) + ')') AS given,
  collect(ids) AS given_id_lists
MATCH (b:Agency)-[:NOTED]->(w:Engagement)-[:RECORDED_IN]->(we:Entry)
WHERE w.review_id = $review_id AND w.engagement_id IN wanting_ids
WITH p, sure, first_given, last_given, given_by, given, given_id_lists, b, w, we
ORDER BY b.display_name, w.on_earliest, w.engagement_id, we.entry_id
WITH p, sure, first_given, last_given, given_by, given, given_id_lists, b,
  collect(DISTINCT '“' + w.words + '” ' + w.on_text) AS quoted, min(w.on_earliest) AS first_day,
  max(w.on_latest) AS last_day, collect(DISTINCT we.entry_id) AS ids
ORDER BY first_day, b.display_name
WITH p, sure, first_given, last_given, given_by, given, given_id_lists,
  min(first_day) AS first_wanting, max(last_day) AS last_wanting, collect(b.display_name) AS wanting_by,
  collect(b.display_name + ' (' + reduce(text = head(quoted), x IN tail(quoted) | text + '; ' + x) + ')') AS wanting,
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
ORDER BY from_day, person, p.person_id
