// ---
// id: child-contact-not-seen
// title: Contacts at which the child could have been seen and was not
// question: At how many contacts and visits about a child did each agency record that the child was not seen?
// why: A visit at which the child is asleep, out or said to be well tells nothing of the child; several of them in a row may pass as contact (Ofsted 2010, paras 59-60; Brandon and others 2009, chapter 3, "The invisible child").
// topic: child
// level: 1
// parameters: {as_of: {type: date, default: as_of}, least: {type: integer, default: 2}}
// columns: {child: string, agency: string, times: integer, tried: integer, seen: integer, first_text: string, last_text: string, people: list, agencies: list, from_day: date, to_day: date, evidence_ids: list}
// strength: recorded
// finding: "Contacts about {child} at which {agency} recorded {child} as not seen: {times} (visits or appointments among them that did not take place: {tried}), the first {first_text} and the last {last_text}; at which it recorded {child} as seen: {seen}."
// none: "No agency recorded several contacts at which a child was not seen."
// ---
MATCH (a:Agency)-[:MADE]->(c:Contact)-[w:CONCERNED]->(k:Person:Child)
WHERE k.review_id = $review_id AND NOT k.group AND w.seen IN ['yes', 'no']
  AND c.on_earliest IS NOT NULL AND c.on_earliest <= $as_of
  AND (k.born_latest IS NULL OR c.on_latest >= k.born_latest)
  AND (k.died_latest IS NULL OR c.on_earliest <= k.died_latest)
MATCH (c)-[:RECORDED_IN]->(e:Entry)
WITH a, k, c, w, e ORDER BY c.on_earliest, c.on_latest, e.entry_id
WITH a, k, sum(CASE w.seen WHEN 'yes' THEN 1 ELSE 0 END) AS seen,
  collect(CASE WHEN w.seen = 'no' THEN {text: c.on_text, missed: c.missed, first: c.on_earliest, last: c.on_latest,
    entry_id: e.entry_id} END) AS unseen
WHERE size(unseen) >= $least
RETURN k.display_name AS child,
  a.display_name AS agency,
  size(unseen) AS times,
  size([x IN unseen WHERE x.missed]) AS tried,
  seen,
  head(unseen).text AS first_text,
  last(unseen).text AS last_text,
  [k.display_name] AS people,
  [a.display_name] AS agencies,
  head(unseen).first AS from_day,
  last(unseen).last AS to_day,
  [x IN unseen | x.entry_id] AS evidence_ids
ORDER BY child, times DESC, agency
