// says: These pairs are more: you left out what left no trace at the other end. Something was sent there, so the pair is no silo; it is a dropped baton.
MATCH (a:Agency)
WHERE a.review_id = $review_id AND a.focus = 'adult' AND EXISTS { MATCH (a)-[:WROTE]->(:Entry) }
MATCH (b:Agency)
WHERE b.review_id = $review_id AND b.works_with_child AND EXISTS { MATCH (b)-[:WROTE]->(:Entry) }
  AND NOT EXISTS { MATCH (a)-[:PASSED]->(x:Baton)-[:PASSED_TO]->(b) WHERE x.receipt = 'matched' }
  AND NOT EXISTS { MATCH (b)-[:PASSED]->(y:Baton)-[:PASSED_TO]->(a) WHERE y.receipt = 'matched' }
RETURN a.display_name AS adult_agency, b.display_name AS other
