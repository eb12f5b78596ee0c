// ---
// id: unborn-pre-birth-assessment
// title: Pre-birth assessment indicated, and absent, late or not done by the birth
// question: For which children was a pre-birth assessment indicated by what was recorded before the birth, and none recorded, or one begun late or not completed by the birth?
// why: Domestic violence, substance misuse, mental ill-health, a parent's own time in care or an earlier child removed call for an assessment before the birth (pre-birth assessment briefing; Ofsted 2010, paras 35 and 72-73; Leicester, Leicestershire and Rutland audit). When it should begin is a local matter, so the week is a parameter.
// topic: unborn
// level: 3
// parameters: {as_of: {type: date, default: as_of}, week: {type: integer, default: 20}}
// columns: {child: string, topics: list, indicated: string, told: string, due: date, started: date, weeks_before: integer, people: list, agencies: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronology of children's social care]
// finding:
//   recorded: "What was recorded before the birth of {child} ({indicated}) indicated a pre-birth assessment; {told}."
//   no record found: "What was recorded before the birth of {child} ({indicated}) indicated a pre-birth assessment; {told}."
//   cannot tell: "What was recorded before the birth of {child} ({indicated}) indicated a pre-birth assessment; {told}."
// none: "No pre-birth assessment was indicated by what was recorded before a birth, or each one indicated was begun in time and completed before the birth."
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
WITH k, due, born, born_from, i, ie, duration.inDays(i.on_latest, due).days > 280 AS earlier
ORDER BY i.on_earliest, i.topic, ie.entry_id
WITH k, due, born, earlier, i.topic AS topic, head(collect(i.on_text)) AS first_text, min(i.on_earliest) AS first_day,
  min(CASE WHEN i.on_latest < born_from THEN 0 ELSE 1 END) AS unsure, collect(DISTINCT ie.entry_id) AS ids
ORDER BY first_day, topic
WITH k, due, born, min(first_day) AS known_from, min(unsure) AS unsure, collect(ids) AS lists,
  collect({earlier: earlier, topic: topic, said: topic + ' from ' + first_text}) AS known
WITH k, due, born, known_from, unsure, reduce(whole = [], ids IN lists | whole + [x IN ids WHERE NOT x IN whole]) AS information_ids,
  reduce(names = [], x IN known | CASE WHEN x.topic IN names THEN names ELSE names + [x.topic] END) AS topics,
  reduce(text = '', x IN [y IN known WHERE y.earlier] | CASE text WHEN '' THEN x.said ELSE text + ', ' + x.said END) AS before_text,
  reduce(text = '', x IN [y IN known WHERE NOT y.earlier] | CASE text WHEN '' THEN x.said ELSE text + ', ' + x.said END) AS during_text
OPTIONAL MATCH (a:Assessment)-[:COVERED]->(covered:Person)
WHERE a.kind = 'pre_birth_assessment' AND a.on_earliest IS NOT NULL AND a.on_earliest < born
  AND duration.inDays(a.on_earliest, due).days <= 280
  AND (covered.person_id = k.person_id OR EXISTS { MATCH (covered)-[:PARENT_OF]->(k) })
OPTIONAL MATCH (a)-[:RECORDED_IN]->(ae:Entry)
WITH k, due, born, known_from, unsure, information_ids, topics, before_text, during_text, a, ae
ORDER BY a.on_earliest, ae.on_earliest, ae.entry_id
WITH k, due, born, known_from, unsure, information_ids, topics, before_text, during_text,
  min(a.on_earliest) AS started, head(collect(a.on_text)) AS started_text,
  sum(CASE WHEN a.completed_earliest <= born THEN 1 ELSE 0 END) AS done, collect(DISTINCT ae.entry_id) AS assessment_ids
WITH k, due, born, known_from, unsure, information_ids, topics, before_text, during_text, started, started_text, done,
  assessment_ids, started IS NOT NULL AND duration.inDays(started, due).days < (40 - $week) * 7 AS late,
  CASE WHEN started IS NULL THEN 0 ELSE duration.inDays(started, due).days END AS left
WHERE started IS NULL OR late OR done = 0
OPTIONAL MATCH (c:Chronology)-[s:SPEAKS_FOR]->(care:Agency)
WHERE care.review_id = $review_id AND care.sector = 'childrens_social_care' AND s.detail = 'own'
  AND duration.inDays(s.unbroken_from, due).days >= 280 AND s.unbroken_to >= born
WITH k, due, born, known_from, unsure, information_ids, topics, before_text, during_text, started, started_text, done,
  assessment_ids, late, left, count(c) AS covering,
  CASE WHEN k.due_latest IS NULL THEN 'the birth' ELSE 'the due date of ' + k.due_text END AS due_words,
  CASE WHEN k.born_latest IS NULL THEN 'the birth' ELSE 'the birth of ' + k.born_text END AS birth_words
RETURN k.display_name AS child,
  topics,
  CASE WHEN before_text = '' THEN '' ELSE 'before the pregnancy: ' + before_text END
    + CASE WHEN before_text <> '' AND during_text <> '' THEN '; ' ELSE '' END
    + CASE WHEN during_text = '' THEN '' ELSE 'during it: ' + during_text END AS indicated,
  CASE WHEN started IS NULL AND covering > 0 THEN 'no record of one was found from before ' + birth_words
    WHEN started IS NULL THEN 'none is mentioned from before ' + birth_words
      + ', and the records of children\'s social care for the pregnancy are not in hand'
    ELSE 'one was begun (' + started_text + ')'
      + CASE WHEN k.due_latest IS NULL THEN '' ELSE ' at ' + toString((280 - left) / 7) + ' weeks of pregnancy,' END
      + CASE WHEN left < 0 THEN ' after ' WHEN left < 7 THEN ' in the week before ' WHEN left < 14 THEN ' a week before '
        ELSE ' ' + toString(left / 7) + ' weeks before ' END + due_words
      + CASE WHEN done > 0 THEN ', and completed by ' WHEN covering > 0 THEN ', and no record was found that it was completed by '
        ELSE ', and the records in hand do not tell whether it was completed by ' END + birth_words
    END AS told,
  due,
  started,
  CASE WHEN started IS NULL THEN null ELSE left / 7 END AS weeks_before,
  [k.display_name] AS people,
  [] AS agencies,
  known_from AS from_day,
  born AS to_day,
  CASE WHEN late THEN 'recorded' WHEN covering > 0 THEN 'no record found' ELSE 'cannot tell' END AS strength,
  CASE unsure WHEN 0 THEN 'certain' ELSE 'possible' END AS certainty,
  information_ids + assessment_ids AS evidence_ids
ORDER BY from_day, child
