OPTIONAL MATCH (d:Deadline)
WHERE d.review_id = $review_id
WITH count(d) AS ran
RETURN ran > 0 AS answerable,
  "No limit could be timed: no row gives the day on which children's social care received a referral, of a conference and what followed it, or of a birth with a health visiting service. Add the chronology of children's social care or health visiting, give the nation in review.toml, or add limits of your own there under [[clocks]]." AS missing
