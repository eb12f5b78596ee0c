// ---
// id: adults-never-met
// title: Living with or around the child, never met by those working with the child
// question: Which adults lived with the child, or were around the child, without any agency working with the child recording a contact with them or an assessment of them?
// why: Men, and other adults, in or around the household were often unknown to those working with the child (Ofsted 2010, paras 62-63; Brandon and others 2009, chapter 3). Around the child are parents and other kin, partners of a parent, and adults named in at least three rows with the child, unless some service for children or families met them. Contacts from before anything links an adult to the family do not count. The view "men" leaves out those recorded as women.
// topic: adults
// level: 2
// parameters: {as_of: {type: date, default: as_of}, rows: {type: integer, default: 3}, view: {type: text, default: all}}
// columns: {person: string, sex: string, part: list, known_to: list, people: list, agencies: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronologies of the agencies working with the child]
// finding:
//   recorded: "{person} is recorded as {part}, and the source records that this reached no agency. Agencies recorded as in contact with {person} while of the family: {known_to}."
//   no record found: "{person} is recorded as {part}; no contact with or assessment of {person} was found in the records of the agencies working with the child. Agencies recorded as in contact with {person} while of the family: {known_to}."
//   cannot tell: "{person} is recorded as {part}; the records in hand show no contact with {person} by an agency working with the child, but those agencies' own records are not all in hand. Agencies recorded as in contact with {person} while of the family: {known_to}."
// none: "Each of the {denominator} adults recorded as living with or around the child was met or assessed by an agency working with the child."
// ---
MATCH (k:Person:Child)
WHERE k.review_id = $review_id AND k.index_child
MATCH (p:Person:Adult)
WHERE p.review_id = $review_id AND NOT p.group AND ($view <> 'men' OR p.sex <> 'female')
OPTIONAL MATCH (p)-[stay:LIVED_IN]->(:Household)<-[child_stay:LIVED_IN]-(k)
WHERE (stay.since_earliest IS NULL OR stay.since_earliest <= $as_of)
  AND (stay.since_earliest IS NULL OR child_stay.until_latest IS NULL OR stay.since_earliest <= child_stay.until_latest)
  AND (stay.until_latest IS NULL OR child_stay.since_earliest IS NULL OR stay.until_latest >= child_stay.since_earliest)
WITH k, p, stay,
  max(CASE WHEN stay.since_latest <= $as_of
    AND (child_stay.until_earliest IS NULL OR stay.since_latest <= child_stay.until_earliest)
    AND (stay.until_earliest IS NULL OR stay.until_earliest >= child_stay.since_latest) THEN 1 ELSE 0 END) AS sure
ORDER BY p.person_id, stay.since_earliest, stay.edge_id
WITH k, p, max(sure) AS sure, count(stay) AS stays,
  count(stay.since_earliest) AS begun, min(stay.since_earliest) AS first_day,
  count(stay.until_latest) AS ended, max(stay.until_latest) AS last_day,
  collect(CASE WHEN stay IS NOT NULL THEN 'from ' + coalesce(stay.since_text, 'a date not given') + coalesce(' until ' + stay.until_text, '') END) AS periods
WITH k, p, stays, sure, periods, CASE WHEN begun = stays THEN first_day END AS from_day, CASE WHEN ended = stays THEN last_day END AS to_day
OPTIONAL MATCH (p)-[parent:PARENT_OF]->(k)
WITH k, p, stays, sure, periods, from_day, to_day, max(parent.kinship) AS parent
OPTIONAL MATCH (p)-[tie:CONNECTED_TO]->(k)
WITH k, p, stays, sure, periods, from_day, to_day, parent, max(tie.kinship) AS tie
OPTIONAL MATCH (p)-[mate:PARTNER_OF]-(of:Person)-[:PARENT_OF]->(k)
WHERE mate.kinship = 'partner' AND (mate.since_earliest IS NULL OR mate.since_earliest <= $as_of)
  AND (mate.until_latest IS NULL OR k.born_earliest IS NULL OR mate.until_latest >= k.born_earliest)
WITH k, p, stays, sure, periods, from_day, to_day, parent, tie, min(of.display_name) AS partner_of
OPTIONAL MATCH (p)-[:RECORDED_IN]->(shared:Entry)<-[:RECORDED_IN]-(k)
WHERE shared.on_earliest IS NULL OR shared.on_earliest <= $as_of
WITH p, stays, sure, periods, from_day, to_day, parent, tie, partner_of, count(DISTINCT shared) AS together
WITH p, stays, CASE WHEN stays > 0 THEN sure ELSE 1 END AS sure, CASE WHEN stays > 0 THEN from_day END AS from_day, CASE WHEN stays > 0 THEN to_day END AS to_day,
  CASE WHEN stays > 0 THEN 'living with the child (' + reduce(text = '', x IN periods | CASE text WHEN '' THEN x ELSE text + ', ' + x END) + ')'
    WHEN parent IS NOT NULL THEN 'a ' + parent + ' of the child, with no stay in the household'
    WHEN tie IS NOT NULL THEN 'a ' + tie + ' of the child, with no stay in the household'
    WHEN partner_of IS NOT NULL THEN 'partner of ' + partner_of + ', a parent of the child, with no stay in the household'
    WHEN together >= $rows THEN 'being around the child (in ' + toString(together) + ' rows with the child)' END AS part
WHERE part IS NOT NULL
  AND NOT EXISTS {
    MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(p)
    WHERE (a.works_with_child OR (stays = 0 AND a.focus <> 'adult')) AND NOT c.missed
      AND (p.linked_since IS NULL OR c.on_latest IS NULL OR c.on_latest >= p.linked_since)
  }
  AND NOT EXISTS {
    MATCH (a:Agency)-[:CARRIED_OUT]->(:Assessment)-[:COVERED]->(p)
    WHERE a.works_with_child
  }
WITH p, sure, from_day, to_day, part ORDER BY p.person_id, part
WITH p, max(sure) AS sure, min(from_day) AS from_day, max(to_day) AS to_day, collect(DISTINCT part) AS part
MATCH (p)-[:RECORDED_IN]->(e:Entry)
WITH p, sure, from_day, to_day, part, e ORDER BY e.on_earliest, e.entry_id
WITH p, sure, from_day, to_day, part, collect(DISTINCT e.entry_id) AS evidence_ids
OPTIONAL MATCH (met:Agency)-[:MADE]->(touch:Contact)-[:CONCERNED]->(p)
WHERE NOT touch.missed AND (p.linked_since IS NULL OR touch.on_latest >= p.linked_since) AND (touch.on_earliest IS NULL OR touch.on_earliest <= $as_of)
WITH p, sure, from_day, to_day, part, evidence_ids, met ORDER BY met.display_name
WITH p, sure, from_day, to_day, part, evidence_ids, collect(DISTINCT met.display_name) AS known_to
OPTIONAL MATCH (b:Baton)-[:ABOUT]->(p)
WHERE b.receipt = 'recorded not' AND NOT EXISTS { MATCH (b)-[:PASSED_TO]->(:Agency) }
WITH p, sure, from_day, to_day, part, evidence_ids, known_to, count(b) AS reached_nobody
OPTIONAL MATCH (working:Agency)-[:MADE]->(with_child:Contact)-[:CONCERNED]->(k:Person:Child)
WHERE working.review_id = $review_id AND working.works_with_child AND k.index_child AND with_child.on_earliest <= $as_of
WITH p, sure, from_day, to_day, part, evidence_ids, known_to, reached_nobody, working,
  min(with_child.on_earliest) AS first_contact, max(with_child.on_latest) AS last_contact
WITH p, sure, from_day, to_day, part, evidence_ids, known_to, reached_nobody, working,
  CASE WHEN from_day IS NULL OR first_contact > from_day THEN first_contact ELSE from_day END AS first_day,
  CASE WHEN to_day IS NULL OR last_contact < to_day THEN last_contact ELSE to_day END AS last_day
OPTIONAL MATCH (c:Chronology)-[s:SPEAKS_FOR]->(working)
WHERE s.detail = 'own' AND s.unbroken_from <= first_day AND s.unbroken_to >= last_day
WITH p, sure, from_day, to_day, part, evidence_ids, known_to, reached_nobody,
  count(DISTINCT CASE WHEN first_day <= last_day THEN working.agency_id END) AS agencies_then,
  count(DISTINCT CASE WHEN first_day <= last_day AND c IS NOT NULL THEN working.agency_id END) AS in_hand
RETURN p.display_name AS person,
  p.sex AS sex,
  part,
  CASE WHEN size(known_to) = 0 THEN ['none'] ELSE known_to END AS known_to,
  [p.display_name] AS people,
  known_to AS agencies,
  from_day,
  to_day,
  CASE WHEN reached_nobody > 0 THEN 'recorded' WHEN in_hand > 0 AND in_hand = agencies_then THEN 'no record found' ELSE 'cannot tell' END AS strength,
  CASE sure WHEN 1 THEN 'certain' ELSE 'possible' END AS certainty,
  evidence_ids
ORDER BY from_day, person
