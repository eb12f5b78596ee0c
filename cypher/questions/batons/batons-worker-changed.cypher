// ---
// id: batons-worker-changed
// title: The worker changed, with no recorded handover
// question: Where did a family's worker at an agency change, with no record that the case was handed over?
// why: A change of worker is itself a baton, and what the last one knew is easily lost with it (Ofsted 2010, para 90; Brandon and others 2009, chapter 3, on starting again). A change is told from the names only where one worker's entries end, another's begin and last, and the work had not been closed between.
// topic: batons
// level: 2
// parameters: {as_of: {type: date, default: as_of}}
// columns: {agency: string, change: string, how: string, on_text: string, people: list, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronology of the agency whose worker changed, with the workers' names]
// reads: WorkerChange, told in Python from rows of a change of worker and from the names of the workers
// finding:
//   recorded: "{agency}: {change} ({on_text}), in work with {people}; its record says that there was no handover."
//   no record found: "{agency}: {change} ({on_text}), in work with {people}; no record of a handover was found in its chronology."
//   cannot tell: "{agency}: {change} ({on_text}), in work with {people}; its own chronology is not in hand for all of those days, so whether the case was handed over cannot be told."
// none: "Each of the {denominator} changes of worker that the records show has a recorded handover."
// ---
MATCH (a:Agency)-[:CHANGED_WORKER]->(w:WorkerChange)-[:RECORDED_IN]->(e:Entry)
WHERE w.review_id = $review_id
  AND w.handover IN ['recorded not', 'no record found', 'cannot tell']
  AND w.on_latest <= $as_of
OPTIONAL MATCH (w)-[:ABOUT]->(p:Person)
WITH a, w, e, p ORDER BY e.on_earliest, e.entry_id, p.person_id
WITH a, w, collect(DISTINCT e.entry_id) AS evidence_ids, collect(DISTINCT p.display_name) AS people
RETURN a.display_name AS agency,
  CASE
    WHEN w.from_worker IS NULL OR w.to_worker IS NULL THEN 'a change of worker is recorded'
    WHEN w.how = 'recorded' THEN 'a change from ' + w.from_worker + ' to ' + w.to_worker + ' is recorded'
    ELSE 'the entries of ' + w.from_worker + ' end and those of ' + w.to_worker + ' begin'
  END AS change,
  w.how AS how,
  w.on_text AS on_text,
  people,
  [a.display_name] AS agencies,
  w.on_earliest AS from_day,
  w.on_latest AS to_day,
  CASE w.handover WHEN 'recorded not' THEN 'recorded' ELSE w.handover END AS strength,
  evidence_ids
ORDER BY from_day, agency, w.worker_change_id
