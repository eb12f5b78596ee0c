// ---
// id: child-left-out-of-assessment
// title: Assessment of a child that left out another child of the household
// question: Which assessments of a child show nothing of another child then recorded as living in the same household?
// why: Brothers and sisters were often known of and left out of the picture, and were not seen or spoken to (Ofsted 2010, paras 59-60; Brandon and others 2009, chapter 3). A child the same agency was in contact with in the eight weeks before counts as having had a part, unless its words say otherwise; those not known about at the time are among them, which is no word on what the assessor could know.
// topic: child
// level: 2
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 56}}
// columns: {assessment_id: string, what: string, agency: string, on_text: string, children: list, left_out: list, weeks_before: integer, people: list, agencies: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronology of the agency that made the assessment]
// reads: Assessment.completed, the people it covered and those it left out, read in Python from the rows' columns and words
// finding:
//   recorded: "{agency} recorded {what} of {children} ({on_text}); its words say that there was no part in it of {left_out}."
//   no record found: "{agency} recorded {what} of {children} ({on_text}). Its records show no part in it of {left_out}, then recorded as living in the same household, nor contact with them in the {weeks_before} weeks before."
//   cannot tell: "{agency} is recorded as making {what} of {children} ({on_text}). The rows in hand show no part in it of {left_out}, then recorded as living in the same household, but the agency's own records for those days are not in hand."
// none: "Each of the {denominator} assessments of a child shows every child then recorded as living in the same household."
// ---
MATCH (a:Agency)-[:CARRIED_OUT]->(s:Assessment)-[:COVERED]->(k:Person:Child)
WHERE s.review_id = $review_id AND s.on_earliest IS NOT NULL AND s.on_earliest <= $as_of
WITH a, s, k ORDER BY k.person_id
WITH a, s, collect(k.display_name) AS children,
  CASE WHEN s.completed_earliest IS NOT NULL AND s.completed_latest <= s.on_latest THEN s.on_earliest - duration({days: $days}) ELSE s.on_earliest END AS first_day,
  CASE WHEN s.completed_latest > s.on_latest THEN s.completed_latest ELSE s.on_latest END AS last_day
MATCH (s)-[:COVERED]->(covered:Person)
OPTIONAL MATCH (covered)-[their:LIVED_IN]->(:Household)<-[stay:LIVED_IN]-(other:Person:Child)
WHERE (covered.kind = 'child' OR EXISTS { MATCH (covered)-[:PARENT_OF]->(:Person:Child) })
  AND (stay.since_earliest IS NULL OR stay.since_earliest <= last_day)
  AND (stay.until_latest IS NULL OR stay.until_latest >= first_day)
  AND (their.since_earliest IS NULL OR their.since_earliest <= last_day)
  AND (their.until_latest IS NULL OR their.until_latest >= first_day)
  AND (stay.since_earliest IS NULL OR their.until_latest IS NULL OR stay.since_earliest <= their.until_latest)
  AND (stay.until_latest IS NULL OR their.since_earliest IS NULL OR stay.until_latest >= their.since_earliest)
WITH a, s, children, first_day, last_day,
  collect({child: other.person_id, sure: CASE WHEN stay.since_latest <= last_day AND (stay.until_earliest IS NULL OR stay.until_earliest >= first_day) THEN 1 ELSE 0 END}) AS residents
OPTIONAL MATCH (s)-[:LEFT_OUT]->(out:Person:Child)
WITH a, s, children, first_day, last_day, residents, collect({child: out.person_id, sure: 1}) AS said_out
WITH a, s, children, first_day, last_day, residents + said_out AS around, [x IN said_out | x.child] AS said_ids
UNWIND around AS one
WITH a, s, children, first_day, last_day, one.child AS child_id, one.sure AS sure, CASE WHEN one.child IN said_ids THEN 1 ELSE 0 END AS told
WHERE child_id IS NOT NULL
WITH a, s, children, first_day, last_day, child_id, told, max(sure) AS sure
MATCH (p:Person {person_id: child_id})
WHERE NOT p.group
  AND (p.born_earliest IS NULL OR p.born_earliest <= last_day)
  AND (p.died_latest IS NULL OR p.died_latest > first_day)
  AND NOT EXISTS { MATCH (s)-[:COVERED]->(p) }
  AND (told = 1 OR NOT EXISTS {
    MATCH (a)-[:MADE]->(c:Contact)-[:CONCERNED]->(p)
    WHERE NOT c.missed AND c.on_latest >= s.on_earliest - duration({days: $days}) AND c.on_earliest <= last_day
  })
WITH a, s, children, last_day, told, sure, p ORDER BY p.display_name, p.person_id
WITH a, s, children, last_day, told, max(sure) AS sure, collect(p.display_name) AS left_out
MATCH (s)-[:RECORDED_IN]->(e:Entry)
WITH a, s, children, last_day, told, sure, left_out, e ORDER BY e.on_earliest, e.entry_id
WITH a, s, children, last_day, told, sure, left_out, collect(DISTINCT e.entry_id) AS evidence_ids, head(collect(e.event_text)) AS said
OPTIONAL MATCH (c:Chronology)-[own:SPEAKS_FOR]->(a)
WHERE own.detail = 'own' AND own.unbroken_from <= s.on_earliest AND own.unbroken_to >= last_day
WITH a, s, children, last_day, told, sure, left_out, evidence_ids, said, count(c) AS covering
RETURN s.assessment_id AS assessment_id,
  CASE s.kind WHEN 'pre_birth_assessment' THEN 'a pre-birth assessment' ELSE 'an assessment (“' + said + '”)' END AS what,
  a.display_name AS agency,
  s.on_text + coalesce(CASE WHEN s.completed_latest > s.on_latest THEN ', completed ' + s.completed_text END, '') AS on_text,
  children,
  left_out,
  $days / 7 AS weeks_before,
  left_out + children AS people,
  [a.display_name] AS agencies,
  s.on_earliest AS from_day,
  last_day AS to_day,
  CASE WHEN told = 1 THEN 'recorded' WHEN covering > 0 THEN 'no record found' ELSE 'cannot tell' END AS strength,
  CASE sure WHEN 1 THEN 'certain' ELSE 'possible' END AS certainty,
  evidence_ids
ORDER BY from_day, assessment_id, strength
