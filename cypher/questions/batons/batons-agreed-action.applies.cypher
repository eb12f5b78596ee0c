OPTIONAL MATCH (b:Baton)
WHERE b.review_id = $review_id AND b.kind = 'agreed_action'
WITH count(b) AS agreed
RETURN agreed > 0 AS answerable,
  'No agreed action is recorded in the chronologies in hand. The minutes of meetings, with what was agreed and who was to do it, may tell.' AS missing
