// ---
// id: unborn-missed-appointments
// title: Ante-natal and child health appointments that did not take place
// question: Which ante-natal and child health appointments were not attended or cancelled, and what was recorded as done about it?
// why: Appointments that did not take place were often followed by a letter or a closure and by nothing else, although they can be the first sign of something wrong (Ofsted 2010, paras 52-55; Brandon and others 2009, chapter 3).
// topic: unborn
// level: 2
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 28}}
// columns: {child: string, agency: string, what: string, times: integer, on_texts: list, open_texts: list, days_text: string, people: list, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronologies of midwifery, health visiting, the GP, the hospital and mental health services]
// finding:
//   recorded: "{agency}: {what} ({child}) that did not take place: {times} ({on_texts}); each was followed within {days_text} by something that {agency} recorded about them."
//   no record found: "{agency}: {what} ({child}) that did not take place: {times} ({on_texts}); besides what these rows say, no record was found of a further contact, referral or decision of {agency} about them in the {days_text} after {open_texts}."
//   cannot tell: "{agency}: {what} ({child}) that did not take place: {times} ({on_texts}); the records in hand do not tell what was done in the {days_text} after {open_texts}."
// reads: Contact.followed_on, the first day on which the agency may have recorded something further, worked out in Python
// none: "No ante-natal or child health appointment is recorded as not attended or cancelled."
// ---
MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(p:Person)
WHERE c.review_id = $review_id AND c.missed
  AND a.sector IN ['midwifery', 'health_visiting', 'gp', 'hospital', 'community_paediatrics', 'school_nursing', 'camhs', 'adult_mental_health']
  AND c.on_earliest IS NOT NULL AND c.on_earliest <= $as_of
OPTIONAL MATCH (p)-[:PARENT_OF]->(expected:Person:Child)
WHERE p.sex <> 'male' AND coalesce(expected.born_latest, expected.due_latest) IS NOT NULL
  AND c.on_earliest <= coalesce(expected.born_latest, expected.due_latest)
  AND duration.inDays(c.on_latest, coalesce(expected.due_latest, expected.born_latest)).days <= 280
WITH a, c, p, coalesce(expected, CASE WHEN p.kind = 'child' THEN p END) AS k
WHERE k IS NOT NULL
WITH a, c, k,
  CASE WHEN c.on_earliest <= coalesce(k.born_latest, k.due_latest) AND a.sector = 'adult_mental_health'
    THEN 'mental health appointments and visits of the mother in pregnancy'
    WHEN c.on_earliest <= coalesce(k.born_latest, k.due_latest) THEN 'ante-natal appointments and visits'
    ELSE 'child health appointments and visits' END AS what
WITH DISTINCT a, c, k, what
MATCH (c)-[:RECORDED_IN]->(e:Entry)
WITH a, c, k, what, e.entry_id AS entry_id,
  CASE WHEN duration.inDays(c.on_latest, c.followed_on).days <= $days THEN c.followed_on END AS done
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(a)
WHERE s.detail = 'own' AND s.unbroken_from <= c.on_earliest
  AND duration.inDays(c.on_latest, s.unbroken_to).days >= $days
WITH a, c, k, what, entry_id, done, count(h) AS covering
WITH a, c, k, what, entry_id, covering,
  done IS NULL AND duration.inDays(c.on_latest, $as_of).days >= $days AS open
ORDER BY c.on_earliest, c.on_latest, entry_id
WITH a, k, what, count(c) AS times, collect(c.on_text) AS on_texts, collect(CASE WHEN open THEN c.on_text END) AS open_texts,
  sum(CASE WHEN open AND covering = 0 THEN 1 ELSE 0 END) AS untold,
  min(c.on_earliest) AS from_day, max(c.on_latest) AS to_day, collect(entry_id) AS evidence_ids
RETURN k.display_name AS child,
  a.display_name AS agency,
  what,
  times,
  on_texts,
  open_texts,
  toString($days) + ' days' AS days_text,
  [k.display_name] AS people,
  [a.display_name] AS agencies,
  from_day,
  to_day,
  CASE WHEN size(open_texts) = 0 THEN 'recorded' WHEN untold > 0 THEN 'cannot tell' ELSE 'no record found' END AS strength,
  evidence_ids
ORDER BY from_day, agency, child, what
