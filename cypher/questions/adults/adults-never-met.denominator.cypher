MATCH (p:Person:Adult)-[stay:LIVED_IN]->(:Household)<-[child_stay:LIVED_IN]-(k:Person:Child)
WHERE k.review_id = $review_id AND k.index_child AND NOT p.group
  AND ($view <> 'men' OR p.sex <> 'female')
  AND (stay.since_earliest IS NULL OR stay.since_earliest <= $as_of)
  AND (stay.since_earliest IS NULL OR child_stay.until_latest IS NULL OR stay.since_earliest <= child_stay.until_latest)
  AND (stay.until_latest IS NULL OR child_stay.since_earliest IS NULL OR stay.until_latest >= child_stay.since_earliest)
  AND EXISTS { MATCH (p)-[:RECORDED_IN]->(:Entry) }
RETURN count(DISTINCT p) AS denominator
