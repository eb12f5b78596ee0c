OPTIONAL MATCH (concern)-[:CONCERNED|ABOUT]->(k:Person:Child)
WHERE k.review_id = $review_id AND concern.kind IN ['incident', 'referral', 'notification', 'disclosure']
WITH count(concern) AS concerns
RETURN concerns > 0 AS answerable,
  'No incident, referral, notification or disclosure about a child is recorded: what is missing is the own chronology of an agency that raised or received one, such as the police, a school or social care.' AS missing
