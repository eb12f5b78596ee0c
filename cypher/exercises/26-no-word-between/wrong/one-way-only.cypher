// says: This looks one way only: what those working with the child passed to the others. Police and probation each passed something the other way. Add the same from a to b.
MATCH (a:Agency)
WHERE a.review_id = $review_id AND a.focus = 'adult' AND EXISTS { MATCH (a)-[:WROTE]->(:Entry) }
MATCH (b:Agency)
WHERE b.review_id = $review_id AND b.works_with_child AND EXISTS { MATCH (b)-[:WROTE]->(:Entry) }
  AND NOT EXISTS { MATCH (b)-[:PASSED]->(:Baton)-[:PASSED_TO]->(a) }
RETURN a.display_name AS adult_agency, b.display_name AS other
