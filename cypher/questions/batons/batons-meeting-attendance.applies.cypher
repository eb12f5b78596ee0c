OPTIONAL MATCH (t:Meeting)
WHERE t.review_id = $review_id AND t.on_earliest <= $as_of
WITH count(t) AS meetings
RETURN meetings > 0 AS answerable,
  'No dated strategy discussion, conference, core group or other meeting is recorded: add the chronology or the minutes of the agency that held them, with the kind of meeting in the event column and those asked and present in its words.' AS missing
