// ---
// id: engagement-pattern
// title: Co-operation as each agency's entries describe it, side by side
// question: How do the entries of each agency describe a person's co-operation, over which days and at which level of intervention?
// why: The same person often showed different sides to different agencies, and co-operation could change quickly, so the categories overlap and are no scale (Brandon and others 2009, figure 9 and appendix 5). What is set out is what the entries say on a day, never a view of the person. A child has none of their own before the age of ten, nor where no date of birth is known; an entry about a child and an adult counts for the adult.
// topic: engagement
// level: 3
// parameters: {as_of: {type: date, default: as_of}, least: {type: integer, default: 2}, from_age: {type: integer, default: 10}}
// columns: {person: string, times: integer, described: list, told: string, people: list, agencies: list, from_day: date, to_day: date, evidence_ids: list}
// needs: [entries whose words describe co-operation, or visits and appointments that did not take place]
// reads: Engagement.pattern and Engagement.level, read in Python from the words of the entries and from the plans, orders, conferences and assessments then in force
// strength: recorded
// finding: "Co-operation as {times} entries about {person} describe it. {told}."
// none: "No person's co-operation is described by as many entries as asked for."
// ---
MATCH (a:Agency)-[:NOTED]->(g:Engagement)-[:ABOUT]->(p:Person)
WHERE g.review_id = $review_id AND g.on_earliest <= $as_of
  AND (p.kind <> 'child' OR p.born_latest + duration({years: $from_age}) <= g.on_earliest)
  AND (p.kind = 'adult' OR NOT EXISTS { MATCH (g)-[:ABOUT]->(:Person:Adult) })
MATCH (g)-[:RECORDED_IN]->(e:Entry)
WITH p, a, g, e ORDER BY p.person_id, a.display_name, g.pattern, g.on_earliest, e.entry_id
WITH p, a, g.pattern AS pattern, count(DISTINCT e.entry_id) AS times, min(g.on_earliest) AS first_day, max(g.on_latest) AS last_day,
  head(collect(g.on_text)) AS first_text, last(collect(g.on_text)) AS last_text,
  max(g.level) AS highest, min(CASE g.level WHEN 0 THEN 9 ELSE g.level END) AS lowest, collect(DISTINCT e.entry_id) AS entry_ids
WITH p, a, first_day, last_day, entry_ids, pattern, pattern + ', ' + toString(times)
  + CASE WHEN times = 1 THEN ' entry (' ELSE ' entries (' END + first_text
  + CASE WHEN first_text = last_text THEN '' ELSE ' to ' + last_text END
  + CASE WHEN highest = 0 THEN '' WHEN lowest = highest THEN ', at level of intervention ' + CASE highest WHEN 1 THEN '1 (universal services)' WHEN 2 THEN '2 (additional needs)' WHEN 3 THEN '3 (child in need)' ELSE '4 (child protection, looked after or before a court)' END
    ELSE ', at levels of intervention ' + CASE lowest WHEN 1 THEN '1 (universal services)' WHEN 2 THEN '2 (additional needs)' WHEN 3 THEN '3 (child in need)' ELSE '4 (child protection, looked after or before a court)' END + ' to ' + CASE highest WHEN 1 THEN '1 (universal services)' WHEN 2 THEN '2 (additional needs)' WHEN 3 THEN '3 (child in need)' ELSE '4 (child protection, looked after or before a court)' END END + ')' AS said
ORDER BY p.person_id, a.agency_id, first_day, pattern
WITH p, a, collect(said) AS said, min(first_day) AS first_day, max(last_day) AS last_day, collect(entry_ids) AS id_lists
WITH p, a, said, first_day, last_day, reduce(once = [], ids IN id_lists | once + [id IN ids WHERE NOT id IN once]) AS ids
ORDER BY p.person_id, first_day, a.display_name
WITH p, collect(a.display_name + ': ' + reduce(text = head(said), x IN tail(said) | text + '; ' + x)) AS described,
  collect(a.display_name) AS agencies, min(first_day) AS from_day, max(last_day) AS to_day,
  collect(ids) AS id_lists
WITH p, described, agencies, from_day, to_day,
  reduce(once = [], ids IN id_lists | once + [id IN ids WHERE NOT id IN once]) AS evidence_ids
WHERE size(evidence_ids) >= $least
RETURN p.display_name AS person,
  size(evidence_ids) AS times,
  described,
  reduce(text = head(described), x IN tail(described) | text + '. ' + x) AS told,
  [p.display_name] AS people,
  agencies,
  from_day,
  to_day,
  evidence_ids
ORDER BY times DESC, person, p.person_id
