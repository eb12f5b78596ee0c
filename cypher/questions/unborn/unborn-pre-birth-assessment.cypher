// ---
// id: unborn-pre-birth-assessment
// title: Pre-birth assessment indicated, and absent or late
// question: For which children was a pre-birth assessment indicated by what was recorded before the birth, and none recorded, or one begun late?
// why: Domestic violence, substance misuse, mental ill-health, a parent's own time in care or an earlier child removed call for an assessment before the birth (pre-birth assessment briefing; Ofsted 2010, paras 35 and 72-73; Leicester, Leicestershire and Rutland audit). When it should begin is a local matter, so the week is a parameter.
// topic: unborn
// level: 3
// parameters: {as_of: {type: date, default: as_of}, week: {type: integer, default: 20}}
// columns: {child: string, topics: list, known_text: string, due: date, started: date, weeks_before: integer, people: list, agencies: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronology of children's social care]
// finding:
//   recorded: "What was recorded before the birth of {child} ({topics}, first recorded {known_text}) indicated a pre-birth assessment; one was begun on {started}, {weeks_before} weeks before the due date of {due}."
//   no record found: "What was recorded before the birth of {child} ({topics}, first recorded {known_text}) indicated a pre-birth assessment; no record of one was found (due date {due})."
//   cannot tell: "What was recorded before the birth of {child} ({topics}, first recorded {known_text}) indicated a pre-birth assessment; none is mentioned, and the records of children's social care for the pregnancy are not in hand (due date {due})."
// none: "No pre-birth assessment was indicated by what was recorded before a birth, or each one indicated was begun in time."
// ---
MATCH (parent:Person)-[:PARENT_OF]->(k:Person:Child)
WHERE k.review_id = $review_id AND (k.born_latest IS NOT NULL OR k.due_latest IS NOT NULL)
WITH parent, k, coalesce(k.due_latest, k.born_latest) AS due, coalesce(k.born_latest, k.due_latest) AS born,
  coalesce(k.born_earliest, k.due_earliest) AS born_from
WHERE born <= $as_of
MATCH (i:Information)-[:ABOUT]->(parent)
WHERE i.on_latest IS NOT NULL AND i.on_earliest < born
  AND i.topic IN ['domestic violence', 'substance misuse', 'mental ill-health', 'previous child removed',
    'care-experienced parent', 'young parent', 'offence against a child or partner']
MATCH (i)-[:RECORDED_IN]->(ie:Entry)
WITH k, due, born, born_from, i, ie ORDER BY i.on_earliest, i.topic, ie.entry_id
WITH k, due, born, collect(DISTINCT i.topic) AS topics, min(i.on_earliest) AS known_from, head(collect(i.on_text)) AS known_text,
  min(CASE WHEN i.on_latest < born_from THEN 0 ELSE 1 END) AS unsure,
  collect(DISTINCT ie.entry_id) AS information_ids
OPTIONAL MATCH (a:Assessment)-[:COVERED]->(covered:Person)
WHERE a.kind = 'pre_birth_assessment' AND a.on_earliest IS NOT NULL AND a.on_earliest < born
  AND duration.inDays(a.on_earliest, due).days <= 280
  AND (covered.person_id = k.person_id OR EXISTS { MATCH (covered)-[:PARENT_OF]->(k) })
OPTIONAL MATCH (a)-[:RECORDED_IN]->(ae:Entry)
WITH k, due, born, topics, known_from, known_text, unsure, information_ids, a, ae ORDER BY ae.on_earliest, ae.entry_id
WITH k, due, born, topics, known_from, known_text, unsure, information_ids, min(a.on_earliest) AS started,
  collect(DISTINCT ae.entry_id) AS assessment_ids
WHERE started IS NULL OR duration.inDays(started, due).days < (40 - $week) * 7
OPTIONAL MATCH (c:Chronology)-[s:SPEAKS_FOR]->(care:Agency)
WHERE care.review_id = $review_id AND care.sector = 'childrens_social_care' AND s.detail = 'own'
  AND duration.inDays(s.unbroken_from, due).days >= 280 AND s.unbroken_to >= born
WITH k, due, born, topics, known_from, known_text, unsure, information_ids, started, assessment_ids, count(c) AS covering
RETURN k.display_name AS child,
  topics,
  known_text,
  due,
  started,
  CASE WHEN started IS NULL THEN null ELSE duration.inDays(started, due).days / 7 END AS weeks_before,
  [k.display_name] AS people,
  [] AS agencies,
  known_from AS from_day,
  born AS to_day,
  CASE WHEN started IS NOT NULL THEN 'recorded' WHEN covering > 0 THEN 'no record found' ELSE 'cannot tell' END AS strength,
  CASE unsure WHEN 0 THEN 'certain' ELSE 'possible' END AS certainty,
  information_ids + assessment_ids AS evidence_ids
ORDER BY from_day, child
