// ---
// id: adults-new-in-household
// title: A new adult in the household, and when each agency recorded it
// question: When an adult came to live in the child's household, how long was it until each agency working with the family recorded them?
// why: New partners and other adults often came to live with a child without those working with the family knowing of it (Ofsted 2010, paras 62-63 and 73-74; Brandon and others 2009, chapter 3). Counted are rows, from the day they came, that have them among their people. One that speaks of a parent's "partner", "brother" or "sister", where that is what they are, is told of apart, as its words name nobody. The view "men" leaves out those recorded as women.
// topic: adults
// level: 3
// parameters: {as_of: {type: date, default: as_of}, weeks: {type: integer, default: 1}, view: {type: text, default: all}}
// columns: {person: string, sex: string, since_text: string, known_to: list, not_named_by: list, told: string, longest_weeks: integer, people: list, agencies: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronologies of the agencies working with the family]
// finding:
//   recorded: "{person} is recorded as coming to live in the household ({since_text}). The first rows of each agency from then on that name {person}: {known_to}."
//   no record found: "{person} is recorded as coming to live in the household ({since_text}). The first rows of each agency from then on that name {person}: {known_to}. {told}."
//   cannot tell: "{person} is recorded as coming to live in the household ({since_text}). The first rows of each agency from then on that name {person}: {known_to}. {told}."
// none: "Each of the {denominator} adults recorded as coming to live in the household was named within a week by every agency that then wrote of the family."
// ---
MATCH (p:Person:Adult)-[stay:LIVED_IN]->(h:Household)<-[other:LIVED_IN]-(k:Person:Child)
WHERE k.review_id = $review_id AND NOT p.group AND ($view <> 'men' OR p.sex <> 'female')
  AND stay.since_earliest IS NOT NULL AND stay.since_earliest <= $as_of
  AND (other.until_latest IS NULL OR other.until_latest >= stay.since_earliest)
  AND EXISTS { MATCH (i:Person:Child)-[:LIVED_IN]->(h) WHERE i.index_child }
WITH p, stay,
  max(CASE WHEN coalesce(other.since_latest, k.born_latest) < stay.since_earliest THEN 2
    WHEN coalesce(other.since_earliest, k.born_earliest) IS NULL THEN 1
    WHEN coalesce(other.since_earliest, k.born_earliest) < stay.since_earliest THEN 1
    ELSE 0 END) AS joined
WHERE joined > 0
  AND NOT EXISTS {
    MATCH (p)-[before:LIVED_IN]->(:Household)<-[with_them:LIVED_IN]-(:Person:Child)
    WHERE before.edge_id <> stay.edge_id
      AND (before.since_earliest IS NULL OR before.since_earliest < stay.since_earliest)
      AND (before.until_latest IS NULL OR with_them.since_earliest IS NULL OR before.until_latest >= with_them.since_earliest)
      AND (with_them.until_latest IS NULL OR before.since_earliest IS NULL OR before.since_earliest <= with_them.until_latest)
  }
WITH p, stay, joined ORDER BY p.person_id, stay.since_earliest, stay.edge_id
WITH p, head(collect(joined)) AS joined, head(collect(stay.since_earliest)) AS since_from,
  head(collect(stay.since_latest)) AS since_to, head(collect(stay.since_text)) AS since_text
MATCH (p)-[later:LIVED_IN]->(g:Household)
WHERE later.since_earliest >= since_from AND EXISTS { MATCH (i:Person:Child)-[:LIVED_IN]->(g) WHERE i.index_child }
WITH p, joined, since_from, since_to, since_text, max(CASE WHEN later.until_latest < $as_of THEN later.until_latest ELSE $as_of END) AS last_day
OPTIONAL MATCH (p)-[mated:PARTNER_OF]-(mate:Person)
WHERE mated.kinship = 'partner'
WITH p, joined, since_from, since_to, since_text, last_day, collect(DISTINCT mate.person_id) AS mates
OPTIONAL MATCH (p)-[:SIBLING_OF]-(kin:Person)
WITH p, joined, since_from, since_to, since_text, last_day, mates, collect(DISTINCT kin.person_id) AS siblings,
  CASE p.sex WHEN 'male' THEN 'brother' WHEN 'female' THEN 'sister' ELSE 'sibling' END AS as_sibling,
  toLower(last(split(p.display_name, ' '))) AS surname
MATCH (p)-[:RECORDED_IN]->(any_row:Entry)
WITH p, joined, since_from, since_to, since_text, last_day, mates, siblings, as_sibling, surname, any_row ORDER BY any_row.on_earliest, any_row.entry_id
WITH p, joined, since_from, since_to, since_text, last_day, mates, siblings, as_sibling, surname,
  coalesce(head(collect(CASE WHEN any_row.on_earliest >= since_from THEN any_row.entry_id END)), head(collect(any_row.entry_id))) AS named_in,
  max(CASE WHEN any_row.on_earliest = since_from AND any_row.on_latest = since_to THEN 1 ELSE 0 END) AS dated_by_row
WITH p, joined, since_from, since_to, last_day, mates, siblings, as_sibling, surname, named_in,
  CASE dated_by_row WHEN 1 THEN since_text ELSE since_text + ', as given in people.csv' END AS since_text
OPTIONAL MATCH (p)-[:RECORDED_IN]->(n:Entry)<-[:WROTE]-(teller:Agency)
WHERE n.on_latest >= since_from AND n.on_earliest <= $as_of
WITH p, joined, since_from, since_to, last_day, mates, siblings, as_sibling, surname, named_in, since_text, teller, n ORDER BY n.on_earliest, n.entry_id
WITH p, joined, since_from, since_to, last_day, mates, siblings, as_sibling, surname, named_in, since_text, teller,
  collect(n.entry_id) AS own_rows, head(collect(n.on_text)) AS named_text, head(collect(n.on_earliest)) AS named_from, head(collect(n.on_latest)) AS named_to
WITH p, joined, since_from, since_to, last_day, mates, siblings, as_sibling, surname, named_in, since_text,
  collect({agency_id: teller.agency_id, id: head(own_rows), text: named_text, first: named_from, last: named_to}) AS named_rows
MATCH (x:Person)
WHERE x.review_id = $review_id AND x.person_id <> p.person_id
  AND (x.kind = 'child' OR EXISTS { MATCH (x)-[:PARENT_OF]->(:Person:Child) })
MATCH (x)-[:RECORDED_IN]->(e:Entry)<-[:WROTE]-(a:Agency)
WHERE a.stands_for_agency AND e.on_earliest >= since_from AND e.on_earliest <= last_day
WITH p, joined, since_from, since_to, last_day, mates, siblings, as_sibling, surname, named_in, since_text, named_rows, a, e,
  max(CASE WHEN x.person_id IN mates THEN 1 ELSE 0 END) AS of_mate, max(CASE WHEN x.person_id IN siblings THEN 1 ELSE 0 END) AS of_sibling
ORDER BY e.on_earliest, e.entry_id
WITH p, joined, since_from, since_to, last_day, as_sibling, surname, named_in, since_text, named_rows, a,
  min(e.on_earliest) AS first_row, max(e.on_latest) AS last_row, collect(e.entry_id) AS in_touch,
  collect(CASE WHEN of_mate = 1 AND toLower(e.words) CONTAINS 'partner' THEN {id: e.entry_id, text: e.on_text, word: 'partner', said: toLower(' ' + e.words)}
    WHEN of_sibling = 1 AND toLower(e.words) CONTAINS as_sibling THEN {id: e.entry_id, text: e.on_text, word: as_sibling, said: toLower(' ' + e.words)} END) AS kin_rows
WITH p, joined, since_from, since_to, last_day, named_in, since_text, a, first_row, last_row, in_touch,
  [r IN named_rows WHERE r.agency_id = a.agency_id] AS named,
  head([said_row IN kin_rows WHERE said_row.said CONTAINS (' ' + said_row.word) AND NOT said_row.said CONTAINS surname
    AND NOT said_row.said CONTAINS 'partnership' AND none(old IN ['ex', 'ex-', 'former', 'previous', 'last', 'old', 'past', 'business'] WHERE said_row.said CONTAINS (old + ' ' + said_row.word) OR said_row.said CONTAINS (old + said_row.word))]) AS spoken
OPTIONAL MATCH (c:Chronology)-[s:SPEAKS_FOR]->(a)
WHERE s.detail = 'own' AND s.unbroken_from <= first_row AND s.unbroken_to >= last_row
WITH p, joined, since_from, since_to, last_day, named_in, since_text, a.display_name AS agency, in_touch, named, spoken, count(c) AS covering
WITH p, joined, since_from, last_day, named_in, since_text, agency, in_touch, spoken, head(named) AS first_named,
  CASE WHEN size(named) > 0 THEN 'recorded' WHEN covering > 0 THEN 'no record found' ELSE 'cannot tell' END AS found,
  CASE WHEN size(named) = 0 THEN null WHEN head(named).first <= since_to THEN 0 ELSE duration.inDays(since_to, head(named).first).days / 7 END AS least,
  CASE WHEN size(named) = 0 THEN null ELSE duration.inDays(since_from, head(named).last).days / 7 END AS most
WITH p, joined, since_from, last_day, named_in, since_text, agency, found, least,
  CASE WHEN found = 'recorded' THEN first_named.last END AS named_to,
  CASE WHEN found <> 'recorded' THEN null ELSE agency + ' (' + first_named.text + ', ' + CASE WHEN most = 0 THEN 'in the first week' WHEN least = 0 THEN 'within ' + toString(most + 1) + ' weeks'
    WHEN least = 1 THEN 'after at least a week' ELSE 'after at least ' + toString(least) + ' weeks' END + ')' END AS known,
  CASE WHEN found <> 'recorded' AND spoken IS NOT NULL THEN agency + ' (“' + spoken.word + '”, ' + spoken.text + ')' END AS unnamed,
  CASE WHEN found = 'recorded' THEN [first_named.id] WHEN spoken IS NULL THEN [named_in, head(in_touch), last(in_touch)]
    ELSE [named_in, head(in_touch), last(in_touch), spoken.id] END AS rows
ORDER BY p.person_id, named_to, agency
WITH p, joined, since_from, last_day, since_text, max(least) AS longest_weeks, max(named_to) AS named_last,
  collect(known) AS known_to, collect(CASE WHEN found <> 'recorded' THEN agency END) AS not_named_by,
  collect(CASE WHEN found = 'no record found' THEN agency END) AS in_hand, collect(CASE WHEN found = 'cannot tell' THEN agency END) AS not_in_hand,
  collect(unnamed) AS unnamed, collect(CASE WHEN found = 'recorded' THEN agency END) AS knew, collect(rows) AS row_lists
WHERE size(not_named_by) > 0 OR longest_weeks >= $weeks
RETURN p.display_name AS person,
  p.sex AS sex,
  since_text,
  CASE WHEN size(known_to) = 0 THEN ['none'] ELSE known_to END AS known_to,
  not_named_by,
  CASE WHEN size(in_hand) = 0 THEN '' ELSE 'No row by name was found in the records of ' + reduce(text = head(in_hand), name IN tail(in_hand) | text + ', ' + name) END
    + CASE WHEN size(in_hand) > 0 AND size(not_in_hand) > 0 THEN '. ' ELSE '' END
    + CASE WHEN size(not_in_hand) = 0 THEN '' ELSE 'By name in no row quoted from ' + reduce(text = head(not_in_hand), name IN tail(not_in_hand) | text + ', ' + name) + ', whose own records are not in hand' END
    + CASE WHEN size(unnamed) = 0 THEN '' ELSE '. Rows there that speak of one without a name, the first of each: ' + reduce(text = head(unnamed), x IN tail(unnamed) | text + ', ' + x) END AS told,
  longest_weeks,
  [p.display_name] AS people,
  knew + not_named_by AS agencies,
  since_from AS from_day,
  CASE WHEN size(not_named_by) = 0 THEN named_last ELSE last_day END AS to_day,
  CASE WHEN size(in_hand) > 0 THEN 'no record found' WHEN size(not_in_hand) > 0 THEN 'cannot tell' ELSE 'recorded' END AS strength,
  CASE joined WHEN 2 THEN 'certain' ELSE 'possible' END AS certainty,
  reduce(once = [], ids IN row_lists | once + reduce(new = [], id IN ids | CASE WHEN id IN once OR id IN new THEN new ELSE new + [id] END)) AS evidence_ids
ORDER BY from_day, person, p.person_id
