// ---
// id: challenge-not-escalated
// title: Disagreement recorded, no escalation
// question: Which disagreements between professionals are recorded with no escalation, meeting or later challenge by the agency that disagreed?
// why: Reviews found too little persistence when a first question brought no answer, and escalation between managers that was available and not used (Ofsted 2010, paras 101-102).
// topic: challenge
// level: 2
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 28}}
// columns: {agency: string, people: list, on_text: string, days_after: integer, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronology of the agency that disagreed]
// finding:
//   recorded: "{agency} recorded a disagreement about {people} ({on_text}); the source records that its escalation did not arrive."
//   no record found: "{agency} recorded a disagreement about {people} ({on_text}); in the following {days_after} days no record was found of an escalation, a meeting or a further challenge by it about them."
//   cannot tell: "{agency} is recorded as disagreeing about {people} ({on_text}); whether it took this further cannot be told, as its own records for the following {days_after} days are not in hand."
// none: "Each of the {denominator} recorded disagreements was followed by an escalation, a meeting or a further challenge."
// ---
MATCH (a:Agency)-[:CARRIED_OUT]->(m:Milestone)
WHERE m.review_id = $review_id AND m.kind = 'disagreement'
  AND m.on_latest + duration({days: $days}) <= $as_of
OPTIONAL MATCH (m)-[:ABOUT]->(p:Person)
WITH a, m, p ORDER BY p.person_id
WITH a, m, collect(p.person_id) AS person_ids, collect(p.display_name) AS people
WHERE NOT EXISTS {
    MATCH (a)-[:CARRIED_OUT]->(n:Milestone)-[:ABOUT]->(same:Person)
    WHERE n.kind = 'disagreement' AND n.milestone_id <> m.milestone_id AND same.person_id IN person_ids
      AND n.on_latest > m.on_earliest AND n.on_earliest <= m.on_latest + duration({days: $days})
  }
  AND NOT EXISTS {
    MATCH (a)-[:ATTENDED|HELD]->(held:Meeting)-[:ABOUT]->(same:Person)
    WHERE same.person_id IN person_ids
      AND held.on_latest >= m.on_earliest AND held.on_earliest <= m.on_latest + duration({days: $days})
  }
OPTIONAL MATCH (a)-[:PASSED]->(b:Baton)
WHERE b.kind = 'escalation' AND b.on_latest >= m.on_earliest AND b.on_earliest <= m.on_latest + duration({days: $days})
  AND (size(person_ids) = 0 OR EXISTS { MATCH (b)-[:ABOUT]->(same:Person) WHERE same.person_id IN person_ids })
WITH a, m, people,
  sum(CASE WHEN b.receipt = 'recorded not' THEN 0 WHEN b IS NOT NULL THEN 1 ELSE 0 END) AS escalated,
  sum(CASE WHEN b.receipt = 'recorded not' THEN 1 ELSE 0 END) AS bounced
WHERE escalated = 0
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(a)
WHERE s.detail = 'own' AND s.unbroken_from <= m.on_earliest AND s.unbroken_to >= m.on_latest + duration({days: $days})
WITH a, m, people, bounced, count(h) AS own
MATCH (m)-[:RECORDED_IN]->(e:Entry)
WITH a, m, people, bounced, own, e ORDER BY e.on_earliest, e.entry_id
WITH a, m, people, bounced, own, collect(DISTINCT e.entry_id) AS evidence_ids
RETURN a.display_name AS agency,
  people,
  m.on_text AS on_text,
  $days AS days_after,
  [a.display_name] AS agencies,
  m.on_earliest AS from_day,
  m.on_latest + duration({days: $days}) AS to_day,
  CASE WHEN bounced > 0 THEN 'recorded' WHEN own > 0 THEN 'no record found' ELSE 'cannot tell' END AS strength,
  evidence_ids
ORDER BY from_day, agency, m.milestone_id
