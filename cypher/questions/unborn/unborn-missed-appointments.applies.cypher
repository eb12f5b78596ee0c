OPTIONAL MATCH (a:Agency)-[:MADE]->(c:Contact)
WHERE c.review_id = $review_id AND c.on_earliest <= $as_of
  AND a.sector IN ['midwifery', 'health_visiting', 'gp', 'hospital', 'community_paediatrics', 'school_nursing', 'camhs', 'adult_mental_health']
WITH count(c) AS contacts
RETURN contacts > 0 AS answerable,
  'No contact of a health agency is recorded: add the chronologies of midwifery, health visiting, the GP or the hospital.' AS missing
