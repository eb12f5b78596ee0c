MATCH (p:Person:Adult)-[stay:LIVED_IN]->(h:Household)<-[other:LIVED_IN]-(k:Person:Child)
WHERE k.review_id = $review_id AND NOT p.group AND ($view <> 'men' OR p.sex <> 'female')
  AND stay.since_earliest IS NOT NULL AND stay.since_earliest <= $as_of
  AND (other.until_latest IS NULL OR other.until_latest >= stay.since_earliest)
  AND (coalesce(other.since_earliest, k.born_earliest) IS NULL OR coalesce(other.since_earliest, k.born_earliest) < stay.since_earliest)
  AND EXISTS { MATCH (i:Person:Child)-[:LIVED_IN]->(h) WHERE i.index_child }
  AND EXISTS { MATCH (p)-[:RECORDED_IN]->(:Entry) }
  AND NOT EXISTS {
    MATCH (p)-[before:LIVED_IN]->(:Household)<-[with_them:LIVED_IN]-(:Person:Child)
    WHERE before.edge_id <> stay.edge_id
      AND (before.since_earliest IS NULL OR before.since_earliest < stay.since_earliest)
      AND (before.until_latest IS NULL OR with_them.since_earliest IS NULL OR before.until_latest >= with_them.since_earliest)
      AND (with_them.until_latest IS NULL OR before.since_earliest IS NULL OR before.since_earliest <= with_them.until_latest)
  }
RETURN count(DISTINCT p) AS denominator
