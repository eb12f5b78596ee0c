// ---
// id: batons-meeting-attendance
// title: Meetings, and agencies with entries about the people that were neither asked nor there
// question: Who was asked to each meeting, who came, and which agencies with entries about the people concerned were neither asked nor there?
// why: A meeting decides on what those who are there know; agencies that knew the family were often not asked, or sent neither a worker nor a report (Ofsted 2010, paras 85-86).
// topic: batons
// level: 3
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 90}}
// columns: {meeting: string, on_text: string, held_by: string, told: string, others: list, days_text: string, people: list, agencies: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronology of the agency that held the meeting]
// finding:
//   recorded: "The {meeting} of {on_text} about {people}: {told}. Other agencies with entries about them in the {days_text} before: {others}."
//   no record found: "The {meeting} of {on_text} about {people}: {told}. With entries about them in the {days_text} before, and no record found that they were asked or came: {others}."
//   cannot tell: "The {meeting} of {on_text} about {people}: {told}. With entries about them in the {days_text} before, and not named in the records in hand as asked or present: {others}; the records of the agency that held it are not in hand."
// none: "Each of the {denominator} meetings was quorate as far as the records say, and every agency with entries about the people concerned in the weeks before is recorded as asked or present."
// ---
MATCH (t:Meeting)
WHERE t.review_id = $review_id AND t.on_earliest IS NOT NULL AND t.on_earliest <= $as_of
OPTIONAL MATCH (t)-[:ABOUT]->(young:Person:Child)
WITH t, count(young) AS young
OPTIONAL MATCH (t)-[:ABOUT]->(p:Person)<-[:CONCERNED]-(c:Contact)
WHERE c.on_earliest < t.on_latest AND duration.inDays(c.on_latest, t.on_earliest).days <= $days
WITH t, young, c, max(CASE WHEN p.kind = 'child' THEN 1 ELSE 0 END) AS of_child
OPTIONAL MATCH (c)-[:CONCERNED]->(other:Person:Child)
WHERE young > 0 AND of_child = 0
WITH t, c, count(other) AS others
OPTIONAL MATCH (c)-[:RECORDED_IN]->(ce:Entry)<-[:WROTE]-(a:Agency)
WHERE others = 0
WITH t, c, ce, a ORDER BY a.agency_id, ce.on_earliest, ce.entry_id
WITH t, a, collect(DISTINCT ce.entry_id) AS ids,
  min(CASE WHEN c IS NULL THEN 0 WHEN c.on_latest < t.on_earliest
    AND duration.inDays(c.on_earliest, t.on_latest).days <= $days THEN 0 ELSE 1 END) AS unsure
WITH t, a, ids, unsure ORDER BY a.agency_id
WITH t, collect(CASE WHEN a IS NOT NULL
  THEN {agency_id: a.agency_id, agency: a.display_name, ids: ids, unsure: unsure} END) AS near
MATCH (t)-[:RECORDED_IN]->(e:Entry)
WITH t, near, e ORDER BY e.on_earliest, e.entry_id
WITH t, near, collect(DISTINCT e.entry_id) AS meeting_ids
OPTIONAL MATCH (t)-[:ABOUT]->(p:Person)
WITH t, near, meeting_ids, p ORDER BY p.person_id
WITH t, near, meeting_ids, collect(p.display_name) AS people
OPTIONAL MATCH (one:Agency)-[part:INVITED_TO|ATTENDED|SENT_APOLOGIES_TO|REPORTED_TO]->(t)
WITH t, near, meeting_ids, people, one, part ORDER BY one.agency_id, type(part)
WITH t, near, meeting_ids, people,
  collect(CASE WHEN one IS NOT NULL THEN {how: type(part), agency: one.display_name, agency_id: one.agency_id} END) AS parts
OPTIONAL MATCH (t)<-[:HELD]-(holder:Agency)
OPTIONAL MATCH (t)-[:ABOUT]->(:Person)<-[:ABOUT]-(b:Baton)-[:PASSED_TO]->(holder)
WHERE b.passed AND b.receipt <> 'recorded not' AND b.kind <> 'agreed_action' AND b.on_earliest <= t.on_latest
  AND duration.inDays(b.on_latest, t.on_earliest).days <= $days
OPTIONAL MATCH (sender:Agency)-[:PASSED]->(b)
WHERE none(x IN parts WHERE x.agency_id = sender.agency_id AND x.how = 'ATTENDED')
OPTIONAL MATCH (sender)-[:WROTE]->(be:Entry)<-[:RECORDED_IN]-(b)
WITH DISTINCT t, near, meeting_ids, people, parts, holder, b, sender, be
ORDER BY b.on_earliest, sender.agency_id, b.baton_id, be.entry_id
WITH t, near, meeting_ids, people, parts, holder, collect(CASE WHEN be IS NOT NULL
  THEN {how: 'SENT', agency: sender.display_name + ' (' + b.on_text + ')', entry_id: be.entry_id} END) AS sent
WITH t, meeting_ids, people, parts + sent AS parts, holder,
  [x IN near WHERE x.agency_id <> coalesce(holder.agency_id, '') AND none(y IN parts WHERE y.agency_id = x.agency_id)] AS left
WITH t, meeting_ids, people, parts, holder, [x IN left | x.agency] AS others,
  reduce(most = 0, x IN left | CASE WHEN x.unsure > most THEN x.unsure ELSE most END) AS unsure,
  reduce(whole = [], x IN left | whole + x.ids) AS contact_ids
WHERE size(others) > 0 OR t.quorate = 'no'
OPTIONAL MATCH (t)<-[:HELD]-(:Agency)<-[s:SPEAKS_FOR]-(h:Chronology)
WHERE s.detail = 'own' AND duration.inDays(s.unbroken_from, t.on_earliest).days >= $days
  AND s.unbroken_to >= t.on_latest
WITH t, meeting_ids, people, parts, holder, others, contact_ids, unsure, count(h) AS covering,
  [x IN parts WHERE x.how = 'INVITED_TO' | x.agency] AS asked,
  [x IN parts WHERE x.how = 'ATTENDED' | x.agency] AS came,
  [x IN parts WHERE x.how = 'SENT_APOLOGIES_TO' | x.agency] AS apologies,
  [x IN parts WHERE x.how = 'REPORTED_TO' | x.agency] AS reports,
  [x IN parts WHERE x.how = 'SENT' | x] AS sent
WITH t, meeting_ids + [x IN sent | x.entry_id] AS meeting_ids, people, holder, others, contact_ids, unsure, covering,
  asked, came,
  CASE WHEN size(asked) = 0 THEN 'no agency is recorded as asked'
    ELSE 'recorded as asked: ' + reduce(text = '', x IN asked | CASE text WHEN '' THEN x ELSE text + ', ' + x END) END
  + CASE WHEN size(came) = 0 THEN '; no agency is recorded as present'
    ELSE '; recorded as present: ' + reduce(text = '', x IN came | CASE text WHEN '' THEN x ELSE text + ', ' + x END) END
  + CASE WHEN size(apologies) = 0 THEN ''
    ELSE '; apologies: ' + reduce(text = '', x IN apologies | CASE text WHEN '' THEN x ELSE text + ', ' + x END) END
  + CASE WHEN size(reports) = 0 THEN ''
    ELSE '; reports: ' + reduce(text = '', x IN reports | CASE text WHEN '' THEN x ELSE text + ', ' + x END) END
  + CASE WHEN size(sent) = 0 THEN ''
    ELSE '; passed to ' + holder.display_name + ' about them in the ' + toString($days)
      + ' days before, by agencies not recorded as present: '
      + reduce(text = '', x IN sent | CASE text WHEN '' THEN x.agency ELSE text + ', ' + x.agency END) END
  + CASE t.quorate WHEN 'no' THEN '; recorded as not quorate' WHEN 'yes' THEN '; recorded as quorate' ELSE '' END AS told
RETURN replace(t.kind, '_', ' ') AS meeting,
  t.on_text AS on_text,
  holder.display_name AS held_by,
  told,
  CASE WHEN size(others) = 0 THEN ['none'] ELSE others END AS others,
  toString($days) + ' days' AS days_text,
  people,
  came + [x IN asked WHERE NOT x IN came] + others AS agencies,
  t.on_earliest AS from_day,
  t.on_latest AS to_day,
  CASE WHEN t.quorate = 'no' THEN 'recorded' WHEN covering > 0 THEN 'no record found' ELSE 'cannot tell' END AS strength,
  CASE unsure WHEN 0 THEN 'certain' ELSE 'possible' END AS certainty,
  meeting_ids + [x IN contact_ids WHERE NOT x IN meeting_ids] AS evidence_ids
ORDER BY from_day, meeting, evidence_ids
