// ---
// id: batons-overdue
// title: Later than its limit
// question: Which steps came after the limit set for them, or have no record although the limit had passed?
// why: A limit says when somebody should have noticed that a baton was not taken up (Ofsted 2010, para 90; the limits are those of the guidance in force on the day, named in each finding). Rows with a local figure are to be checked against the procedures of the area.
// topic: batons
// level: 2
// parameters: {as_of: {type: date, default: as_of}}
// columns: {agency: string, steps: list, times: integer, limit_words: string, authority: string, standing: string, basis: string, days_over: integer, people: list, agencies: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronology of the agency whose step it was]
// reads: Deadline, each clock that ran, timed in Python by scrgraph/temporal/clocks.csv and review.toml
// finding:
//   recorded: "{agency}: {steps}. {basis}."
//   no record found: "{agency}: no record was found of {steps}, for which the limit is {limit_words}. {basis}."
//   cannot tell: "{agency}: the records in hand do not tell the day of {steps}, for which the limit is {limit_words}. {basis}."
// none: "Each of the {denominator} limits that had passed was kept, as far as the records show."
// ---
MATCH (d:Deadline)-[:RECORDED_IN]->(e:Entry)
WHERE d.review_id = $review_id
  AND d.verdict IN ['late', 'possibly late', 'no record found', 'cannot tell']
  AND d.due_latest <= $as_of
OPTIONAL MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(d)
OPTIONAL MATCH (d)-[:ABOUT]->(p:Person)
WITH d, e, a, p,
  CASE d.verdict
    WHEN 'late' THEN d.what + ' was due by ' + d.due_text + ' (' + d.limit_words + '); it is recorded '
      + CASE WHEN d.met_earliest = d.met_latest THEN '' ELSE 'at least ' END
      + CASE WHEN d.days_over = 1 THEN 'a day' WHEN d.days_over < 14 THEN toString(d.days_over) + ' days'
        ELSE toString(d.days_over / 7) + ' weeks' END + ' later (' + d.met_text + ')'
    WHEN 'possibly late' THEN d.what + ' was due by ' + d.due_text + ' (' + d.limit_words
      + ') and may have been later (by the records: ' + d.met_text + ')'
    ELSE d.what + ' (due: ' + d.due_text + ')'
  END AS step,
  CASE d.verdict WHEN 'late' THEN d.deadline_id ELSE '' END AS apart
ORDER BY d.starts_earliest, d.deadline_id, e.on_earliest, e.entry_id, p.person_id
WITH a, d.limit_words AS limit_words, d.authority AS authority, d.standing AS standing, d.verdict AS verdict, apart,
  collect(DISTINCT step) AS steps,
  count(DISTINCT d.deadline_id) AS times,
  max(d.days_over) AS days_over,
  collect(DISTINCT p.display_name) AS people,
  min(d.starts_earliest) AS from_day,
  max(d.due_latest) AS to_day,
  collect(DISTINCT e.entry_id) AS evidence_ids
RETURN coalesce(a.display_name, 'An agency that the records do not name') AS agency,
  steps,
  times,
  limit_words,
  authority,
  standing,
  CASE standing
    WHEN 'national' THEN 'The limit is set by national guidance: ' + authority
    WHEN 'set by the author' THEN 'The limit was set for this review: ' + authority
    ELSE 'The limit is a local figure, to be checked: ' + authority
  END AS basis,
  days_over,
  people,
  [name IN [a.display_name] WHERE name IS NOT NULL] AS agencies,
  from_day,
  to_day,
  CASE WHEN verdict IN ['late', 'possibly late'] THEN 'recorded' ELSE verdict END AS strength,
  CASE verdict WHEN 'possibly late' THEN 'possible' ELSE 'certain' END AS certainty,
  evidence_ids
ORDER BY from_day, agency, limit_words, authority, verdict, apart
