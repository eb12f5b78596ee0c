// says: You put the rows in order by on_text, which is text: “10 June” comes before “3 March” because 1 comes before 3. Order by r.on_earliest, which is a day.
MATCH (a:Agency)-[r:REFERRED_TO]->(b:Agency)
WHERE a.review_id = $review_id
RETURN a.display_name AS passed_by, b.display_name AS passed_to, r.kind AS kind, r.on_text AS day
ORDER BY day
