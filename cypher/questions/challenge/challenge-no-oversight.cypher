// ---
// id: challenge-no-oversight
// title: Decisions and closures with no management oversight recorded
// question: Which agencies recorded decisions, closures and completed assessments with no manager's part in them and no supervision about the same people near the time?
// why: Supervision and management oversight give the chance to reflect, to challenge a view of the family and to change a decision (Ofsted 2010, para 103). It is asked of agencies that hold cases, by sector; closures by one agency about the same people within four weeks are one, as a letter often tells of a closure again.
// topic: challenge
// level: 2
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 14}, same_closure: {type: integer, default: 28}, sectors: {type: text, default: "childrens_social_care health_visiting midwifery school_nursing camhs adult_mental_health substance_misuse probation youth_justice education_welfare domestic_abuse voluntary"}}
// columns: {agency: string, without: integer, of_all: integer, days_near: integer, elsewhere: integer, what: list, people: list, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronologies of the agencies that hold cases]
// finding:
//   recorded: "{agency}, decisions, closures and completed assessments: {without} of {of_all} are recorded as having no management oversight ({what})."
//   no record found: "{agency}, decisions, closures and completed assessments: for {without} of {of_all} no record was found of a manager's part, or of supervision about the same people within {days_near} days ({what}). Entries of {agency} that tell of either at any time: {elsewhere}."
//   cannot tell: "{agency}, decisions, closures and completed assessments: for {without} of {of_all} it cannot be told whether there was management oversight, as its own records for all of the {days_near} days before and after are not in hand ({what})."
// none: "For each of the {denominator} dated decisions, closures and completed assessments of agencies that hold cases, a manager's part or supervision about the same people is recorded."
// ---
MATCH (a:Agency)-[:CARRIED_OUT]->(m)-[:RECORDED_IN]->(e:Entry)
WHERE a.review_id = $review_id AND a.sector IN split($sectors, ' ')
  AND ((m.milestone_id IS NOT NULL AND m.kind IN ['decision', 'case_closure'])
    OR (m.assessment_id IS NOT NULL AND m.completed_earliest IS NOT NULL))
WITH a, m, e,
  CASE WHEN m.assessment_id IS NULL THEN m.on_earliest ELSE m.completed_earliest END AS first_day,
  CASE WHEN m.assessment_id IS NULL THEN m.on_latest ELSE m.completed_latest END AS last_day,
  CASE WHEN m.assessment_id IS NULL THEN m.on_text ELSE m.completed_text END AS day_text,
  CASE m.kind WHEN 'decision' THEN 'decision of ' WHEN 'case_closure' THEN 'closure of ' ELSE 'assessment completed ' END AS noun
WHERE last_day + duration({days: $days}) <= $as_of
OPTIONAL MATCH (m)-[:ABOUT|COVERED]->(p:Person)
WITH a, e, first_day, last_day, noun + day_text AS said, m.oversight AS oversight, p
ORDER BY first_day, e.entry_id, said, p.person_id
WITH a, e, min(first_day) AS first_day, max(last_day) AS last_day, head(collect(said)) AS said,
  collect(DISTINCT oversight) AS oversight, collect(DISTINCT p.person_id) AS person_ids, collect(DISTINCT p.display_name) AS names
ORDER BY a.agency_id, first_day, e.entry_id
WITH a, collect({entry_id: e.entry_id, first: first_day, last: last_day, said: said, oversight: oversight,
    person_ids: person_ids, names: names, closes: CASE WHEN said STARTS WITH 'closure' THEN 1 ELSE 0 END}) AS all_decided
WITH a, [x IN all_decided WHERE x.closes = 0 OR none(y IN all_decided WHERE y.closes = 1
    AND (y.first < x.first OR (y.first = x.first AND y.entry_id < x.entry_id)) AND x.first <= y.last + duration({days: $same_closure})
    AND any(id IN y.person_ids WHERE id IN x.person_ids))] AS decided
OPTIONAL MATCH (a)-[:CARRIED_OUT]->(near:Milestone)-[:RECORDED_IN]->(told:Entry)
WHERE near.oversight = 'yes'
OPTIONAL MATCH (near)-[:ABOUT]->(same:Person)
WITH a, decided, near, told, same ORDER BY told.entry_id, near.milestone_id, same.person_id
WITH a, decided, count(DISTINCT told.entry_id) AS elsewhere,
  collect({person_id: same.person_id, first: near.on_earliest, last: near.on_latest}) AS overseen
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(a)
WHERE s.detail = 'own' AND s.unbroken_from IS NOT NULL
WITH a, decided, elsewhere, overseen, s ORDER BY s.unbroken_from, s.edge_id
WITH a, decided, elsewhere, overseen, collect({first: s.unbroken_from, last: s.unbroken_to}) AS spans
WITH a, decided, elsewhere, [o IN overseen WHERE o.person_id IS NOT NULL] AS overseen, [o IN spans WHERE o.first IS NOT NULL] AS spans
WITH a, elsewhere, spans, size(decided) AS of_all,
  [x IN decided WHERE NOT 'yes' IN x.oversight AND none(o IN overseen WHERE o.person_id IN x.person_ids
    AND o.last >= x.first - duration({days: $days}) AND o.first <= x.last + duration({days: $days}))] AS alone
UNWIND alone AS x
WITH a, elsewhere, of_all, x,
  CASE WHEN 'no' IN x.oversight THEN 'recorded'
    WHEN any(o IN spans WHERE o.first <= x.first - duration({days: $days}) AND o.last >= x.last + duration({days: $days}))
    THEN 'no record found' ELSE 'cannot tell' END AS strength
ORDER BY a.agency_id, x.first, x.entry_id
WITH a, elsewhere, of_all, strength, collect(x) AS found
RETURN a.display_name AS agency,
  size(found) AS without,
  of_all,
  $days AS days_near,
  elsewhere,
  CASE WHEN size(found) > 8 THEN [x IN found[0..8] | x.said] + [toString(size(found) - 8) + ' more']
    ELSE [x IN found | x.said] END AS what,
  reduce(once = [], x IN found | once + [name IN x.names WHERE NOT name IN once]) AS people,
  [a.display_name] AS agencies,
  reduce(day = found[0].first, x IN found | CASE WHEN x.first < day THEN x.first ELSE day END) AS from_day,
  reduce(day = found[0].last, x IN found | CASE WHEN x.last > day THEN x.last ELSE day END) AS to_day,
  strength,
  [x IN found | x.entry_id] AS evidence_ids
ORDER BY from_day, agency, strength
