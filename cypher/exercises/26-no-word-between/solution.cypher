MATCH (a:Agency)
WHERE a.review_id = $review_id AND a.focus = 'adult' AND EXISTS { MATCH (a)-[:WROTE]->(:Entry) }
MATCH (b:Agency)
WHERE b.review_id = $review_id AND b.works_with_child AND EXISTS { MATCH (b)-[:WROTE]->(:Entry) }
  AND NOT EXISTS { MATCH (a)-[:PASSED]->(:Baton)-[:PASSED_TO]->(b) }
  AND NOT EXISTS { MATCH (b)-[:PASSED]->(:Baton)-[:PASSED_TO]->(a) }
RETURN a.display_name AS adult_agency, b.display_name AS other
ORDER BY adult_agency, other
