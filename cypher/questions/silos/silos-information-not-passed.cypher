// ---
// id: silos-information-not-passed
// title: Known to one agency, never passed to one working with the child
// question: Which agencies held information about an adult of the family and never recorded passing anything about that adult to an agency working with the child?
// why: Probation, adult mental health, housing and the police often held what those working with the child needed to know (Ofsted 2010, paras 83-84, 89).
// topic: silos
// level: 3
// parameters: {as_of: {type: date, default: as_of}}
// columns: {agency: string, person: string, topics: list, times: integer, people: list, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronology of the agency that held the information]
// finding:
//   no record found: "{agency} recorded {topics} concerning {person} from {from_day}; up to {to_day} no record was found of it passing anything about {person} to an agency working with the child."
//   cannot tell: "{agency} is recorded as knowing of {topics} concerning {person}; its own records of that time are not in hand, so whether it passed this on cannot be told."
// none: "Every agency that held such information about an adult passed something on to an agency working with the child."
// ---
MATCH (a:Agency)-[:KNEW]->(i:Information)-[:ABOUT]->(p:Person:Adult)
WHERE a.review_id = $review_id AND NOT a.works_with_child
  AND i.on_earliest IS NOT NULL AND i.on_earliest <= $as_of
  AND NOT i.topic IN ['children in the household', 'pregnancy']
WITH a, p, i.topic AS topic, i
MATCH (i)-[:RECORDED_IN]->(e:Entry)
WITH a, p, topic, i, e ORDER BY topic, e.entry_id
WITH a, p, collect(DISTINCT topic) AS topics, min(i.on_earliest) AS from_day, max(i.on_latest) AS last_day,
  collect(DISTINCT e.entry_id) AS evidence_ids
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
OPTIONAL MATCH (c:Chronology)-[s:SPEAKS_FOR]->(a)
WHERE s.detail = 'own' AND s.unbroken_from <= from_day AND s.unbroken_to >= last_day
WITH a, p, topics, from_day, last_day, evidence_ids, max(s.unbroken_to) AS covered_to
RETURN a.display_name AS agency,
  p.display_name AS person,
  topics,
  size(evidence_ids) AS times,
  [p.display_name] AS people,
  [a.display_name] AS agencies,
  from_day,
  CASE WHEN covered_to IS NULL THEN last_day WHEN covered_to > $as_of THEN $as_of ELSE covered_to END AS to_day,
  CASE WHEN covered_to IS NULL THEN 'cannot tell' ELSE 'no record found' END AS strength,
  evidence_ids
ORDER BY from_day, agency, person
