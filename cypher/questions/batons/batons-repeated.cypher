// ---
// id: batons-repeated
// title: The same agency told again and again about the same child
// question: Which children were the subject of several referrals or notifications to one agency, and what became of each?
// why: Repeated referrals met one at a time hide a pattern that would show if they were read together (Ofsted 2010, para 64; Brandon and others 2009, chapter 3). Three are looked for, since there a child was assessed only after the third.
// topic: batons
// level: 3
// parameters: {as_of: {type: date, default: as_of}, least: {type: integer, default: 3}}
// columns: {person: string, told: string, times: integer, senders: list, became: list, first_text: string, last_text: string, people: list, agencies: list, from_day: date, to_day: date, evidence_ids: list}
// reads: Baton.receipt and Baton.action, judged in Python from both sides' entries and from whose records are in hand
// strength: recorded
// finding: "{times} referrals or notifications about {person} to {told} are on record, the first {first_text} and the last {last_text}, from {senders}. Of the {times}: {became}."
// none: "No child was the subject of that many referrals or notifications to one agency."
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
OPTIONAL MATCH (sender:Agency)-[:PASSED]->(b)
OPTIONAL MATCH (teller:Person)-[:PASSED]->(b)
WITH receiver, p, b,
  coalesce(sender.display_name, teller.display_name, 'a sender who is no agency or is not named') AS sender_name,
  CASE
    WHEN b.receipt = 'recorded not' THEN 'recorded as not received'
    WHEN b.receipt = 'no record found' THEN 'no record of receipt'
    WHEN b.receipt = 'cannot tell' THEN 'receipt cannot be told'
    WHEN b.receipt = 'not due' THEN 'receipt not yet due'
    WHEN b.action IN ['recorded', 'matched'] THEN 'acted on'
    WHEN b.action = 'recorded not' THEN 'declined or ended with no further action'
    WHEN b.action = 'no record found' THEN 'received with no record of anything done'
    WHEN b.action = 'not due' THEN 'received with action not yet due'
    ELSE 'received while what was done cannot be told' END AS became
MATCH (b)-[:RECORDED_IN]->(e:Entry)
WITH receiver, p, b, sender_name, became, e ORDER BY b.on_earliest, b.baton_id, e.entry_id
WITH receiver, p, collect(DISTINCT b.baton_id) AS batons, collect(b.on_text) AS texts,
  min(b.on_earliest) AS from_day, max(b.on_latest) AS to_day,
  collect(DISTINCT sender_name) AS senders, collect(DISTINCT e.entry_id) AS evidence_ids,
  collect(DISTINCT b.baton_id + ' ' + became) AS ends_as
WHERE size(batons) >= $least
WITH receiver, p, batons, texts, from_day, to_day, senders, evidence_ids, ends_as,
  ['acted on', 'declined or ended with no further action', 'received with no record of anything done',
    'received with action not yet due', 'received while what was done cannot be told', 'no record of receipt',
    'recorded as not received', 'receipt cannot be told', 'receipt not yet due'] AS possible
RETURN p.display_name AS person,
  receiver.display_name AS told,
  size(batons) AS times,
  senders,
  [way IN possible WHERE size([x IN ends_as WHERE x ENDS WITH ' ' + way]) > 0
    | way + ' (' + toString(size([x IN ends_as WHERE x ENDS WITH ' ' + way])) + ')'] AS became,
  head(texts) AS first_text,
  last(texts) AS last_text,
  [p.display_name] AS people,
  [receiver.display_name] AS agencies,
  from_day,
  to_day,
  evidence_ids
ORDER BY from_day, told, person
