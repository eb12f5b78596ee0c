// ---
// id: silos-information-not-passed
// title: Known to one agency, never passed to one working with the child
// question: Which agencies held information about an adult of the family and never recorded passing anything about that adult to an agency working with the child?
// why: Probation, adult mental health, housing and the police often held what those working with the child needed to know (Ofsted 2010, paras 83-84, 89). An agency may hold something about an adult before anything links him to the family, so that day and the day on which its own entries first do are given.
// topic: silos
// level: 3
// parameters: {as_of: {type: date, default: as_of}}
// columns: {agency: string, person: string, topics: list, times: integer, since: string, linked_on: date, people: list, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronology of the agency that held the information]
// finding:
//   no record found: "{agency} holds entries that tell of {topics} concerning {person}, the first dated {since}. Up to {to_day} no record was found of it passing anything about {person} to an agency working with the child."
//   cannot tell: "{agency} is recorded as knowing of {topics} concerning {person}, the first entry dated {since}. Its own records of that time are not in hand, so whether it passed this on cannot be told."
// none: "Every agency that held such information about an adult passed something on to an agency working with the child."
// ---
WITH ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] AS months
MATCH (a:Agency)-[:KNEW]->(i:Information)-[:ABOUT]->(p:Person:Adult)
WHERE a.review_id = $review_id AND NOT a.works_with_child
  AND i.on_earliest IS NOT NULL AND i.on_earliest <= $as_of AND (p.linked_since IS NULL OR p.linked_since <= $as_of)
  AND NOT i.topic IN ['children in the household', 'pregnancy']
WITH months, a, p, i.topic AS topic, i
MATCH (i)-[:RECORDED_IN]->(e:Entry)
WITH months, a, p, topic, i, e ORDER BY i.on_earliest, i.on_latest, e.entry_id, topic
WITH months, a, p, collect(DISTINCT topic) AS topics, min(i.on_earliest) AS first_day, head(collect(i.on_text)) AS first_text,
  max(i.on_latest) AS last_day, collect(DISTINCT e.entry_id) AS evidence_ids, count(DISTINCT e.entry_id) AS times
WHERE NOT EXISTS {
    MATCH (a)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(other:Agency)
    MATCH (b)-[:ABOUT]->(p)
    WHERE other.works_with_child AND b.passed AND NOT b.carried_by_family AND (b.on_earliest IS NULL OR b.on_earliest <= $as_of)
  }
  AND NOT EXISTS {
    MATCH (a)-[:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(other:Agency)
    MATCH (m)-[:ABOUT]->(p)
    WHERE other.works_with_child AND (m.on_earliest IS NULL OR m.on_earliest <= $as_of)
  }
OPTIONAL MATCH (a)-[:WROTE]->(l:Entry)<-[:RECORDED_IN]-(q:Person)
WHERE p.linked_since IS NOT NULL AND q.linked_since IS NULL AND q.person_id <> p.person_id AND l.on_earliest <= $as_of
  AND EXISTS { MATCH (p)-[:RECORDED_IN]->(l) }
WITH months, a, p, topics, times, first_day, first_text, last_day, evidence_ids, l ORDER BY l.on_earliest, l.entry_id
WITH months, a, p, topics, times, first_day, first_text, last_day, evidence_ids, head(collect(l.entry_id)) AS link_id, min(l.on_earliest) AS linked_on
WITH months, a, p, topics, times, first_text, linked_on, p.linked_since AS linked,
  CASE WHEN link_id IS NULL OR link_id IN evidence_ids THEN evidence_ids ELSE evidence_ids + [link_id] END AS evidence_ids,
  CASE WHEN p.linked_since > first_day THEN p.linked_since ELSE first_day END AS from_day,
  CASE WHEN p.linked_since > last_day THEN p.linked_since ELSE last_day END AS last_day
OPTIONAL MATCH (c:Chronology)-[s:SPEAKS_FOR]->(a)
WHERE s.detail = 'own' AND s.unbroken_from <= from_day AND s.unbroken_to >= last_day
WITH months, a, p, topics, times, first_text, linked_on, linked, from_day, last_day, evidence_ids, max(s.unbroken_to) AS covered_to
RETURN a.display_name AS agency,
  p.display_name AS person,
  topics,
  times,
  first_text + CASE WHEN linked IS NULL THEN ''
    ELSE ' (the first day that may link ' + p.display_name + ' to the family is ' + toString(linked.day) + ' ' + months[linked.month - 1] + ' ' + toString(linked.year)
      + CASE WHEN linked_on IS NULL THEN '; no entry of its own was found that names both ' + p.display_name + ' and one of the family'
        ELSE '; the first of its own entries found to name both ' + p.display_name + ' and one of the family is of '
          + toString(linked_on.day) + ' ' + months[linked_on.month - 1] + ' ' + toString(linked_on.year) END + ')' END AS since,
  linked_on,
  [p.display_name] AS people,
  [a.display_name] AS agencies,
  from_day,
  CASE WHEN covered_to IS NULL THEN last_day WHEN covered_to > $as_of THEN $as_of ELSE covered_to END AS to_day,
  CASE WHEN covered_to IS NULL THEN 'cannot tell' ELSE 'no record found' END AS strength,
  evidence_ids
ORDER BY from_day, agency, person
