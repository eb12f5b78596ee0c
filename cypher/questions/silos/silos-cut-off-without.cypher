// ---
// id: silos-cut-off-without
// title: Joined to the others through one agency alone
// question: Without which agency would others have had no recorded communication joining them to the rest?
// why: An agency that reaches all others through a single one depends on what that one passes on (Ofsted 2010, paras 83 and 90). Who would have been cut off shows where the exchange of information hung on one link; whatever was sent counts, received or not.
// topic: silos
// level: 4
// parameters: {as_of: {type: date, default: as_of}}
// columns: {agency: string, cut_off: list, agencies: list, from_day: date, to_day: date, strength: string, evidence_ids: list}
// needs: [chronologies of the agencies that would have been cut off]
// reads: ACTIVE_IN.cut_off, worked out in Python from the recorded communications of the whole review
// finding:
//   no record found: "Every communication that joins {cut_off} to the other agencies was with {agency}; none that went another way was found, and without {agency} nothing recorded would have joined {cut_off} to the rest."
//   cannot tell: "In the records in hand, every communication that joins {cut_off} to the other agencies was with {agency}; the records of {cut_off} are not in hand for the whole time, so whether there were others cannot be told."
// none: "Whichever one agency is taken away, recorded communications still join all the others that they joined before."
// ---
MATCH (a:Agency)-[link:ACTIVE_IN]->(w:NetworkPeriod)
WHERE w.review_id = $review_id AND w.kind = 'whole review' AND w.from_day <= $as_of
  AND size(link.cut_off) > 0
MATCH (other:Agency)-[:ACTIVE_IN]->(w)
WHERE other.display_name IN link.cut_off
MATCH (other)-[:MADE|PASSED|PASSED_TO|ATTENDED]-(held)
WHERE held.on_earliest <= $as_of
WITH a, link, w, other, min(held.on_earliest) AS first_day, max(held.on_latest) AS last_day
WITH a, link, w, other, first_day, CASE WHEN last_day > $as_of THEN $as_of ELSE last_day END AS last_day
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(other)
WHERE s.detail = 'own' AND s.unbroken_from <= first_day AND s.unbroken_to >= last_day
WITH a, link, w, other, first_day, last_day, count(h) AS own
WITH a, link, w, min(own) AS least_own, count(other) AS judged, min(first_day) AS from_day, max(last_day) AS to_day
MATCH (a)-[:PASSED|PASSED_TO|ATTENDED]-(held)-[:PASSED|PASSED_TO|ATTENDED]-(other:Agency)
WHERE other.display_name IN link.cut_off
MATCH (held)-[:RECORDED_IN]->(e:Entry)<-[:RECORDED_IN]-(w)
WITH a, link, least_own, judged, from_day, to_day, e ORDER BY e.on_earliest, e.entry_id
WITH a, link, least_own, judged, from_day, to_day, collect(DISTINCT e.entry_id) AS evidence_ids
RETURN a.display_name AS agency,
  link.cut_off AS cut_off,
  [a.display_name] + link.cut_off AS agencies,
  from_day,
  to_day,
  CASE WHEN least_own > 0 AND judged = size(link.cut_off) THEN 'no record found' ELSE 'cannot tell' END AS strength,
  evidence_ids
ORDER BY agency
