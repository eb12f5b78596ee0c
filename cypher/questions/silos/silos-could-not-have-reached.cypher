// ---
// id: silos-could-not-have-reached
// title: Known to one agency, out of reach of one working with the child
// question: Which matters recorded by one agency could not have reached an agency working with the child, even had every recorded communication carried everything its sender could know?
// why: Partners in the same network often had no way of learning what one of them knew (Ofsted 2010, paras 65-69 and 83-84; Brandon and others 2009, chapter 3). The bound is generous - every communication is taken to carry all, same-day ones in either order, partial dates at their best - so what is still out of reach was not knowable through any recorded channel. An agency that recorded the same topic about any of the same people itself, or could have had it from anyone, is left out, as is one no longer in contact with the family. Of several agencies that recorded a matter the first is named. What concerns an adult who came later counts from the first day that may link him to the family.
// topic: silos
// level: 3
// parameters: {as_of: {type: date, default: as_of}}
// columns: {holder: string, unreached: list, topics: list, people: list, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronologies of both agencies]
// reads: COULD_KNOW (at_best), worked out by scrgraph.temporal.knowledge
// finding:
//   no record found: "{holder} held entries that tell of {topics} concerning {people} (counted from {from_day}); no recorded communication was found along which this could have reached {unreached}, in contact with the family after that."
//   cannot tell: "{holder} held entries that tell of {topics} concerning {people} (counted from {from_day}); the communications in hand could not have brought this to {unreached}, in contact with the family after that, but the records that would show another way are not all in hand."
// none: "Each matter that an agency recorded could, at best, have reached every agency then working with the child."
// ---
OPTIONAL MATCH (w:Agency)-[r:COULD_KNOW]->(k:Information)-[:ABOUT]->(p:Person)
WHERE w.review_id = $review_id AND w.works_with_child AND r.at_best <= $as_of
WITH DISTINCT w.agency_id AS agency_id, p.person_id AS person_id, k.topic AS topic
WITH collect(agency_id + '|' + person_id + '|' + topic) AS could
OPTIONAL MATCH (w:Agency)-[:KNEW]->(k:Information)-[:ABOUT]->(p:Person)
WHERE w.review_id = $review_id AND w.works_with_child AND (k.on_earliest IS NULL OR k.on_earliest <= $as_of)
WITH could, collect(DISTINCT w.agency_id + '|' + p.person_id + '|' + k.topic) AS knew
MATCH (w:Agency)-[:MADE]->(c:Contact)
WHERE w.review_id = $review_id AND w.works_with_child AND NOT c.missed AND c.on_earliest <= $as_of
WITH could + knew AS had, w, max(c.on_latest) AS last_day
WITH had, collect({agency_id: w.agency_id, last_day: CASE WHEN last_day > $as_of THEN $as_of ELSE last_day END}) AS working
MATCH (h:Agency)-[:KNEW]->(i:Information)-[:ABOUT]->(p:Person)
WHERE h.review_id = $review_id AND i.on_earliest < $as_of
  AND NOT i.topic IN ['children in the household', 'pregnancy']
WITH had, working, h, i, p ORDER BY i.on_earliest, i.information_id, p.display_name, p.person_id
WITH had, working, h, i, collect(p.display_name) AS people, collect(p.person_id + '|' + i.topic) AS matters,
  min(coalesce(p.linked_since, i.on_earliest)) AS linked
WITH had, working, h, i, people, matters, CASE WHEN linked > i.on_earliest THEN linked ELSE i.on_earliest END AS counted_from
WITH had, working, h, people, matters, i.topic AS topic, min(i.on_earliest) AS recorded, min(counted_from) AS first_day, collect(i.information_id) AS pieces
ORDER BY recorded, h.display_name, h.agency_id
WITH had, working, people, matters, topic, collect({agency_id: h.agency_id, first_day: first_day, pieces: pieces}) AS holders
WITH had, working, people, matters, topic, head(holders) AS first
WITH had, working, people, matters, topic, first.agency_id AS holder_id, first.first_day AS first_day, first.pieces AS pieces
MATCH (h:Agency {agency_id: holder_id})
UNWIND working AS one
WITH had, h, people, matters, topic, first_day, pieces, one
WHERE one.agency_id <> h.agency_id AND one.last_day >= first_day
  AND NOT any(matter IN matters WHERE one.agency_id + '|' + matter IN had)
UNWIND pieces AS piece
MATCH (i:Information {information_id: piece})-[:RECORDED_IN]->(e:Entry)
WITH h, people, one.agency_id AS agency_id, one.last_day AS to_day, topic, first_day, e ORDER BY topic, e.on_earliest, e.entry_id
WITH h, people, agency_id, to_day, min(first_day) AS from_day, collect(DISTINCT topic) AS topics, collect(DISTINCT e.entry_id) AS evidence_ids
MATCH (w:Agency {agency_id: agency_id})
OPTIONAL MATCH (ch:Chronology)-[sh:SPEAKS_FOR]->(h)
WHERE sh.detail = 'own' AND sh.unbroken_from <= from_day AND sh.unbroken_to >= to_day
WITH h, people, w, from_day, to_day, topics, evidence_ids, count(ch) AS held
OPTIONAL MATCH (cw:Chronology)-[sw:SPEAKS_FOR]->(w)
WHERE sw.detail = 'own' AND sw.unbroken_from <= from_day AND sw.unbroken_to >= to_day
WITH h, people, w, from_day, to_day, topics, evidence_ids, held, count(cw) AS covered
OPTIONAL MATCH (h)-[:PASSED]->(b:Baton)
WHERE b.passed AND b.receipt <> 'recorded not' AND (b.on_latest IS NULL OR b.on_latest >= from_day)
  AND NOT EXISTS { MATCH (b)-[:PASSED_TO]->(:Agency) }
WITH h, people, w, from_day, to_day, topics, evidence_ids, held, covered, count(b) AS to_nobody_named
WITH h, people, w, from_day, to_day, topics, evidence_ids,
  CASE WHEN held > 0 AND covered > 0 AND to_nobody_named = 0 THEN 'no record found' ELSE 'cannot tell' END AS strength
ORDER BY w.display_name, w.agency_id
WITH h, people, topics, from_day, evidence_ids, strength, collect(w.display_name) AS unreached, max(to_day) AS to_day
RETURN h.display_name AS holder,
  unreached,
  topics,
  people,
  [h.display_name] + unreached AS agencies,
  from_day,
  to_day,
  strength,
  evidence_ids
ORDER BY from_day, holder, people, unreached
