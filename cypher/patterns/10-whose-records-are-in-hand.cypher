// Whose own records are in hand? Ask before reading a silence.
MATCH (a:Agency)
WHERE a.review_id = $review_id AND a.stands_for_agency
OPTIONAL MATCH (c:Chronology)-[s:SPEAKS_FOR]->(a)
  WHERE s.detail = 'own'
RETURN a.display_name AS agency,
  min(s.covers_from) AS first_day, max(s.covers_to) AS last_day
ORDER BY agency
