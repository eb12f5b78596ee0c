// What may have happened in June 2018? Dates are intervals.
MATCH (a:Agency)-[:WROTE]->(e:Entry)
WHERE e.review_id = $review_id
  AND e.on_earliest <= date('2018-06-30')
  AND e.on_latest >= date('2018-06-01')
RETURN a.display_name AS agency, e.on_text AS day, e.words AS words
ORDER BY e.on_earliest, agency, e.entry_id
