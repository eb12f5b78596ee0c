// ---
// id: silos-who-knew-what-when
// title: Who knew what, when
// question: For each matter, which agency recorded it first, and from which day could it first have reached each of the others?
// why: Hindsight knows everything; what counts is what each agency could have known then, from what had reached it (Ofsted 2010, paras 65-69; Brandon and others 2009, chapter 3). The first days are at best - every communication taken to carry all that its sender could know - and beside them stand the days by which the entries themselves say that the topic was passed on. Give an agency to see only what could have reached that one, and as_of for what was knowable on an earlier day.
// topic: silos
// level: 3
// parameters: {as_of: {type: date, default: as_of}, agency: {type: text, default: ""}}
// columns: {topic: string, first_by: string, first_text: string, also_by: list, could_reach: list, told: list, people: list, agencies: list, from_day: date, to_day: date, certainty: string, evidence_ids: list}
// needs: [chronologies of the agencies]
// strength: recorded
// reads: COULD_KNOW (at_best, at_best_by, as_recorded, via_entry_ids), worked out by scrgraph.temporal.knowledge
// finding: "Entries about {people} that tell of {topic}: first recorded by {first_by} ({first_text}). Also recorded by: {also_by}. At best it could first have reached: {could_reach}. By what the entries say was passed on it reached: {told}."
// none: "No matter is recorded that could have reached an agency along the recorded communications."
// ---
WITH ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] AS months
MATCH (h:Agency)-[:KNEW]->(i:Information)-[:ABOUT]->(p:Person)
WHERE h.review_id = $review_id AND i.on_earliest <= $as_of
  AND NOT i.topic IN ['children in the household', 'pregnancy']
WITH months, h, i, p ORDER BY i.on_earliest, i.on_latest, i.information_id
WITH months, h, p, i.topic AS topic, min(i.on_earliest) AS day, min(i.on_latest) AS sure, head(collect(i.on_text)) AS told_on,
  head(collect(i.information_id)) AS piece
WITH months, h, p, topic, day, sure, told_on, piece ORDER BY day, sure, h.display_name, h.agency_id
WITH months, p, topic, collect({agency_id: h.agency_id, agency: h.display_name, day: day, sure: sure, told_on: told_on, piece: piece}) AS recorders
OPTIONAL MATCH (p)<-[:ABOUT]-(k:Information)<-[r:COULD_KNOW]-(w:Agency)
WHERE k.topic = topic AND r.at_best <= $as_of AND ($agency = '' OR toLower(w.display_name) = toLower($agency))
WITH months, p, topic, recorders, w, r ORDER BY r.at_best, size(r.via_entry_ids), r.at_best_by, w.display_name
WITH months, p, topic, recorders, w, min(r.at_best) AS best, head(collect(r.at_best_by)) AS best_by,
  min(CASE WHEN r.as_recorded <= $as_of THEN r.as_recorded END) AS told_day, head(collect(r.via_entry_ids)) AS via
WITH months, p, topic, recorders, w, best, best_by, told_day, via,
  CASE WHEN any(x IN recorders WHERE x.agency_id = w.agency_id AND x.sure <= best) THEN 0 ELSE 1 END AS news
ORDER BY best, w.display_name
WITH p, topic, recorders,
  collect(CASE WHEN news = 1 THEN w.display_name END) AS reached,
  collect(CASE WHEN news = 1 THEN w.display_name + ' from ' + toString(best.day) + ' ' + months[best.month - 1] + ' ' + toString(best.year)
    + ' by ' + replace(last(split(best_by, ', then ')), ' to ' + w.display_name, '')
    + CASE size(split(best_by, ', then ')) WHEN 1 THEN '' ELSE ' (the last of ' + toString(size(split(best_by, ', then '))) + ' communications)' END END) AS could_reach,
  collect(CASE WHEN news = 1 THEN w.display_name + ' by ' + toString(told_day.day) + ' ' + months[told_day.month - 1] + ' ' + toString(told_day.year) END) AS told,
  collect(CASE WHEN news = 1 THEN via END) AS vias,
  max(CASE WHEN news = 1 THEN best END) AS last_day
WHERE $agency = '' OR size(reached) > 0
WITH p, topic, reached, could_reach, told, vias, last_day, head(recorders) AS first, [x IN recorders | x.agency] AS wrote,
  [x IN tail(recorders) | x.agency + ' (' + x.told_on + ')'] AS also_by,
  CASE WHEN any(x IN tail(recorders) WHERE x.day <= head(recorders).sure) THEN 'possible' ELSE 'certain' END AS certainty
WITH p, topic, reached, could_reach, told, vias, last_day, wrote, also_by, certainty, first.piece AS piece, first.agency AS first_by,
  first.told_on AS first_text, first.day AS from_day
ORDER BY p.display_name, p.person_id
WITH topic, reached, could_reach, told, vias, last_day, wrote, also_by, certainty, piece, first_by, first_text, from_day,
  collect(p.display_name) AS people
MATCH (:Information {information_id: piece})-[:RECORDED_IN]->(e:Entry)
WITH topic, reached, could_reach, told, vias, last_day, wrote, also_by, certainty, piece, first_by, first_text, from_day, people, e
ORDER BY e.entry_id
WITH topic, reached, could_reach, told, vias, last_day, wrote, also_by, certainty, piece, first_by, first_text, from_day, people,
  collect(e.entry_id) AS ids
RETURN topic,
  first_by,
  first_text,
  CASE WHEN size(also_by) > 0 THEN also_by ELSE ['nobody else'] END AS also_by,
  CASE WHEN size(could_reach) > 0 THEN could_reach ELSE ['no other agency'] END AS could_reach,
  CASE WHEN size(told) > 0 THEN told ELSE ['no other agency'] END AS told,
  people,
  wrote + [name IN reached WHERE NOT name IN wrote] AS agencies,
  from_day,
  coalesce(last_day, from_day) AS to_day,
  certainty,
  ids + [row IN reduce(found = [], via IN vias | found + [id IN via WHERE NOT id IN found]) WHERE NOT row IN ids] AS evidence_ids
ORDER BY from_day, topic, people, piece
