// ---
// id: unborn-closed-after-birth
// title: Closed soon after the birth
// question: Which agencies closed the case in the weeks after a birth in the family?
// why: The weeks after a birth are when a baby is most at risk, and a case is often closed on the strength of a good first impression (Ofsted 2010, paras 35 and 72-73; Leicester, Leicestershire and Rutland audit). A closure counts for more where an assessment or plan had been made before the birth.
// topic: unborn
// level: 2
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 90}}
// columns: {child: string, agency: string, closed_text: string, weeks: integer, born: date, earlier: string, people: list, agencies: list, from_day: date, to_day: date, certainty: string, evidence_ids: list}
// strength: recorded
// finding: "{agency} recorded closing the case on {closed_text}, {weeks} weeks after the birth of {child} on {born}; {earlier}."
// none: "No agency recorded closing the case in the weeks after a birth."
// ---
MATCH (parent:Person)-[:PARENT_OF]->(k:Person:Child)
WHERE k.review_id = $review_id AND k.born_latest IS NOT NULL
WITH k, parent ORDER BY k.person_id, parent.person_id
WITH k, [k.person_id] + collect(parent.person_id) AS family_ids
MATCH (a:Agency)-[:CARRIED_OUT]->(m:Milestone)-[:ABOUT]->(p:Person)
WHERE m.review_id = $review_id AND m.kind = 'case_closure'
  AND p.person_id IN family_ids
  AND m.on_earliest IS NOT NULL AND m.on_earliest <= $as_of
  AND m.on_latest >= k.born_earliest
  AND duration.inDays(k.born_latest, m.on_earliest).days <= $days
MATCH (m)-[:RECORDED_IN]->(e:Entry)
WITH k, family_ids, a, m, e ORDER BY e.on_earliest, e.entry_id
WITH k, family_ids, a, m, collect(DISTINCT e.entry_id) AS closing_ids
OPTIONAL MATCH (a)-[:CARRIED_OUT]->(before)-[:RECORDED_IN]->(be:Entry)
WHERE (before:Assessment OR before:Plan) AND before.on_earliest IS NOT NULL
  AND EXISTS { MATCH (before)-[:COVERED]->(covered:Person) WHERE covered.person_id IN family_ids }
  AND before.on_earliest <= k.born_latest AND duration.inDays(before.on_earliest, k.born_latest).days <= 280
WITH k, a, m, closing_ids, before, be ORDER BY be.on_earliest, be.entry_id
WITH k, a, m, closing_ids, [x IN collect(DISTINCT be.entry_id) WHERE NOT x IN closing_ids] AS before_ids,
  head(collect(CASE WHEN before.kind IS NULL THEN before.what ELSE replace(before.kind, '_', ' ') END)) AS what,
  head(collect(before.on_text)) AS before_text
RETURN k.display_name AS child,
  a.display_name AS agency,
  m.on_text AS closed_text,
  CASE WHEN m.on_earliest < k.born_latest THEN 0 ELSE duration.inDays(k.born_latest, m.on_earliest).days / 7 END AS weeks,
  k.born_latest AS born,
  CASE WHEN what IS NULL THEN 'no assessment or plan of its own from the pregnancy is recorded'
    ELSE 'during the pregnancy it had recorded this: ' + what + ' (' + before_text + ')' END AS earlier,
  [k.display_name] AS people,
  [a.display_name] AS agencies,
  m.on_earliest AS from_day,
  m.on_latest AS to_day,
  CASE WHEN m.on_earliest >= k.born_latest AND m.on_latest <= $as_of
    AND duration.inDays(k.born_earliest, m.on_latest).days <= $days THEN 'certain' ELSE 'possible' END AS certainty,
  before_ids + closing_ids AS evidence_ids
ORDER BY from_day, agency, child, closed_text, evidence_ids
