// ---
// id: adults-left-out-of-assessment
// title: Assessment of a child that left out a parent, partner or resident adult
// question: Which assessments of a child show nothing of a parent, a parent's partner or an adult then living with the child?
// why: Assessments were often of the mother and child alone, and the father, partner or other adult in the home was not seen (Ofsted 2010, paras 62-63 and 104; Brandon and others 2009, chapter 3). Somebody the same agency was in contact with in the eight weeks before counts as having had a part, unless its words say otherwise; those not known about at the time are among them, which is no word on what the assessor could know.
// topic: adults
// level: 3
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 56}, view: {type: text, default: all}}
// columns: {assessment_id: string, what: string, agency: string, on_text: string, children: list, covered: list, left_out: list, because: string, weeks_before: integer, people: list, agencies: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronology of the agency that made the assessment]
// reads: Assessment.completed, the people it covered and those it left out, read in Python from the rows' columns and words
// finding:
//   recorded: "{agency} recorded {what} of {children} ({on_text}) in which {covered} had a part; its words say that there was no part in it of {left_out}."
//   no record found: "{agency} recorded {what} of {children} ({on_text}) in which {covered} had a part. Its records show no part in it of {left_out}, nor contact with them in the {weeks_before} weeks before."
//   cannot tell: "{agency} is recorded as making {what} of {children} ({on_text}) in which {covered} had a part. The rows in hand show no part in it of {left_out}, but {because}."
// none: "Each of the {denominator} assessments of a child shows every parent, partner and resident adult that the records tell of."
// ---
MATCH (a:Agency)-[:CARRIED_OUT]->(s:Assessment)-[:COVERED]->(k:Person:Child)
WHERE s.review_id = $review_id AND s.on_earliest IS NOT NULL AND s.on_earliest <= $as_of
WITH a, s, k,
  CASE WHEN s.completed_earliest IS NOT NULL AND s.completed_latest <= s.on_latest THEN s.on_earliest - duration({days: $days}) ELSE s.on_earliest END AS first_day,
  CASE WHEN s.completed_latest > s.on_latest THEN s.completed_latest ELSE s.on_latest END AS last_day
OPTIONAL MATCH (parent:Person)-[:PARENT_OF]->(k)
WITH a, s, k, first_day, last_day, collect({adult: parent.person_id, part: 'a parent of ' + k.display_name, sure: 1}) AS parents
OPTIONAL MATCH (mate:Person)-[tie:PARTNER_OF]-(of:Person)-[:PARENT_OF]->(k)
WHERE tie.kinship = 'partner' AND (tie.since_latest IS NULL OR tie.since_latest <= last_day)
  AND (tie.until_latest IS NULL OR tie.until_latest >= first_day)
WITH a, s, k, first_day, last_day, parents,
  collect({adult: mate.person_id, part: 'partner of ' + of.display_name + coalesce(' until ' + tie.until_text, ''), sure: CASE WHEN tie.since_latest IS NOT NULL AND (tie.until_earliest IS NULL OR tie.until_earliest >= first_day) THEN 1 ELSE 0 END}) AS partners
OPTIONAL MATCH (resident:Person:Adult)-[stay:LIVED_IN]->(:Household)<-[child_stay:LIVED_IN]-(k)
WHERE (stay.since_latest IS NULL OR stay.since_latest <= last_day)
  AND (stay.until_latest IS NULL OR stay.until_latest >= first_day)
  AND (child_stay.since_earliest IS NULL OR child_stay.since_earliest <= last_day)
  AND (child_stay.until_latest IS NULL OR child_stay.until_latest >= first_day)
  AND (stay.until_latest IS NULL OR child_stay.since_earliest IS NULL OR stay.until_latest >= child_stay.since_earliest)
WITH a, s, first_day, last_day, parents, partners,
  collect({adult: resident.person_id, part: 'living in the household' + coalesce(' until ' + stay.until_text, ''), sure: CASE WHEN stay.until_earliest IS NULL OR stay.until_earliest >= first_day THEN 1 ELSE 0 END}) AS residents
OPTIONAL MATCH (s)-[:LEFT_OUT]->(out:Person)
WITH a, s, first_day, last_day, parents, partners, residents,
  collect({adult: out.person_id, part: '', sure: 1}) AS said_out
WITH a, s, first_day, last_day, parents + partners + residents + said_out AS around, [x IN said_out | x.adult] AS said_ids
UNWIND around AS one
WITH a, s, first_day, last_day, one, CASE WHEN one.adult IN said_ids THEN 1 ELSE 0 END AS told
WHERE one.adult IS NOT NULL
MATCH (p:Person {person_id: one.adult})
WHERE NOT p.group AND p.kind <> 'child' AND ($view <> 'men' OR p.sex <> 'female')
  AND (p.died_latest IS NULL OR p.died_latest > first_day)
  AND NOT EXISTS { MATCH (s)-[:COVERED]->(p) }
  AND (told = 1 OR NOT EXISTS {
    MATCH (a)-[:MADE]->(c:Contact)-[:CONCERNED]->(p)
    WHERE NOT c.missed AND c.on_latest >= s.on_earliest - duration({days: $days}) AND c.on_earliest <= last_day
  })
WITH DISTINCT a, s, first_day, last_day, told, p, one.part AS part, one.sure AS sure ORDER BY p.display_name, part
WITH a, s, first_day, last_day, told, p, max(sure) AS sure, collect(DISTINCT part) AS parts
WITH a, s, first_day, last_day, told, p, sure, reduce(text = '', x IN parts | CASE WHEN text = '' OR x = '' THEN text + x ELSE text + ', ' + x END) AS part
ORDER BY p.display_name, p.person_id
WITH a, s, first_day, last_day, told, collect(p.display_name + CASE part WHEN '' THEN '' ELSE ' (' + part + ')' END) AS left_out,
  collect(p.display_name) AS left_out_names, max(sure) AS sure
MATCH (s)-[:COVERED]->(covered:Person)
WITH a, s, first_day, last_day, told, left_out, left_out_names, sure, covered ORDER BY covered.person_id
WITH a, s, first_day, last_day, told, left_out, left_out_names, sure, collect(covered.display_name) AS covered,
  collect(CASE WHEN covered.kind = 'child' THEN covered.display_name END) AS children,
  max(CASE WHEN covered.kind = 'child' THEN 0 ELSE 1 END) AS names_an_adult
MATCH (s)-[:RECORDED_IN]->(e:Entry)
WITH a, s, first_day, last_day, told, left_out, left_out_names, sure, covered, children, names_an_adult, e ORDER BY e.on_earliest, e.entry_id
WITH a, s, first_day, last_day, told, left_out, left_out_names, sure, covered, children, names_an_adult, collect(DISTINCT e.entry_id) AS evidence_ids, head(collect(e.event_text)) AS said
OPTIONAL MATCH (c:Chronology)-[own:SPEAKS_FOR]->(a)
WHERE own.detail = 'own' AND own.unbroken_from <= s.on_earliest AND own.unbroken_to >= last_day
WITH a, s, last_day, told, left_out, left_out_names, sure, covered, children, names_an_adult, evidence_ids, said, count(c) AS covering
RETURN s.assessment_id AS assessment_id,
  CASE s.kind WHEN 'pre_birth_assessment' THEN 'a pre-birth assessment' ELSE 'an assessment (“' + said + '”)' END AS what,
  a.display_name AS agency,
  s.on_text + coalesce(CASE WHEN s.completed_latest > s.on_latest THEN ', completed ' + s.completed_text END, '') AS on_text,
  children,
  covered,
  left_out,
  CASE WHEN told = 1 THEN '' WHEN covering = 0 THEN "the agency's own records are not in hand" WHEN names_an_adult = 0 THEN 'they name no adult at all, so it is not told whom it covered' ELSE '' END AS because,
  $days / 7 AS weeks_before,
  left_out_names + children AS people,
  [a.display_name] AS agencies,
  s.on_earliest AS from_day,
  last_day AS to_day,
  CASE WHEN told = 1 THEN 'recorded' WHEN covering > 0 AND names_an_adult = 1 THEN 'no record found' ELSE 'cannot tell' END AS strength,
  CASE sure WHEN 1 THEN 'certain' ELSE 'possible' END AS certainty,
  evidence_ids
ORDER BY from_day, assessment_id, strength
