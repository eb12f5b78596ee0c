// ---
// id: batons-moved-area
// title: Moved out of the area, and the case not passed on
// question: When the family moved out of the area, which agencies working with the child recorded nothing passed on to another agency?
// why: Handing over a case when a family moves between authorities was often handled badly (Ofsted 2010, para 38). Moves and records in pieces put children out of everybody's sight (Brandon and others 2009, chapter 3, "off the radar").
// topic: batons
// level: 3
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 60}, before: {type: integer, default: 120}}
// columns: {people: list, moved_text: string, waiting: list, days_after: integer, agencies: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronologies of the agencies working with the child]
// finding:
//   recorded: "A move of {people} out of the area is recorded ({moved_text}); the source records that what was passed on then did not arrive. Working with the child until then: {waiting}."
//   no record found: "A move of {people} out of the area is recorded ({moved_text}); in the {days_after} days after it no record was found of anything passed on to another agency by {waiting}, in contact with the family until then."
//   cannot tell: "A move of {people} out of the area is recorded ({moved_text}); whether the case was passed on cannot be told, as their own records for that time are not in hand: {waiting}."
// none: "Of the {denominator} recorded moves of the family, none is recorded as leaving the area without the agencies working with the child passing something on."
// ---
MATCH (teller:Agency)-[:CARRIED_OUT]->(m:Milestone)-[:ABOUT]->(p:Person)
WHERE m.review_id = $review_id AND m.kind = 'move' AND m.out_of_area = 'yes'
  AND m.on_latest + duration({days: $days}) <= $as_of
WITH m, p ORDER BY p.person_id
WITH m, collect(p.person_id) AS person_ids, collect(p.display_name) AS people
ORDER BY m.on_earliest, m.milestone_id
WITH collect({id: m.milestone_id, first: m.on_earliest, last: m.on_latest, person_ids: person_ids, people: people}) AS moves
WITH [x IN moves WHERE none(y IN moves WHERE y.last >= x.first - duration({days: 14})
    AND (y.first < x.first OR (y.first = x.first AND y.id < x.id)) AND any(id IN y.person_ids WHERE id IN x.person_ids))] AS moves
WHERE size(moves) > 0
MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(k:Person)
WHERE c.review_id = $review_id AND a.works_with_child AND NOT c.missed
WITH moves, a, k, count(c) AS times, max(c.on_earliest) AS last_first
WITH moves, a, collect({person_id: k.person_id, shared: k.index_child, last_first: last_first}) AS people_met
UNWIND moves AS move
WITH a, move, people_met
WHERE none(x IN people_met WHERE x.last_first > move.last + duration({days: $days}) AND (x.shared OR x.person_id IN move.person_ids))
MATCH (m:Milestone {milestone_id: move.id})
WITH a, m, move.person_ids AS person_ids, move.people AS people
MATCH (a)-[:MADE]->(c:Contact)-[:CONCERNED]->(k:Person)
WHERE NOT c.missed AND (k.person_id IN person_ids OR k.index_child)
  AND c.on_latest >= m.on_earliest - duration({days: $before}) AND c.on_earliest <= m.on_latest
WITH m, person_ids, people, a, c ORDER BY c.on_earliest, c.contact_id
WITH m, person_ids, people, a, collect({id: c.contact_id, first: c.on_earliest, last: c.on_latest}) AS until_then
MATCH (m)-[:RECORDED_IN]->(me:Entry)
WITH m, person_ids, people, a, until_then, me ORDER BY me.entry_id
WITH m, person_ids, people, a, until_then, collect(DISTINCT me.entry_id) AS move_ids
OPTIONAL MATCH (a)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(other:Agency)
WHERE b.on_latest >= m.on_earliest - duration({days: 14}) AND b.on_earliest <= m.on_latest + duration({days: $days})
  AND EXISTS { MATCH (b)-[:ABOUT]->(same:Person) WHERE same.person_id IN person_ids OR same.index_child }
WITH m, people, move_ids, a, until_then,
  sum(CASE WHEN b.receipt = 'recorded not' THEN 0 WHEN b IS NOT NULL THEN 1 ELSE 0 END) AS passed_on,
  sum(CASE WHEN b.receipt = 'recorded not' THEN 1 ELSE 0 END) AS bounced
WHERE passed_on = 0
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(a)
WHERE s.detail = 'own' AND s.unbroken_from <= m.on_earliest - duration({days: 14}) AND s.unbroken_to >= m.on_latest + duration({days: $days})
WITH m, people, move_ids, a, until_then, bounced, count(h) AS own
WITH m, people, move_ids, a, last(until_then).id AS last_id,
  CASE WHEN any(x IN until_then WHERE x.first >= m.on_earliest - duration({days: $before}) AND x.last <= m.on_earliest) THEN 1 ELSE 0 END AS sure,
  CASE WHEN bounced > 0 THEN 'recorded' WHEN own > 0 THEN 'no record found' ELSE 'cannot tell' END AS strength
MATCH (c:Contact {contact_id: last_id})-[:RECORDED_IN]->(e:Entry)
WITH m, people, move_ids, a, strength, sure, e ORDER BY a.display_name, e.entry_id
WITH m, people, move_ids, strength, max(sure) AS sure, collect(DISTINCT a.display_name) AS waiting, collect(DISTINCT e.entry_id) AS last_ids
RETURN people,
  m.on_text AS moved_text,
  waiting,
  $days AS days_after,
  waiting AS agencies,
  m.on_earliest AS from_day,
  m.on_latest + duration({days: $days}) AS to_day,
  strength,
  CASE sure WHEN 1 THEN 'certain' ELSE 'possible' END AS certainty,
  move_ids + [x IN last_ids WHERE NOT x IN move_ids] AS evidence_ids
ORDER BY from_day, m.milestone_id, strength
