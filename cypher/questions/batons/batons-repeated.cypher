// ---
// id: batons-repeated
// title: The same agency told again and again about the same child
// question: Which children were the subject of several referrals or notifications to one agency?
// why: Repeated referrals met one at a time hide a pattern that would show if they were read together (Ofsted 2010, para 64; Brandon and others 2009, chapter 3).
// topic: batons
// level: 3
// parameters: {as_of: {type: date, default: as_of}, least: {type: integer, default: 2}}
// columns: {person: string, told: string, times: integer, senders: list, first_text: string, last_text: string, people: list, agencies: list, from_day: date, to_day: date, evidence_ids: list}
// strength: recorded
// finding: "{told} was sent {times} referrals or notifications about {person}, the first {first_text} and the last {last_text}, by {senders}."
// none: "No child was the subject of several referrals or notifications to one agency."
// ---
MATCH (b:Baton)-[:PASSED_TO]->(receiver:Agency)
WHERE b.review_id = $review_id
  AND b.passed
  AND NOT b.carried_by_family
  AND b.kind IN ['referral', 'notification', 'disclosure']
  AND b.on_earliest IS NOT NULL
  AND b.on_earliest <= $as_of
MATCH (b)-[:ABOUT]->(p:Person:Child)
WHERE NOT p.group
MATCH (b)-[:RECORDED_IN]->(e:Entry)
OPTIONAL MATCH (sender:Agency)-[:PASSED]->(b)
WITH receiver, p, b, e, coalesce(sender.display_name, 'a sender who is no agency or is not named') AS sender_name
ORDER BY b.on_earliest, b.baton_id
WITH receiver, p, collect(DISTINCT b.baton_id) AS batons, collect(b.on_text) AS texts,
  min(b.on_earliest) AS from_day, max(b.on_latest) AS to_day,
  collect(DISTINCT sender_name) AS senders, collect(DISTINCT e.entry_id) AS evidence_ids
WHERE size(batons) >= $least
RETURN p.display_name AS person,
  receiver.display_name AS told,
  size(batons) AS times,
  senders,
  head(texts) AS first_text,
  last(texts) AS last_text,
  [p.display_name] AS people,
  [receiver.display_name] AS agencies,
  from_day,
  to_day,
  evidence_ids
ORDER BY from_day, told, person
