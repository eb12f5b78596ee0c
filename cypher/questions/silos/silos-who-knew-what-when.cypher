// ---
// id: silos-who-knew-what-when
// title: Who knew what, when
// question: For each matter, which agency recorded it first, and from which day could it first have reached each of the others?
// why: Hindsight knows everything; what counts is what each agency could have known then, from what had reached it (Ofsted 2010, paras 65-69; Brandon and others 2009, chapter 3). At best means that every recorded communication carried all that its sender could know; a day at best is given only where it lies at least so many days before anything shows that the agency had it, and for an adult who came later to the family not before the first day that may link them.
// topic: silos
// level: 3
// parameters: {as_of: {type: date, default: as_of}, agency: {type: text, default: ""}, days: {type: integer, default: 28}}
// columns: {topic: string, first_by: string, first_text: string, elsewhere: string, also_by: list, told: list, could_reach: list, people: list, agencies: list, from_day: date, to_day: date, certainty: string, evidence_ids: list}
// needs: [chronologies of the agencies]
// strength: recorded
// reads: COULD_KNOW (at_best, at_best_by, as_recorded, via_entry_ids), worked out by scrgraph.temporal.knowledge
// finding: "{topic} concerning {people}: the first entry found in words that tell of it is one by {first_by} ({first_text}). {elsewhere}."
// none: "No matter was found that is recorded by two agencies, or that could have reached another agency along the recorded communications."
// ---
WITH ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] AS months
MATCH (h:Agency)-[:KNEW]->(i:Information)-[:ABOUT]->(p:Person)
WHERE h.review_id = $review_id AND i.on_earliest <= $as_of
  AND NOT i.topic IN ['children in the household', 'pregnancy']
WITH months, h, i, p ORDER BY i.on_earliest, i.on_latest, i.information_id
WITH months, h, p, i.topic AS topic, min(i.on_earliest) AS day, min(i.on_latest) AS sure, head(collect(i.on_text)) AS told_on,
  head(collect(i.information_id)) AS piece
WITH months, h, p, topic, day, sure, told_on, piece ORDER BY sure, day, h.display_name, h.agency_id
WITH months, p, topic, collect({agency_id: h.agency_id, agency: h.display_name, day: day, sure: sure, told_on: told_on, piece: piece}) AS recorders
OPTIONAL MATCH (p)<-[:ABOUT]-(k:Information)<-[r:COULD_KNOW]-(w:Agency)
WHERE k.topic = topic AND r.at_best <= $as_of AND (p.linked_since IS NULL OR p.linked_since <= $as_of)
  AND ($agency = '' OR toLower(w.display_name) = toLower($agency))
WITH months, p, topic, recorders, w, r, CASE WHEN r.at_best < p.linked_since THEN p.linked_since ELSE r.at_best END AS could
ORDER BY could, size(r.via_entry_ids), r.at_best_by, w.display_name
WITH months, p, topic, recorders, w, min(could) AS best, split(head(collect(r.at_best_by)), ', then ') AS steps,
  min(CASE WHEN r.as_recorded <= $as_of THEN r.as_recorded END) AS told_day, head(collect(r.via_entry_ids)) AS via
WITH months, p, topic, recorders, w, best, steps, told_day, via, head([x IN recorders WHERE x.agency_id = w.agency_id | x.day]) AS own
WITH months, p, topic, recorders, w, best, steps, via,
  CASE WHEN own IS NULL OR told_day < own THEN told_day END AS told_day,
  CASE WHEN told_day IS NULL OR own <= told_day THEN own ELSE told_day END AS had
WITH months, p, topic, recorders, w, steps, via, told_day,
  CASE WHEN had IS NULL OR duration.inDays(best, had).days >= $days THEN best END AS best
ORDER BY coalesce(best, told_day), w.display_name
WITH months, p, topic, recorders, best, CASE WHEN best IS NOT NULL AND size(steps) = 1 AND (p.linked_since IS NULL OR best > p.linked_since) THEN split(steps[0], ' of ')[0] ELSE '' END AS way,
  collect(w.display_name) AS names, collect(CASE WHEN best IS NOT NULL THEN via END) AS best_vias,
  collect(CASE WHEN told_day IS NOT NULL THEN via END) AS told_vias,
  collect(CASE WHEN best IS NOT NULL OR told_day IS NOT NULL THEN w.display_name END) AS reached,
  collect(CASE WHEN told_day IS NOT NULL THEN w.display_name + ' by ' + toString(told_day.day) + ' ' + months[told_day.month - 1] + ' ' + toString(told_day.year) END) AS told,
  max(told_day) AS told_day
ORDER BY best, names
WITH p, topic, recorders, max(best) AS last_best, max(told_day) AS last_told,
  collect(CASE WHEN best IS NOT NULL THEN reduce(said = '', name IN names | said + CASE said WHEN '' THEN '' ELSE ', ' END + name)
    + ' from ' + toString(best.day) + ' ' + months[best.month - 1] + ' ' + toString(best.year)
    + CASE way WHEN '' THEN '' ELSE ' (by ' + way + ')' END END) AS could_reach,
  collect(told) AS told, collect(reached) AS reached, collect(best_vias) AS best_vias, collect(told_vias) AS told_vias
WITH p, topic, recorders, could_reach, head(recorders) AS first,
  reduce(found = [], part IN told | found + part) AS told,
  reduce(found = [], part IN reached | found + part) AS reached,
  reduce(found = [], part IN best_vias + told_vias | found + part) AS vias,
  [x IN tail(recorders) | x.agency + ' (' + x.told_on + ')'] AS also_by, [x IN recorders | x.agency] AS wrote,
  CASE WHEN last_told > last_best OR last_best IS NULL THEN last_told ELSE last_best END AS last_day,
  CASE WHEN any(x IN tail(recorders) WHERE x.day <= head(recorders).sure) THEN 'possible' ELSE 'certain' END AS certainty
WHERE (size(also_by) > 0 OR size(reached) > 0) AND ($agency = '' OR size(reached) > 0)
WITH p, topic, could_reach, told, reached, vias, last_day, wrote, also_by, certainty, first.piece AS piece, first.agency AS first_by,
  first.told_on AS first_text, first.day AS from_day
ORDER BY p.display_name, p.person_id
WITH topic, could_reach, told, reached, vias, last_day, wrote, also_by, certainty, piece, first_by, first_text, from_day,
  collect(p.display_name) AS people
MATCH (:Information {information_id: piece})-[:RECORDED_IN]->(e:Entry)
WITH topic, could_reach, told, reached, vias, last_day, wrote, also_by, certainty, piece, first_by, first_text, from_day, people, e
ORDER BY e.entry_id
WITH topic, could_reach, told, reached, vias, last_day, wrote, also_by, certainty, piece, first_by, first_text, from_day, people,
  collect(e.entry_id) AS ids
RETURN topic,
  first_by,
  first_text,
  reduce(said = '', part IN [part IN [
      CASE size(also_by) WHEN 0 THEN '' ELSE 'Also found in entries of ' + reduce(said = '', one IN also_by | said + CASE said WHEN '' THEN '' ELSE ', ' END + one) END,
      CASE size(told) WHEN 0 THEN '' ELSE 'As recorded it reached ' + reduce(said = '', one IN told | said + CASE said WHEN '' THEN '' ELSE ', ' END + one) END,
      CASE size(could_reach) WHEN 0 THEN '' ELSE 'At best it could have reached ' + reduce(said = '', one IN could_reach[0..5] | said + CASE said WHEN '' THEN '' ELSE '; ' END + one)
        + CASE WHEN size(could_reach) > 5 THEN '; and others later' ELSE '' END END
    ] WHERE part <> ''] | said + CASE said WHEN '' THEN '' ELSE '. ' END + part) AS elsewhere,
  also_by,
  told,
  could_reach,
  people,
  wrote + [name IN reached WHERE NOT name IN wrote] AS agencies,
  from_day,
  coalesce(last_day, from_day) AS to_day,
  certainty,
  ids + [row IN reduce(found = [], via IN vias | found + [id IN via WHERE NOT id IN found]) WHERE NOT row IN ids] AS evidence_ids
ORDER BY from_day, topic, people, piece
