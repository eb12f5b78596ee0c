MATCH (sender:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(:Agency)
WHERE b.review_id = $review_id AND NOT b.carried_by_family
MATCH (b)-[:HAS_STAGE]->(s:Stage)
WHERE s.stage = 'declined'
WITH sender, b, coalesce(s.on_earliest, b.on_earliest) AS no_first, coalesce(s.on_latest, b.on_latest) AS no_last
OPTIONAL MATCH (b)-[:HAS_STAGE]->(t:Stage)-[:RECORDED_IN]->(te:Entry)<-[:WROTE]-(writer:Agency)
WHERE t.stage IN ['acknowledged', 'fed back'] AND t.how IN ['recorded', 'matched']
WITH b, no_first, no_last, coalesce(t.position, 0) AS position, te.entry_id AS told_id,
  CASE WHEN writer.agency_id = sender.agency_id AND te.on_latest >= no_first THEN 1 ELSE 0 END AS own,
  CASE WHEN writer.agency_id = sender.agency_id AND te.on_latest >= no_first THEN te.on_latest ELSE t.on_latest END AS told_last
WITH b, no_first, no_last, position, told_id, own, CASE WHEN told_last >= no_first THEN told_last END AS told_last
ORDER BY position DESC, own DESC, told_last, told_id
WITH b, no_last, head(collect(told_last)) AS told_last
WITH b, coalesce(told_last, no_last) AS last_no
WHERE last_no IS NULL OR last_no + duration({days: $days}) <= $as_of
RETURN count(DISTINCT b) AS denominator
