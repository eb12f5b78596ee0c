// ---
// id: sources-worth-asking-for
// title: Records worth asking for
// question: Which agencies' records, for which months, would settle what cannot be told from the records in hand?
// why: Absence of a record is not evidence of absence unless the records that would hold it are in hand; what a review can tell depends on how far its chronologies go (Brandon and others 2009, appendix 1). Each row is something to ask for, and not a dropped baton.
// topic: sources
// level: 1
// parameters: {as_of: {type: date, default: as_of}}
// columns: {agency: string, periods: list, in_hand: string, batons: integer, contacts: integer, cannot_be_judged: string, agencies: list, from_day: date, to_day: date, evidence_ids: list}
// strength: cannot tell
// reads: SourceGap, the days of each agency's own records that are lacking and what they would settle, worked out in Python from the verdicts on the batons and from whose records are in hand
// finding: "For want of the records of {agency} for {periods}, {cannot_be_judged}; {in_hand}."
// none: "Nothing was left undecided for want of an agency's own records."
// ---
MATCH (g:SourceGap)-[:MISSING_FROM]->(a:Agency)
WHERE g.review_id = $review_id AND (g.from_day IS NULL OR g.from_day <= $as_of)
WITH g, a,
  ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] AS months
WITH g, a, months,
  CASE WHEN g.from_day IS NULL THEN 'dates that the records do not give'
    WHEN g.from_day.year = g.to_day.year AND g.from_day.month = g.to_day.month
      THEN months[g.from_day.month - 1] + ' ' + toString(g.from_day.year)
    WHEN g.from_day.year = g.to_day.year
      THEN months[g.from_day.month - 1] + ' to ' + months[g.to_day.month - 1] + ' ' + toString(g.to_day.year)
    ELSE months[g.from_day.month - 1] + ' ' + toString(g.from_day.year) + ' to '
      + months[g.to_day.month - 1] + ' ' + toString(g.to_day.year) END AS period
ORDER BY g.from_day, g.source_gap_id
WITH a, months, collect(period) AS periods, collect(g.source_gap_id) AS gap_ids, sum(g.batons) AS batons,
  sum(g.contacts) AS contacts, min(g.from_day) AS from_day, max(g.to_day) AS to_day
MATCH (a)<-[:MISSING_FROM]-(gap:SourceGap)-[:RECORDED_IN]->(e:Entry)
WHERE gap.source_gap_id IN gap_ids
WITH a, months, periods, batons, contacts, from_day, to_day, e ORDER BY e.on_earliest, e.entry_id
WITH a, months, periods, batons, contacts, from_day, to_day, collect(DISTINCT e.entry_id) AS evidence_ids
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(a)
WHERE s.detail = 'own'
WITH a, months, periods, batons, contacts, from_day, to_day, evidence_ids, count(h) AS own,
  count(DISTINCT s.unbroken_from) AS runs, min(s.unbroken_from) AS own_from, max(s.unbroken_to) AS own_to
RETURN a.display_name AS agency,
  periods,
  CASE WHEN own = 0 THEN 'no chronology of its own is in hand'
    WHEN runs = 0 THEN 'its own chronology has no day that can be read'
    WHEN runs > 1 THEN 'its own chronologies in hand cover other days'
    ELSE 'its own chronology in hand covers ' + toString(own_from.day) + ' ' + months[own_from.month - 1] + ' '
      + toString(own_from.year) + ' to ' + toString(own_to.day) + ' ' + months[own_to.month - 1] + ' '
      + toString(own_to.year) END AS in_hand,
  batons,
  contacts,
  CASE batons WHEN 0 THEN '' WHEN 1 THEN 'one baton cannot be judged' ELSE toString(batons) + ' batons cannot be judged' END
    + CASE WHEN batons > 0 AND contacts > 0 THEN ' and ' ELSE '' END
    + CASE contacts WHEN 0 THEN '' WHEN 1 THEN 'what it did is told in one entry of others alone'
      ELSE 'what it did is told in ' + toString(contacts) + ' entries of others alone' END AS cannot_be_judged,
  [a.display_name] AS agencies,
  from_day,
  to_day,
  evidence_ids
ORDER BY batons DESC, contacts DESC, agency
