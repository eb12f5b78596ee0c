MATCH (k:Person:Child)
WHERE k.review_id = $review_id AND k.index_child
MATCH (p:Person:Adult)
WHERE p.review_id = $review_id AND NOT p.group AND ($view <> 'men' OR p.sex <> 'female')
OPTIONAL MATCH (p)-[stay:LIVED_IN]->(:Household)<-[child_stay:LIVED_IN]-(k)
WHERE (stay.since_earliest IS NULL OR stay.since_earliest <= $as_of)
  AND (stay.since_earliest IS NULL OR child_stay.until_latest IS NULL OR stay.since_earliest <= child_stay.until_latest)
  AND (stay.until_latest IS NULL OR child_stay.since_earliest IS NULL OR stay.until_latest >= child_stay.since_earliest)
WITH k, p, stay,
  max(CASE WHEN stay.since_latest <= $as_of
    AND (child_stay.until_earliest IS NULL OR stay.since_latest <= child_stay.until_earliest)
    AND (stay.until_earliest IS NULL OR stay.until_earliest >= child_stay.since_latest) THEN 1 ELSE 0 END) AS sure
ORDER BY p.person_id, stay.since_earliest, stay.edge_id
WITH k, p, max(sure) AS sure, count(stay) AS stays,
  count(stay.since_earliest) AS begun, min(stay.since_earliest) AS first_day,
  count(stay.until_latest) AS ended, max(stay.until_latest) AS last_day,
  collect(CASE WHEN stay IS NOT NULL THEN 'from ' + coalesce(stay.since_text, 'a date not given') + coalesce(' until ' + stay.until_text, '') END) AS periods
WITH k, p, stays, sure, periods, CASE WHEN begun = stays THEN first_day END AS from_day, CASE WHEN ended = stays THEN last_day END AS to_day
OPTIONAL MATCH (p)-[parent:PARENT_OF]->(k)
WITH k, p, stays, sure, periods, from_day, to_day, max(parent.kinship) AS parent
OPTIONAL MATCH (p)-[tie:CONNECTED_TO]->(k)
WITH k, p, stays, sure, periods, from_day, to_day, parent, max(tie.kinship) AS tie
OPTIONAL MATCH (p)-[mate:PARTNER_OF]-(of:Person)-[:PARENT_OF]->(k)
WHERE mate.kinship = 'partner' AND (mate.since_earliest IS NULL OR mate.since_earliest <= $as_of)
  AND (mate.until_latest IS NULL OR k.born_earliest IS NULL OR mate.until_latest >= k.born_earliest)
WITH k, p, stays, sure, periods, from_day, to_day, parent, tie, min(of.display_name) AS partner_of
OPTIONAL MATCH (p)-[:RECORDED_IN]->(shared:Entry)<-[:RECORDED_IN]-(k)
WHERE shared.on_earliest IS NULL OR shared.on_earliest <= $as_of
WITH p, stays, sure, periods, from_day, to_day, parent, tie, partner_of, count(DISTINCT shared) AS together
WITH p, CASE WHEN stays > 0 THEN sure ELSE 1 END AS sure, CASE WHEN stays > 0 THEN from_day END AS from_day, CASE WHEN stays > 0 THEN to_day END AS to_day,
  CASE WHEN stays > 0 THEN 'living with the child (' + reduce(text = '', x IN periods | CASE text WHEN '' THEN x ELSE text + ', ' + x END) + ')'
    WHEN parent IS NOT NULL THEN 'a ' + parent + ' of the child, with no stay in the household'
    WHEN tie IS NOT NULL THEN 'a ' + tie + ' of the child, with no stay in the household'
    WHEN partner_of IS NOT NULL THEN 'partner of ' + partner_of + ', a parent of the child, with no stay in the household'
    WHEN together >= $rows THEN 'being around the child (in ' + toString(together) + ' rows with the child)' END AS part
WHERE part IS NOT NULL AND EXISTS { MATCH (p)-[:RECORDED_IN]->(:Entry) }
RETURN count(DISTINCT p) AS denominator
