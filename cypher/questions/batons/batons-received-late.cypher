// ---
// id: batons-received-late
// title: Received days after it was sent
// question: What was recorded as received several days or more after the day it was sent?
// why: Until a baton is received nobody takes it forward, and the one who passed it may take it that somebody does (Ofsted 2010, para 90). The days are those between the sender's row and the receiver's, either of which may have been written up later.
// topic: batons
// level: 2
// parameters: {as_of: {type: date, default: as_of}, days: {type: integer, default: 5}}
// columns: {passed_by: string, passed_to: string, times: integer, late: string, people: list, agencies: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronologies of the sending and of the receiving agency]
// reads: the stages "passed" and "received" of a Baton, paired in Python from both agencies' entries
// finding: "From {passed_by} to {passed_to}, about {people}: {late}."
// none: "Of the {denominator} batons with a day of sending and one of receipt, none is recorded as received that many days later."
// ---
MATCH (sender:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(receiver:Agency)
WHERE b.review_id = $review_id AND b.kind <> 'agreed_action' AND NOT b.carried_by_family
  AND b.on_earliest <= $as_of
MATCH (b)-[:HAS_STAGE]->(sent:Stage)
WHERE sent.stage = 'passed' AND sent.on_earliest IS NOT NULL
MATCH (b)-[:HAS_STAGE]->(got:Stage)
WHERE got.stage = 'received' AND got.how IN ['recorded', 'matched'] AND got.on_earliest IS NOT NULL
  AND got.on_earliest <= $as_of
WITH sender, receiver, b, sent, got, duration.inDays(sent.on_latest, got.on_earliest).days AS least,
  duration.inDays(sent.on_earliest, got.on_latest).days AS most
WHERE most >= $days
MATCH (got)-[:RECORDED_IN]->(e:Entry)
WITH sender, receiver, b, sent, got, least, most, e ORDER BY e.entry_id
WITH sender, receiver, b, sent, got, least, most, collect(e.entry_id) AS got_ids
MATCH (b)-[:RECORDED_IN]->(own:Entry)
WITH sender, receiver, b, sent, got, least, most, got_ids, own ORDER BY own.entry_id
WITH sender, receiver, b, sent, got, least, most, got_ids, collect(own.entry_id) AS own_ids
OPTIONAL MATCH (b)-[:ABOUT]->(p:Person)
WITH sender, receiver, b, sent, got, least, most, own_ids + got_ids AS ids, p ORDER BY p.person_id
WITH sender, receiver, b, sent, got, least, most, ids, collect(p.display_name) AS names
ORDER BY sent.on_earliest, b.baton_id
WITH sender, receiver, CASE WHEN least >= $days THEN 'certain' ELSE 'possible' END AS certainty,
  collect(b.what + ' sent on ' + sent.on_text + '; recorded as received on ' + got.on_text + ', '
    + CASE WHEN least = most THEN toString(most) WHEN least < 0 THEN 'up to ' + toString(most)
      ELSE toString(least) + ' to ' + toString(most) END + CASE most WHEN 1 THEN ' day later' ELSE ' days later' END) AS late,
  min(sent.on_earliest) AS from_day, max(got.on_latest) AS to_day, collect(names) AS named, collect(ids) AS lists
RETURN sender.display_name AS passed_by,
  receiver.display_name AS passed_to,
  size(late) AS times,
  reduce(words = head(late), one IN tail(late) | words + '. Also ' + one) AS late,
  reduce(found = [], names IN named | found + [name IN names WHERE NOT name IN found]) AS people,
  [sender.display_name, receiver.display_name] AS agencies,
  from_day,
  to_day,
  'recorded' AS strength,
  certainty,
  reduce(found = [], ids IN lists | found + [one IN ids WHERE NOT one IN found]) AS evidence_ids
ORDER BY from_day, passed_by, passed_to, certainty
