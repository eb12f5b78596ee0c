// ---
// id: adults-never-met
// title: Living with the child, never met by those working with the child
// question: Which adults lived in the child's household without any agency working with the child recording a contact with them or an assessment of them?
// why: Men, and other adults, in or around the household were often unknown to those working with the child (Ofsted 2010, paras 62-63; Brandon and others 2009, chapter 3). The view "men" leaves out those recorded as women.
// topic: adults
// level: 2
// parameters: {as_of: {type: date, default: as_of}, view: {type: text, default: all}}
// columns: {person: string, sex: string, periods: list, known_to: list, people: list, agencies: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronologies of the agencies working with the child]
// finding:
//   recorded: "{person} is recorded as living with the child ({periods}), and the source records that this reached no agency. Agencies recorded as in contact with {person}: {known_to}."
//   no record found: "{person} is recorded as living with the child ({periods}); no contact with or assessment of {person} was found in the records of the agencies working with the child. Agencies recorded as in contact with {person}: {known_to}."
//   cannot tell: "{person} is recorded as living with the child ({periods}); the records in hand show no contact with {person} by an agency working with the child, but those agencies' own records are not all in hand. Agencies recorded as in contact with {person}: {known_to}."
// none: "Each of the {denominator} adults recorded as living with the child was met or assessed by an agency working with the child."
// ---
MATCH (p:Person:Adult)-[stay:LIVED_IN]->(:Household)<-[child_stay:LIVED_IN]-(k:Person:Child)
WHERE k.review_id = $review_id AND k.index_child AND NOT p.group
  AND ($view <> 'men' OR p.sex <> 'female')
  AND (stay.since_earliest IS NULL OR stay.since_earliest <= $as_of)
  AND (stay.since_earliest IS NULL OR child_stay.until_latest IS NULL OR stay.since_earliest <= child_stay.until_latest)
  AND (stay.until_latest IS NULL OR child_stay.since_earliest IS NULL OR stay.until_latest >= child_stay.since_earliest)
WITH p, stay,
  max(CASE WHEN stay.since_latest <= $as_of
    AND (child_stay.until_earliest IS NULL OR stay.since_latest <= child_stay.until_earliest)
    AND (stay.until_earliest IS NULL OR stay.until_earliest >= child_stay.since_latest) THEN 1 ELSE 0 END) AS sure
ORDER BY p.person_id, stay.since_earliest, stay.edge_id
WITH p, max(sure) AS sure, count(*) AS stays,
  count(stay.since_earliest) AS begun, min(stay.since_earliest) AS first_day,
  count(stay.until_latest) AS ended, max(stay.until_latest) AS last_day,
  collect('from ' + coalesce(stay.since_text, 'a date not given') + coalesce(' until ' + stay.until_text, '')) AS periods
WITH p, sure, periods, CASE WHEN begun = stays THEN first_day END AS from_day, CASE WHEN ended = stays THEN last_day END AS to_day
WHERE NOT EXISTS {
    MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(p)
    WHERE a.works_with_child AND NOT c.missed
  }
  AND NOT EXISTS {
    MATCH (a:Agency)-[:CARRIED_OUT]->(:Assessment)-[:COVERED]->(p)
    WHERE a.works_with_child
  }
MATCH (p)-[:RECORDED_IN]->(e:Entry)
WITH p, sure, from_day, to_day, periods, e ORDER BY e.on_earliest, e.entry_id
WITH p, sure, from_day, to_day, periods, collect(DISTINCT e.entry_id) AS evidence_ids
OPTIONAL MATCH (met:Agency)-[:MADE]->(:Contact)-[:CONCERNED]->(p)
WITH p, sure, from_day, to_day, periods, evidence_ids, met ORDER BY met.display_name
WITH p, sure, from_day, to_day, periods, evidence_ids, collect(DISTINCT met.display_name) AS known_to
OPTIONAL MATCH (b:Baton)-[:ABOUT]->(p)
WHERE b.receipt = 'recorded not' AND NOT EXISTS { MATCH (b)-[:PASSED_TO]->(:Agency) }
WITH p, sure, from_day, to_day, periods, evidence_ids, known_to, count(b) AS reached_nobody
OPTIONAL MATCH (working:Agency)-[:MADE]->(with_child:Contact)-[:CONCERNED]->(k:Person:Child)
WHERE working.review_id = $review_id AND working.works_with_child AND k.index_child
  AND (from_day IS NULL OR with_child.on_latest >= from_day)
  AND (to_day IS NULL OR with_child.on_earliest <= to_day)
OPTIONAL MATCH (c:Chronology)-[s:SPEAKS_FOR]->(working)
WHERE s.detail = 'own'
  AND (from_day IS NULL OR s.covers_to >= from_day)
  AND (to_day IS NULL OR s.covers_from <= to_day)
WITH p, sure, from_day, to_day, periods, evidence_ids, known_to, reached_nobody,
  count(DISTINCT working.agency_id) AS agencies_then,
  count(DISTINCT CASE WHEN c IS NOT NULL THEN working.agency_id END) AS in_hand
RETURN p.display_name AS person,
  p.sex AS sex,
  periods,
  CASE WHEN size(known_to) = 0 THEN ['none'] ELSE known_to END AS known_to,
  [p.display_name] AS people,
  known_to AS agencies,
  from_day,
  to_day,
  CASE WHEN reached_nobody > 0 THEN 'recorded' WHEN in_hand > 0 AND in_hand = agencies_then THEN 'no record found' ELSE 'cannot tell' END AS strength,
  CASE sure WHEN 1 THEN 'certain' ELSE 'possible' END AS certainty,
  evidence_ids
ORDER BY from_day, person
