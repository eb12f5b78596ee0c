// ---
// id: silos-who-held-the-network
// title: Who held the network together
// question: Through which agencies did the most pairs of agencies that were not in direct touch reach each other?
// why: Where agencies reach each other only through one of them, that agency carries the whole exchange, and others may take it that somebody else knows (Ofsted 2010, paras 83 and 90). The question describes the recorded communications; it says nothing of how good they were.
// topic: silos
// level: 4
// parameters: {as_of: {type: date, default: as_of}, pairs: {type: integer, default: 2}}
// columns: {agency: string, apart: integer, through: integer, partners: integer, others: integer, part_in: integer, communications: integer, months: integer, all_months: integer, agencies: list, from_day: date, to_day: date, evidence_ids: list}
// strength: recorded
// reads: NetworkPeriod and ACTIVE_IN, the network of each period worked out in Python
// finding: "Of the {apart} pairs of agencies with no recorded communication between the two, {through} could reach each other by the shortest way only through {agency}, more than through any other. It was in direct touch with {partners} of the {others} other agencies and took part in {part_in} of the {communications} communications recorded between agencies, in {months} of the {all_months} months that had any."
// none: "No agency stood between several pairs of agencies that were not in direct touch."
// ---
MATCH (x:Agency)-[place:ACTIVE_IN]->(w:NetworkPeriod)
WHERE w.review_id = $review_id AND w.kind = 'whole review' AND w.from_day <= $as_of
WITH w, sum(place.partners) AS partnerships, count(x) AS active, max(place.pairs_through) AS most
WITH w, active, most, (active * (active - 1) - partnerships) / 2 AS apart
MATCH (a:Agency)-[link:ACTIVE_IN]->(w)
WHERE link.pairs_through = most AND most >= $pairs
OPTIONAL MATCH (m:NetworkPeriod)
WHERE m.review_id = $review_id AND m.kind = 'month' AND m.communications > 0
WITH w, active, apart, a, link, count(m) AS all_months
OPTIONAL MATCH (a)-[share:ACTIVE_IN]->(month:NetworkPeriod)
WHERE month.kind = 'month' AND share.communications > 0
WITH w, active, apart, a, link, all_months, count(month) AS months
MATCH (a)-[:PASSED|PASSED_TO|ATTENDED]-(held)-[:RECORDED_IN]->(e:Entry)<-[:RECORDED_IN]-(w)
WITH w, active, apart, a, link, all_months, months, e ORDER BY e.on_earliest, e.entry_id
WITH w, active, apart, a, link, all_months, months, collect(DISTINCT e.entry_id) AS evidence_ids
RETURN a.display_name AS agency,
  apart,
  link.pairs_through AS through,
  link.partners AS partners,
  active - 1 AS others,
  link.communications AS part_in,
  w.communications AS communications,
  months,
  all_months,
  [a.display_name] AS agencies,
  w.from_day AS from_day,
  w.to_day AS to_day,
  evidence_ids
ORDER BY through DESC, agency
