// ---
// id: adults-not-identified
// title: Adult recorded without a name, and never identified
// question: Which adults are recorded only in words such as "unknown male" or "mother's boyfriend", how often and by which agencies?
// why: A man seen at the home was often written down without his name, so that nobody could ask what was known of him (Ofsted 2010, paras 62-63; Brandon and others 2009, chapter 3). The same words may stand for one person or several. Those whose role says who they are to a child, such as "Mother", are left out.
// topic: adults
// level: 1
// parameters: {as_of: {type: date, default: as_of}, view: {type: text, default: all}}
// columns: {person: string, sex: string, times: integer, when_text: string, not_told: string, with_children: list, people: list, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronologies of the agencies that recorded the person]
// finding:
//   no record found: "A person not named (“{person}”) is in {when_text}. {not_told}. By whom: {agencies}. Children in the same rows: {with_children}."
//   cannot tell: "A person not named (“{person}”) is in {when_text}. {not_told}; the own records of the agencies that wrote them are not all in hand. By whom: {agencies}. Children in the same rows: {with_children}."
// none: "Every adult in the rows is named, or known by a role that says who they are to a child."
// ---
MATCH (p:Person:Adult)-[:RECORDED_IN]->(e:Entry)
WHERE p.review_id = $review_id AND p.unnamed AND NOT p.group
  AND ($view <> 'men' OR p.sex <> 'female')
  AND (e.on_earliest IS NULL OR e.on_earliest <= $as_of)
  AND NOT p.role IN ['mother', 'father', 'mum', 'dad', 'mo', 'fa', 'aunt', 'uncle', 'cousin', 'carer', 'foster carer', 'foster mother', 'foster father', 'guardian', 'parent', 'stepmother', 'stepfather']
  AND NOT EXISTS { MATCH (p)-[:PARENT_OF]->(:Person) }
  AND NOT EXISTS { MATCH (p)-[tie:CONNECTED_TO]->(:Person) WHERE tie.kinship = 'grandparent' }
WITH p, e ORDER BY e.on_earliest, e.entry_id
WITH p, collect(DISTINCT e.entry_id) AS evidence_ids, min(e.on_earliest) AS from_day, max(e.on_latest) AS to_day,
  collect(e.on_text) AS dates
OPTIONAL MATCH (p)-[:RECORDED_IN]->(shared:Entry)<-[:RECORDED_IN]-(k:Person:Child)
WHERE shared.on_earliest IS NULL OR shared.on_earliest <= $as_of
WITH DISTINCT p, evidence_ids, from_day, to_day, dates, k ORDER BY k.person_id
WITH p, evidence_ids, from_day, to_day, dates, collect(k.display_name) AS children
MATCH (p)-[:RECORDED_IN]->(row:Entry)<-[:WROTE]-(a:Agency)
WHERE a.stands_for_agency AND (row.on_earliest IS NULL OR row.on_earliest <= $as_of)
WITH p, evidence_ids, from_day, to_day, dates, children, a, min(row.on_earliest) AS first_row, max(row.on_latest) AS last_row
OPTIONAL MATCH (c:Chronology)-[s:SPEAKS_FOR]->(a)
WHERE s.detail = 'own' AND s.unbroken_from <= first_row AND s.unbroken_to >= last_row
WITH p, evidence_ids, from_day, to_day, dates, children, a, count(c) AS covering ORDER BY a.display_name
WITH p, evidence_ids, from_day, to_day, dates, children, collect(a.display_name) AS agencies,
  min(CASE WHEN covering > 0 THEN 1 ELSE 0 END) AS covered
RETURN p.display_name AS person,
  p.sex AS sex,
  size(evidence_ids) AS times,
  CASE WHEN size(evidence_ids) = 1 THEN 'one row (' + coalesce(head(dates), 'no date given') + ')'
    ELSE toString(size(evidence_ids)) + ' rows (' + coalesce(head(dates) + CASE WHEN size(dates) > 1 THEN ' to ' + last(dates) ELSE '' END, 'no date given') + ')' END AS when_text,
  CASE WHEN size(evidence_ids) = 1 THEN 'Its column of people does not say who it was'
    ELSE 'Their columns of people do not say who it was, or whether it was one person' END AS not_told,
  CASE WHEN size(children) = 0 THEN ['none'] ELSE children END AS with_children,
  [p.display_name] AS people,
  agencies,
  from_day,
  to_day,
  CASE WHEN covered = 1 THEN 'no record found' ELSE 'cannot tell' END AS strength,
  evidence_ids
ORDER BY from_day, person
