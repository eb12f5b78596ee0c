// ---
// id: silos-incidents-one-by-one
// title: Concern after concern, and nothing recorded that drew them together
// question: For which children were several concerns recorded, by whichever agency, with no assessment, strategy discussion, conference or core group between the first and some weeks after the last?
// why: Incidents dealt with one by one hide a pattern that shows when they are read together, and each new one is met as if it were the first (Ofsted 2010, paras 64, 68 and 84; Brandon and others 2009, chapter 3). A concern is an incident, an allegation, an injury or a child's own words noted at a contact, or a referral or notification to social care or the police. Nine weeks are the 45 working days that an assessment may take, as a row may give only the day it was completed.
// topic: silos
// level: 3
// parameters: {as_of: {type: date, default: as_of}, least: {type: integer, default: 3}, days: {type: integer, default: 63}}
// columns: {people: list, times: integer, raised_by: list, agencies: list, weeks_after: integer, not_drawn_on: string, decided: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronology of children's social care]
// finding:
//   recorded: "Concerns about {people} (incidents, injuries, allegations, referrals and notifications to social care or the police) were recorded on {times} days between {from_day} and {to_day} by {raised_by}. Up to {weeks_after} weeks after the last of them the source records {not_drawn_on} that did not draw on what went before; the records in hand show none that did. Decisions recorded in that time on what was passed to social care: {decided}."
//   no record found: "Concerns about {people} (incidents, injuries, allegations, referrals and notifications to social care or the police) were recorded on {times} days between {from_day} and {to_day} by {raised_by}; no assessment, strategy discussion, conference or core group about {people} in that time or the {weeks_after} weeks after was found in the records in hand, those of children's social care among them. Decisions recorded in that time on what was passed to social care: {decided}."
//   cannot tell: "Concerns about {people} (incidents, injuries, allegations, referrals and notifications to social care or the police) were recorded on {times} days between {from_day} and {to_day} by {raised_by}, and the records in hand show no assessment, strategy discussion, conference or core group in that time or the {weeks_after} weeks after; children's social care's own records for that time are not in hand, so whether there was one cannot be told. Decisions recorded in that time on what was passed to social care: {decided}."
// none: "No child was the subject of several concerns with no assessment or meeting recorded that could have drawn them together."
// ---
WITH ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] AS months
OPTIONAL MATCH (department:Agency)<-[:PASSED_TO]-(told:Baton)-[:HAS_STAGE]->(stage:Stage)
WHERE department.review_id = $review_id AND department.sector = 'childrens_social_care'
  AND told.kind IN ['referral', 'notification'] AND stage.stage IN ['accepted', 'declined'] AND stage.on_earliest IS NOT NULL
OPTIONAL MATCH (told)-[:ABOUT]->(about:Person:Child)
OPTIONAL MATCH (stage)-[:RECORDED_IN]->(row:Entry)
WITH about, stage, row, CASE stage.stage WHEN 'declined' THEN 'declined' ELSE 'taken forward' END + CASE
    WHEN stage.on_earliest = stage.on_latest THEN ' on ' + toString(stage.on_earliest.day) + ' '
      + months[stage.on_earliest.month - 1] + ' ' + toString(stage.on_earliest.year)
    ELSE ' (' + stage.on_text + ')' END AS step
ORDER BY stage.on_earliest, step, row.entry_id
WITH collect(CASE WHEN about IS NOT NULL THEN {person_id: about.person_id, day: stage.on_earliest, step: step, entry_id: row.entry_id} END) AS settled
OPTIONAL MATCH (wide:Assessment)
WHERE wide.review_id = $review_id AND wide.on_earliest IS NOT NULL AND wide.draws_on_history <> 'no'
  AND (NOT EXISTS { MATCH (wide)-[:COVERED]->(:Person) } OR EXISTS { MATCH (wide)-[:COVERED]->(g:Person) WHERE g.group })
WITH settled, collect(CASE WHEN wide IS NOT NULL THEN {first_day: wide.on_earliest, last_day: wide.on_latest} END) AS wide_assessments
OPTIONAL MATCH (met:Meeting)
WHERE met.review_id = $review_id AND met.on_earliest IS NOT NULL
  AND met.kind IN ['strategy_discussion', 'conference', 'core_group']
  AND (NOT EXISTS { MATCH (met)-[:ABOUT]->(:Person) } OR EXISTS { MATCH (met)-[:ABOUT]->(g:Person) WHERE g.group })
WITH settled, wide_assessments, collect(CASE WHEN met IS NOT NULL THEN {first_day: met.on_earliest, last_day: met.on_latest} END) AS wide_meetings
MATCH (k:Person:Child)
WHERE k.review_id = $review_id AND NOT k.group
OPTIONAL MATCH (s:Assessment)-[:COVERED]->(k)
WHERE s.on_earliest IS NOT NULL AND s.draws_on_history <> 'no'
WITH settled, wide_assessments + wide_meetings AS wide, k, collect(CASE WHEN s IS NOT NULL THEN {first_day: s.on_earliest, last_day: s.on_latest} END) AS assessments
OPTIONAL MATCH (m:Meeting)-[:ABOUT]->(k)
WHERE m.on_earliest IS NOT NULL AND m.kind IN ['strategy_discussion', 'conference', 'core_group']
WITH settled, wide + assessments AS drawn, k, collect(CASE WHEN m IS NOT NULL THEN {first_day: m.on_earliest, last_day: m.on_latest} END) AS meetings
WITH settled, drawn + meetings AS drawn, k
MATCH (concern)-[:CONCERNED|ABOUT]->(k)
WHERE (concern.kind IN ['incident', 'referral', 'notification', 'disclosure']
    OR concern.topic IN ['injury', 'disclosure or allegation by a child'])
  AND concern.on_earliest IS NOT NULL AND concern.on_latest + duration({days: $days}) <= $as_of
OPTIONAL MATCH (source:Agency)-[:MADE|PASSED|KNEW]->(concern)
OPTIONAL MATCH (teller:Person)-[:PASSED]->(concern)
OPTIONAL MATCH (concern)-[:PASSED_TO]->(receiver:Agency)
WITH settled, drawn, k, concern, source, teller, receiver
WHERE concern.kind = 'incident'
  OR (concern.topic IS NOT NULL AND EXISTS { MATCH (concern)-[:RECORDED_IN]->(:Entry)<-[:RECORDED_IN]-(met:Contact) WHERE NOT met.missed })
  OR (concern.kind IN ['referral', 'notification', 'disclosure'] AND (source IS NULL OR source.sector <> 'childrens_social_care')
    AND (concern.kind = 'disclosure' OR receiver.sector IN ['childrens_social_care', 'police']))
MATCH (concern)-[:RECORDED_IN]->(e:Entry)
WITH settled, drawn, k, concern, e, source.display_name AS agency,
  coalesce(source.display_name, teller.display_name, 'a sender who is not named') AS raised,
  size([one IN drawn WHERE one.first_day < concern.on_earliest]) AS before
ORDER BY concern.on_earliest, e.entry_id, raised
WITH settled, drawn, k, before, count(DISTINCT concern.on_earliest) AS times, collect(DISTINCT raised) AS raised_by,
  collect(DISTINCT agency) AS agencies, min(concern.on_earliest) AS from_day, max(concern.on_latest) AS to_day, collect(DISTINCT e.entry_id) AS entry_ids
WITH settled, drawn, k, times, raised_by, agencies, from_day, to_day, to_day + duration({days: $days}) AS until, entry_ids
WHERE times >= $least AND size([one IN drawn WHERE one.last_day >= from_day AND one.first_day <= until]) = 0
OPTIONAL MATCH (x:Assessment)-[:COVERED]->(k)
WHERE x.draws_on_history = 'no' AND x.on_earliest >= from_day AND x.on_latest <= until
OPTIONAL MATCH (x)-[:RECORDED_IN]->(xe:Entry)
WITH settled, k, times, raised_by, agencies, from_day, to_day, until, entry_ids, x, xe ORDER BY xe.entry_id
WITH settled, k, times, raised_by, agencies, from_day, to_day, until, entry_ids, count(DISTINCT x) AS not_drawn_on, collect(DISTINCT xe.entry_id) AS apart_ids
WITH k, times, raised_by, agencies, from_day, to_day, until, entry_ids + apart_ids AS concern_ids, not_drawn_on,
  [one IN settled WHERE one.person_id = k.person_id AND one.day >= from_day AND one.day <= until] AS own_steps
WITH k, times, raised_by, agencies, from_day, to_day, until, not_drawn_on, concern_ids,
  reduce(found = [], one IN own_steps | CASE WHEN one.step IN found THEN found ELSE found + [one.step] END) AS steps,
  reduce(found = concern_ids, one IN own_steps | CASE WHEN one.entry_id IN found THEN found ELSE found + [one.entry_id] END) AS evidence_ids
WITH k, times, raised_by, agencies, from_day, to_day, until, not_drawn_on, evidence_ids,
  CASE WHEN size(steps) = 0 THEN ['none was found'] WHEN size(steps) > 6 THEN steps[0..5] + [toString(size(steps) - 5) + ' more'] ELSE steps END AS decided
OPTIONAL MATCH (csc:Agency)
WHERE csc.review_id = $review_id AND csc.sector = 'childrens_social_care' AND csc.stands_for_agency
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(csc)
WHERE s.detail = 'own' AND s.unbroken_from <= from_day AND s.unbroken_to >= until
WITH k, times, raised_by, agencies, from_day, to_day, evidence_ids, decided, not_drawn_on, count(DISTINCT csc) AS departments,
  count(DISTINCT CASE WHEN h IS NOT NULL THEN csc.agency_id END) AS in_hand
OPTIONAL MATCH (u:Assessment)
WHERE u.review_id = $review_id AND u.on_earliest IS NULL
WITH k, times, raised_by, agencies, from_day, to_day, evidence_ids, decided, not_drawn_on, departments, in_hand, count(u) AS undated_assessments
OPTIONAL MATCH (v:Meeting)
WHERE v.review_id = $review_id AND v.on_earliest IS NULL
WITH k, times, raised_by, agencies, from_day, to_day, evidence_ids, decided, not_drawn_on, departments, in_hand,
  undated_assessments, count(v) AS undated_meetings
ORDER BY k.person_id
WITH times, raised_by, agencies, from_day, to_day, evidence_ids, decided, not_drawn_on, departments, in_hand,
  undated_assessments + undated_meetings AS undated,
  collect(k.display_name) AS people
RETURN people,
  times,
  raised_by,
  agencies,
  $days / 7 AS weeks_after,
  CASE not_drawn_on WHEN 1 THEN 'one assessment' ELSE toString(not_drawn_on) + ' assessments' END AS not_drawn_on,
  decided,
  from_day,
  to_day,
  CASE WHEN not_drawn_on > 0 THEN 'recorded' WHEN departments > 0 AND in_hand = departments THEN 'no record found' ELSE 'cannot tell' END AS strength,
  CASE undated WHEN 0 THEN 'certain' ELSE 'possible' END AS certainty,
  evidence_ids
ORDER BY from_day, people
