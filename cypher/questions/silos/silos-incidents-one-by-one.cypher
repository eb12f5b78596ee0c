// ---
// id: silos-incidents-one-by-one
// title: Concern after concern, and nothing recorded that drew them together
// question: For which children were several concerns recorded, by whichever agency, with no assessment, strategy discussion, conference or core group between the first and some weeks after the last?
// why: Incidents dealt with one by one hide a pattern that shows when they are read together, and each new one is met as if it were the first (Ofsted 2010, paras 64, 68 and 84; Brandon and others 2009, chapter 3). Nine weeks are the 45 working days that an assessment may take, as a row may give only the day it was completed.
// topic: silos
// level: 3
// parameters: {as_of: {type: date, default: as_of}, least: {type: integer, default: 3}, days: {type: integer, default: 63}}
// columns: {people: list, times: integer, raised_by: list, agencies: list, weeks_after: integer, not_drawn_on: string, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronology of children's social care]
// finding:
//   recorded: "Concerns about {people} were recorded on {times} days between {from_day} and {to_day} by {raised_by}. Up to {weeks_after} weeks after the last of them the source records {not_drawn_on} that did not draw on what went before; the records in hand show none that did."
//   no record found: "Concerns about {people} were recorded on {times} days between {from_day} and {to_day} by {raised_by}; no assessment, strategy discussion, conference or core group about {people} in that time or the {weeks_after} weeks after was found in the records in hand, those of children's social care among them."
//   cannot tell: "Concerns about {people} are recorded on {times} days between {from_day} and {to_day} by {raised_by}, and the records in hand show no assessment, strategy discussion, conference or core group in that time or the {weeks_after} weeks after; children's social care's own records for that time are not in hand, so whether there was one cannot be told."
// none: "No child was the subject of several concerns with no assessment or meeting recorded that could have drawn them together."
// ---
OPTIONAL MATCH (wide:Assessment)
WHERE wide.review_id = $review_id AND wide.on_earliest IS NOT NULL AND wide.draws_on_history <> 'no'
  AND (NOT EXISTS { MATCH (wide)-[:COVERED]->(:Person) } OR EXISTS { MATCH (wide)-[:COVERED]->(g:Person) WHERE g.group })
WITH collect(CASE WHEN wide IS NOT NULL THEN {first_day: wide.on_earliest, last_day: wide.on_latest} END) AS wide_assessments
OPTIONAL MATCH (met:Meeting)
WHERE met.review_id = $review_id AND met.on_earliest IS NOT NULL
  AND met.kind IN ['strategy_discussion', 'conference', 'core_group']
  AND (NOT EXISTS { MATCH (met)-[:ABOUT]->(:Person) } OR EXISTS { MATCH (met)-[:ABOUT]->(g:Person) WHERE g.group })
WITH wide_assessments, collect(CASE WHEN met IS NOT NULL THEN {first_day: met.on_earliest, last_day: met.on_latest} END) AS wide_meetings
MATCH (k:Person:Child)
WHERE k.review_id = $review_id AND NOT k.group
OPTIONAL MATCH (s:Assessment)-[:COVERED]->(k)
WHERE s.on_earliest IS NOT NULL AND s.draws_on_history <> 'no'
WITH wide_assessments + wide_meetings AS wide, k, collect(CASE WHEN s IS NOT NULL THEN {first_day: s.on_earliest, last_day: s.on_latest} END) AS assessments
OPTIONAL MATCH (m:Meeting)-[:ABOUT]->(k)
WHERE m.on_earliest IS NOT NULL AND m.kind IN ['strategy_discussion', 'conference', 'core_group']
WITH wide + assessments AS drawn, k, collect(CASE WHEN m IS NOT NULL THEN {first_day: m.on_earliest, last_day: m.on_latest} END) AS meetings
WITH drawn + meetings AS drawn, k
MATCH (concern)-[:CONCERNED|ABOUT]->(k)
WHERE concern.kind IN ['incident', 'referral', 'notification', 'disclosure']
  AND concern.on_earliest IS NOT NULL AND concern.on_latest + duration({days: $days}) <= $as_of
OPTIONAL MATCH (source:Agency)-[:MADE|PASSED]->(concern)
WITH drawn, k, concern, source
WHERE source IS NULL OR source.sector <> 'childrens_social_care' OR concern.kind = 'incident'
MATCH (concern)-[:RECORDED_IN]->(e:Entry)
WITH drawn, k, concern, e, coalesce(source.display_name, 'a sender who is no agency or is not named') AS raised,
  size([one IN drawn WHERE one.first_day < concern.on_earliest]) AS before
ORDER BY concern.on_earliest, e.entry_id, raised
WITH drawn, k, before, count(DISTINCT concern.on_earliest) AS times, collect(DISTINCT raised) AS raised_by,
  min(concern.on_earliest) AS from_day, max(concern.on_latest) AS to_day, collect(DISTINCT e.entry_id) AS entry_ids
WITH drawn, k, times, raised_by, from_day, to_day, to_day + duration({days: $days}) AS until, entry_ids
WHERE times >= $least AND size([one IN drawn WHERE one.last_day >= from_day AND one.first_day <= until]) = 0
OPTIONAL MATCH (x:Assessment)-[:COVERED]->(k)
WHERE x.draws_on_history = 'no' AND x.on_earliest >= from_day AND x.on_latest <= until
OPTIONAL MATCH (x)-[:RECORDED_IN]->(xe:Entry)
WITH k, times, raised_by, from_day, to_day, until, entry_ids, x, xe ORDER BY xe.entry_id
WITH k, times, raised_by, from_day, to_day, until, entry_ids, count(DISTINCT x) AS not_drawn_on, collect(DISTINCT xe.entry_id) AS apart_ids
OPTIONAL MATCH (csc:Agency)
WHERE csc.review_id = $review_id AND csc.sector = 'childrens_social_care' AND csc.stands_for_agency
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(csc)
WHERE s.detail = 'own' AND s.unbroken_from <= from_day AND s.unbroken_to >= until
WITH k, times, raised_by, from_day, to_day, entry_ids, apart_ids, not_drawn_on, count(DISTINCT csc) AS departments,
  count(DISTINCT CASE WHEN h IS NOT NULL THEN csc.agency_id END) AS in_hand
OPTIONAL MATCH (u:Assessment)
WHERE u.review_id = $review_id AND u.on_earliest IS NULL
WITH k, times, raised_by, from_day, to_day, entry_ids, apart_ids, not_drawn_on, departments, in_hand, count(u) AS undated_assessments
OPTIONAL MATCH (v:Meeting)
WHERE v.review_id = $review_id AND v.on_earliest IS NULL
WITH k, times, raised_by, from_day, to_day, entry_ids + apart_ids AS evidence_ids, not_drawn_on, departments, in_hand,
  undated_assessments, count(v) AS undated_meetings
ORDER BY k.person_id
WITH times, raised_by, from_day, to_day, evidence_ids, not_drawn_on, departments, in_hand,
  undated_assessments + undated_meetings AS undated,
  collect(k.display_name) AS people
RETURN people,
  times,
  raised_by,
  raised_by AS agencies,
  $days / 7 AS weeks_after,
  CASE not_drawn_on WHEN 1 THEN 'one assessment' ELSE toString(not_drawn_on) + ' assessments' END AS not_drawn_on,
  from_day,
  to_day,
  CASE WHEN not_drawn_on > 0 THEN 'recorded' WHEN departments > 0 AND in_hand = departments THEN 'no record found' ELSE 'cannot tell' END AS strength,
  CASE undated WHEN 0 THEN 'certain' ELSE 'possible' END AS certainty,
  evidence_ids
ORDER BY from_day, people
