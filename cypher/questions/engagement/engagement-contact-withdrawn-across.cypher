// ---
// id: engagement-contact-withdrawn-across
// title: Contact fell away from several agencies, and nothing brought them together
// question: Where did visits and appointments of several agencies not take place, one after another, with no meeting of agencies and no assessment between?
// why: Each agency sees its own closed door or empty appointment; only together do they show that nobody is reaching the child (Ofsted 2010, paras 52-55 and 89; Brandon and others 2009, chapter 3).
// topic: engagement
// level: 4
// parameters: {as_of: {type: date, default: as_of}, least: {type: integer, default: 4}, days: {type: integer, default: 90}}
// columns: {times: integer, on_texts: list, seen: integer, people: list, agencies: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronologies of the agencies whose visits or appointments did not take place, chronology of children's social care]
// finding:
//   no record found: "From {from_day} to {to_day}, {times} visits, appointments or attendances of {agencies} concerning {people} did not take place; no record was found between the first and the last of a meeting or strategy discussion about {people} with more than one agency, or of an assessment by children's social care. Contacts of any agency in those days that record {people} as seen: {seen}."
//   cannot tell: "From {from_day} to {to_day}, {times} visits, appointments or attendances of {agencies} concerning {people} did not take place; whether agencies met or an assessment was made between the first and the last cannot be told, as the records of all of them and of children's social care are not in hand. Contacts of any agency in those days that record {people} as seen: {seen}."
// none: "In no time of the kind asked about did visits and appointments of several agencies with a child not take place one after another without a meeting or an assessment between."
// ---
MATCH (c:Contact)-[:CONCERNED]->(p:Person:Child)
WHERE c.review_id = $review_id AND NOT p.group AND c.missed
  AND c.on_earliest IS NOT NULL AND c.on_earliest <= $as_of
MATCH (a:Agency)-[:MADE]->(c)
MATCH (c)-[:RECORDED_IN]->(e:Entry)
WITH p, a, c, e ORDER BY c.on_latest, c.on_earliest, e.entry_id
WITH p, collect({agency_id: a.agency_id, agency: a.display_name, first: c.on_earliest, last: c.on_latest,
  text: c.on_text, entry_id: e.entry_id}) AS missed
WHERE size(missed) >= $least
OPTIONAL MATCH (t:Meeting)-[:ABOUT]->(p)
WHERE t.on_latest IS NOT NULL
OPTIONAL MATCH (one:Agency)-[:INVITED_TO|ATTENDED|REPORTED_TO]->(t)
WITH p, missed, t, count(DISTINCT one.agency_id) AS agencies_there
WITH p, missed, collect(CASE WHEN agencies_there > 1 OR t.kind IN ['strategy_discussion', 'conference', 'core_group']
  THEN t.on_latest END) AS met
OPTIONAL MATCH (care:Agency)-[:CARRIED_OUT]->(made:Assessment)-[:COVERED]->(p)
WHERE care.sector = 'childrens_social_care' AND made.on_latest IS NOT NULL
WITH p, missed, met, collect(coalesce(made.completed_latest, made.on_latest)) AS assessed
WITH p, missed, met + assessed AS joined
WITH p, missed, [i IN range(0, size(missed) - 1) WHERE i = 0
  OR duration.inDays(missed[i - 1].last, missed[i].first).days > $days
  OR size([day IN joined WHERE day <= missed[i].last AND day >= missed[i - 1].first]) > 0] AS begins
UNWIND range(0, size(missed) - 1) AS i
WITH p, missed[i] AS x, size([x IN begins WHERE x <= i]) AS run, i
ORDER BY p.person_id, i
WITH p, run, collect(x) AS run_of, min(x.first) AS from_day, max(x.last) AS to_day,
  collect(DISTINCT x.agency_id) AS agency_ids, collect(DISTINCT x.agency) AS agencies,
  sum(CASE WHEN x.first = x.last THEN 0 ELSE 1 END) AS partial
WHERE size(run_of) >= $least AND size(agency_ids) > 1
OPTIONAL MATCH (kept:Contact)-[w:CONCERNED]->(p)
WHERE w.seen = 'yes' AND kept.on_earliest >= from_day AND kept.on_latest <= to_day
WITH p, run_of, from_day, to_day, agency_ids, agencies, partial, count(DISTINCT kept) AS seen
OPTIONAL MATCH (care:Agency)
WHERE care.review_id = $review_id AND care.sector = 'childrens_social_care'
WITH p, run_of, from_day, to_day, agency_ids, agencies, partial, seen, collect(care.agency_id) AS care_ids
WITH p, run_of, from_day, to_day, agencies, partial, seen, size(care_ids) AS care,
  [id IN care_ids | {agency_id: id, first: from_day, last: to_day}] + [id IN agency_ids WHERE NOT id IN care_ids
    | {agency_id: id, first: head([x IN run_of WHERE x.agency_id = id | x.first]),
      last: last([x IN run_of WHERE x.agency_id = id | x.last])}] AS wanted
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(holder:Agency)
WHERE holder.review_id = $review_id AND s.detail = 'own'
  AND any(x IN wanted WHERE x.agency_id = holder.agency_id AND s.unbroken_from <= x.first AND s.unbroken_to >= x.last)
WITH p, run_of, from_day, to_day, agencies, partial, seen, care, wanted, count(DISTINCT holder.agency_id) AS in_hand
RETURN size(run_of) AS times,
  [x IN run_of | x.text] AS on_texts,
  seen,
  [p.display_name] AS people,
  agencies,
  from_day,
  to_day,
  CASE WHEN care > 0 AND in_hand = size(wanted) THEN 'no record found' ELSE 'cannot tell' END AS strength,
  CASE partial WHEN 0 THEN 'certain' ELSE 'possible' END AS certainty,
  [x IN run_of | x.entry_id] AS evidence_ids
ORDER BY from_day, people, evidence_ids
