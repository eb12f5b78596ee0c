// says: A contact with two people counts twice here, as the path goes on to each person it CONCERNED. Count the contacts without the people, or count(DISTINCT c).
MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(p:Person)
WHERE c.review_id = $review_id AND c.on_earliest > $from_day AND c.on_latest < $to_day AND NOT c.missed
RETURN a.display_name AS agency, count(c) AS contacts
