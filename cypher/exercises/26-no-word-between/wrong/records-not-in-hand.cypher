// says: The alcohol service is in it, and its records are not in hand: whether it passed anything on cannot be told. That is a gap in the sources and no silo. Ask EXISTS { MATCH (a)-[:WROTE]->(:Entry) }.
MATCH (a:Agency)
WHERE a.review_id = $review_id AND a.focus = 'adult'
MATCH (b:Agency)
WHERE b.review_id = $review_id AND b.works_with_child
  AND NOT EXISTS { MATCH (a)-[:PASSED]->(:Baton)-[:PASSED_TO]->(b) }
  AND NOT EXISTS { MATCH (b)-[:PASSED]->(:Baton)-[:PASSED_TO]->(a) }
RETURN a.display_name AS adult_agency, b.display_name AS other
