// ---
// id: adults-information-held-by-one
// title: Known of an adult to one agency, out of reach of all who worked with the child
// question: What was recorded about an adult in or around the household by one agency alone, and could not have reached any agency working with the child?
// why: What probation, the police, housing or adult mental health held about a man in or around the household often stayed with them (Ofsted 2010, paras 62-63 and 73-74; Brandon and others 2009, chapter 3). Out of reach means that no recorded communication could have brought it, even had each carried everything its sender could know. It asks only for what could have reached none of those working with the child; "silos-could-not-have-reached" takes each of them by itself. What concerns an adult who came later counts from the first day that may link him to the family. The view "men" leaves out those recorded as women.
// topic: adults
// level: 3
// parameters: {as_of: {type: date, default: as_of}, view: {type: text, default: all}}
// columns: {holder: string, person: string, topics: list, working: list, people: list, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronology of the agency that held the information, chronologies of the agencies working with the child]
// reads: COULD_KNOW (at_best), worked out by scrgraph.temporal.knowledge
// finding:
//   no record found: "Entries that tell of {topics} concerning {person} were found only in the records of {holder} (counted from {from_day}); no recorded communication was found along which this could have reached an agency working with the child ({working})."
//   cannot tell: "Entries that tell of {topics} concerning {person} were found only in the records of {holder} (counted from {from_day}), and no communication in hand could have brought this to an agency working with the child ({working}); the records that would show another way are not all in hand."
// none: "Entries of concern were found about {denominator} adults; about none of them a concern that was found with one agency alone and could have reached no agency working with the child at all. What could have reached some of these agencies and not others is told by the question on what was out of reach of one of them."
// ---
MATCH (w:Agency)-[:MADE]->(c:Contact)
WHERE w.review_id = $review_id AND w.works_with_child AND NOT c.missed AND c.on_earliest <= $as_of
WITH w, max(c.on_latest) AS last_day
ORDER BY w.display_name, w.agency_id
WITH collect({agency_id: w.agency_id, agency: w.display_name, last_day: CASE WHEN last_day > $as_of THEN $as_of ELSE last_day END}) AS working
MATCH (h:Agency)-[:KNEW]->(i:Information)-[:ABOUT]->(p:Person:Adult)
WHERE h.review_id = $review_id AND NOT p.group AND ($view <> 'men' OR p.sex <> 'female')
  AND (i.on_earliest IS NULL OR i.on_earliest < $as_of)
  AND NOT i.topic IN ['children in the household', 'pregnancy']
WITH working, p, i.topic AS topic, count(DISTINCT h.agency_id) AS holders, min(h.agency_id) AS holder_id, min(i.on_earliest) AS recorded
WHERE holders = 1 AND recorded IS NOT NULL
WITH working, p, topic, holder_id, CASE WHEN p.linked_since > recorded THEN p.linked_since ELSE recorded END AS first_day
MATCH (h:Agency {agency_id: holder_id})
WHERE NOT h.works_with_child AND NOT EXISTS {
    MATCH (w:Agency)-[r:COULD_KNOW]->(k:Information)-[:ABOUT]->(p)
    WHERE w.works_with_child AND k.topic = topic AND r.at_best <= $as_of
  }
MATCH (h)-[:KNEW]->(i:Information)-[:ABOUT]->(p)
WHERE i.topic = topic AND i.on_earliest < $as_of
MATCH (i)-[:RECORDED_IN]->(e:Entry)
WITH working, h, p, topic, first_day, e ORDER BY topic, e.on_earliest, e.entry_id
WITH working, h, p, min(first_day) AS from_day, collect(DISTINCT topic) AS topics, collect(DISTINCT e.entry_id) AS evidence_ids
WITH h, p, from_day, topics, evidence_ids, [x IN working WHERE x.last_day >= from_day] AS in_touch
UNWIND in_touch AS one
MATCH (w:Agency {agency_id: one.agency_id})
OPTIONAL MATCH (cw:Chronology)-[sw:SPEAKS_FOR]->(w)
WHERE sw.detail = 'own' AND sw.unbroken_from <= from_day AND sw.unbroken_to >= one.last_day
WITH h, p, from_day, topics, evidence_ids, one, count(cw) AS own
ORDER BY one.agency
WITH h, p, from_day, topics, evidence_ids, collect(one.agency) AS working, max(one.last_day) AS to_day,
  sum(CASE WHEN own > 0 THEN 0 ELSE 1 END) AS not_in_hand
OPTIONAL MATCH (ch:Chronology)-[sh:SPEAKS_FOR]->(h)
WHERE sh.detail = 'own' AND sh.unbroken_from <= from_day AND sh.unbroken_to >= to_day
WITH h, p, from_day, to_day, topics, evidence_ids, working, not_in_hand, count(ch) AS held
OPTIONAL MATCH (h)-[:PASSED]->(b:Baton)
WHERE b.passed AND b.receipt <> 'recorded not' AND (b.on_latest IS NULL OR b.on_latest >= from_day)
  AND NOT EXISTS { MATCH (b)-[:PASSED_TO]->(:Agency) }
WITH h, p, from_day, to_day, topics, evidence_ids, working, not_in_hand, held, count(b) AS to_nobody_named
RETURN h.display_name AS holder,
  p.display_name AS person,
  topics,
  working,
  [p.display_name] AS people,
  [h.display_name] AS agencies,
  from_day,
  to_day,
  CASE WHEN held > 0 AND not_in_hand = 0 AND to_nobody_named = 0 THEN 'no record found' ELSE 'cannot tell' END AS strength,
  evidence_ids
ORDER BY from_day, holder, person
