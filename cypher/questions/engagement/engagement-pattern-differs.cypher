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
MATCH (b:Agency)-[:NOTED]->(w:Engagement)-[:ABOUT]->(p:Person)
WHERE w.review_id = $review_id AND p.kind = 'adult' AND w.on_earliest <= $as_of
  AND w.pattern IN ['low co-operation', 'no co-operation', 'contact not made']
WITH p, b.agency_id AS by_id, w, w.on_earliest - duration({days: $days}) AS may_from, w.on_latest + duration({days: $days}) AS may_to,
  w.on_latest - duration({days: $days}) AS sure_from, w.on_earliest + duration({days: $days}) AS sure_to
MATCH (p)<-[:ABOUT]-(g:Engagement)
WHERE g.on_earliest <= may_to AND g.on_latest >= may_from AND g.on_earliest <= $as_of AND g.pattern IN ['co-operation', 'persistent help-seeking']
MATCH (g)<-[:NOTED]-(a:Agency)
WHERE a.agency_id <> by_id
WITH p, g.engagement_id AS given_id, g.on_earliest AS first, g.on_latest AS last, w.engagement_id AS wanting_id, CASE w.pattern WHEN 'no co-operation' THEN 1 ELSE 0 END AS refused,
  CASE WHEN g.on_earliest >= sure_from AND g.on_latest <= sure_to THEN 1 ELSE 0 END AS certainly
WITH p, given_id, first, last, collect(wanting_id) AS near, max(refused) AS refused, sum(certainly) AS certain_times, max(certainly * refused) AS certainly_refused
WHERE size(near) >= $least OR refused = 1
WITH p, given_id, first, last, near,
  CASE WHEN certain_times >= $least OR certainly_refused = 1 THEN 1 ELSE 0 END AS sure
ORDER BY p.person_id, last, first, given_id
WITH p, collect({id: given_id, near: near, sure: sure}) AS found, collect(first) AS firsts, collect(last + duration({days: 2 * $days})) AS aparts
WITH p, found, [i IN range(0, size(firsts) - 1) WHERE i = 0 OR firsts[i] > aparts[i - 1]] AS begins
UNWIND begins AS begin
WITH p, found, begin, coalesce(head([i IN begins WHERE i > begin]), size(found)) AS next
UNWIND found[begin..next] AS one
WITH p, begin, one.id AS given_id, one.sure AS sure, one.near AS near
UNWIND near AS wanting_id
WITH p, begin, max(sure) AS sure, collect(DISTINCT given_id) AS given_ids, collect(DISTINCT wanting_id) AS wanting_ids
UNWIND given_ids AS given_id
MATCH (g:Engagement {engagement_id: given_id})<-[:NOTED]-(a:Agency)
MATCH (g)-[:RECORDED_IN]->(e:Entry)
WITH p, begin, sure, wanting_ids, a, g, e ORDER BY a.display_name, g.on_earliest, g.engagement_id, e.entry_id
WITH p, begin, sure, wanting_ids, a, collect(DISTINCT '“' + g.words + '” ' + g.on_text) AS quoted, min(g.on_earliest) AS first_day,
  max(g.on_latest) AS last_day, collect(DISTINCT e.entry_id) AS ids
ORDER BY first_day, a.display_name
WITH p, begin, sure, wanting_ids, min(first_day) AS first_given, max(last_day) AS last_given, collect(a.display_name) AS given_by,
  collect(a.display_name + ' (' + reduce(text = head(quoted), x IN tail(quoted) | text + '; ' + x) + ')') AS given,
  collect(ids) AS given_id_lists
UNWIND wanting_ids AS wanting_id
MATCH (w:Engagement {engagement_id: wanting_id})<-[:NOTED]-(b:Agency)
MATCH (w)-[:RECORDED_IN]->(we:Entry)
WITH p, begin, sure, first_given, last_given, given_by, given, given_id_lists, b, w, we
ORDER BY b.display_name, w.on_earliest, w.engagement_id, we.entry_id
WITH p, begin, sure, first_given, last_given, given_by, given, given_id_lists, b,
  collect(DISTINCT '“' + w.words + '” ' + w.on_text) AS quoted, min(w.on_earliest) AS first_day,
  max(w.on_latest) AS last_day, collect(DISTINCT we.entry_id) AS ids
ORDER BY first_day, b.display_name
WITH p, begin, sure, first_given, last_given, given_by, given, given_id_lists,
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
ORDER BY from_day, person, p.person_id, begin
