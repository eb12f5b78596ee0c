OPTIONAL MATCH (b:Baton)
WHERE b.review_id = $review_id AND b.kind = 'agreed_action'
WITH count(b) AS agreed
RETURN agreed > 0 AS answerable,
  'No agreed action is recorded: write the actions agreed at each meeting in its outcome or action column, one after the other, each with who is to do it ("SW to visit; HV to refer to GP").' AS missing
