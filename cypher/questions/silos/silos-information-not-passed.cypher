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
//   no record found: "{agency} recorded {topics} concerning {person} from {from_day}; no record was found of it passing anything about {person} to an agency working with the child."
//   cannot tell: "{agency} is recorded as knowing of {topics} concerning {person}; its own records are not in hand, so whether it passed this on cannot be told."
// none: "Every agency that held such information about an adult passed something on to an agency working with the child."
// ---
MATCH (a:Agency)-[:KNEW]->(i:Information)-[:ABOUT]->(p:Person:Adult)
WHERE a.review_id = $review_id AND NOT a.works_with_child
  AND i.on_earliest IS NOT NULL AND i.on_earliest <= $as_of
  AND NOT EXISTS {
    MATCH (a)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(other:Agency)
    MATCH (b)-[:ABOUT]->(p)
    WHERE other.works_with_child AND b.passed
  }
MATCH (i)-[:RECORDED_IN]->(e:Entry)
WITH a, p, i, e ORDER BY i.topic, e.entry_id
WITH a, p, collect(DISTINCT i.topic) AS topics, min(i.on_earliest) AS from_day, max(i.on_latest) AS to_day,
  collect(DISTINCT e.entry_id) AS evidence_ids
OPTIONAL MATCH (c:Chronology)-[s:SPEAKS_FOR]->(a)
WHERE s.detail = 'own' AND s.covers_from <= to_day AND s.covers_to >= from_day
WITH a, p, topics, from_day, to_day, evidence_ids, count(c) AS own
RETURN a.display_name AS agency,
  p.display_name AS person,
  topics,
  size(evidence_ids) AS times,
  [p.display_name] AS people,
  [a.display_name] AS agencies,
  from_day,
  to_day,
  CASE WHEN own > 0 THEN 'no record found' ELSE 'cannot tell' END AS strength,
  evidence_ids
ORDER BY from_day, agency, person
