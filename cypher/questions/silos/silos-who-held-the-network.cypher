// ---
// id: silos-who-held-the-network
// title: Who held the network together
// question: Through which agencies did the most pairs of agencies that were not in direct touch reach each other?
// why: Where agencies reach each other only through one of them, that agency carries the whole exchange, and others may take it that somebody else knows (Ofsted 2010, paras 83 and 90). The question describes the recorded communications; it says nothing of how good they were. A message with no record of receipt is no direct touch.
// topic: silos
// level: 4
// parameters: {as_of: {type: date, default: as_of}, pairs: {type: integer, default: 2}}
// columns: {agency: string, apart: integer, through: integer, partners: integer, others: integer, part_in: integer, communications: integer, counted: string, agencies: list, from_day: date, to_day: date, evidence_ids: list}
// strength: recorded
// reads: NetworkPeriod of the kind "direct touch" and ACTIVE_IN, worked out in Python
// finding: "Counting {counted}, {agency} was in direct touch with {partners} of the {others} other agencies and took part in {part_in} of {communications} communications. Of the {apart} pairs of agencies not in direct touch, {through} could reach each other by the shortest way only through {agency}; no other agency stood between more. What was sent and has no record of receipt is left out."
// none: "No agency stood between several pairs of agencies that were not in direct touch."
// ---
MATCH (x:Agency)-[place:ACTIVE_IN]->(w:NetworkPeriod)
WHERE w.review_id = $review_id AND w.kind = 'direct touch' AND w.from_day <= $as_of
WITH w, sum(place.partners) AS partnerships, count(x) AS active, max(place.pairs_through) AS most
WITH w, active, most, (active * (active - 1) - partnerships) / 2 AS apart
MATCH (a:Agency)-[link:ACTIVE_IN]->(w)
WHERE link.pairs_through = most AND most >= $pairs
OPTIONAL MATCH (sender:Agency)-[:PASSED]->(open:Baton)-[:PASSED_TO]->(receiver:Agency)
WHERE open.review_id = $review_id AND open.passed AND NOT open.carried_by_family AND open.receipt = 'cannot tell'
  AND (open.on_earliest IS NULL OR open.on_earliest <= $as_of)
  AND sender.stands_for_agency AND receiver.stands_for_agency AND sender.agency_id <> receiver.agency_id
WITH w, active, apart, a, link, count(DISTINCT open) AS not_told
MATCH (a)-[:PASSED|PASSED_TO|ATTENDED]-(held)-[:RECORDED_IN]->(e:Entry)<-[:RECORDED_IN]-(w)
WHERE held.receipt IS NULL OR held.receipt IN ['recorded', 'matched', 'cannot tell']
WITH w, active, apart, a, link, not_told, e ORDER BY e.on_earliest, e.entry_id
WITH w, active, apart, a, link, not_told, collect(DISTINCT e.entry_id) AS evidence_ids
RETURN a.display_name AS agency,
  apart,
  link.pairs_through AS through,
  link.partners AS partners,
  active - 1 AS others,
  link.communications AS part_in,
  w.communications AS communications,
  CASE not_told WHEN 0 THEN 'meetings and what was received'
    WHEN 1 THEN 'meetings, what was received and one message of which receipt cannot be told'
    ELSE 'meetings, what was received and ' + toString(not_told) + ' messages of which receipt cannot be told' END AS counted,
  [a.display_name] AS agencies,
  w.from_day AS from_day,
  w.to_day AS to_day,
  evidence_ids
ORDER BY through DESC, agency
