OPTIONAL MATCH (t:Meeting)
WHERE t.review_id = $review_id AND t.on_earliest <= $as_of
WITH count(t) AS meetings
RETURN meetings > 0 AS answerable,
  'No dated strategy discussion, conference, core group or other meeting is recorded in the chronologies in hand. The minutes of the agency that held them, with who was asked and who came, may tell.' AS missing
