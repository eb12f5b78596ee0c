OPTIONAL MATCH (concern)-[:CONCERNED|ABOUT]->(k:Person:Child)
WHERE k.review_id = $review_id AND concern.kind IN ['incident', 'referral', 'notification', 'disclosure']
WITH count(concern) AS concerns
RETURN concerns > 0 AS answerable,
  'No incident, referral, notification or disclosure about a child is recorded: say in the column for the kind of event what each row is, and in the column for people which child it is about.' AS missing
