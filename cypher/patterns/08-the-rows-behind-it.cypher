// Which source rows stand behind it? (from anything in the graph)
MATCH (b:Baton)-[:RECORDED_IN]->(e:Entry)
MATCH (e)-[:WRITTEN_IN]->(c:Chronology)
WHERE b.review_id = $review_id AND b.receipt = 'recorded not'
RETURN b.what AS baton, c.file AS file, e.place AS place,
  e.words AS words
ORDER BY b.on_earliest, b.baton_id, file, e.row
