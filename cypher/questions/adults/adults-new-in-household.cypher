// ---
// id: adults-new-in-household
// title: A new adult in the household, and when each agency recorded it
// question: When an adult came to live in the child's household, how long was it until each agency working with the family recorded them?
// why: New partners and other adults often came to live with a child without those working with the family knowing of it (Ofsted 2010, paras 62-63 and 73-74; Brandon and others 2009, chapter 3). Counted are rows, from the day they came, that have them among their people; one that only says "her partner" is not. The view "men" leaves out those recorded as women.
// topic: adults
// level: 3
// parameters: {as_of: {type: date, default: as_of}, weeks: {type: integer, default: 1}, view: {type: text, default: all}}
// columns: {person: string, sex: string, since_text: string, known_to: list, not_named_by: list, longest_weeks: integer, people: list, agencies: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronologies of the agencies working with the family]
// finding:
//   recorded: "{person} is recorded as coming to live in the household ({since_text}). The first rows that name {person} from then on: {known_to}."
//   no record found: "{person} is recorded as coming to live in the household ({since_text}). No row from then on that names {person} was found in the records of {not_named_by}. First rows of others: {known_to}."
//   cannot tell: "{person} is recorded as coming to live in the household ({since_text}). The rows quoted from {not_named_by} do not name {person}, but their own records are not in hand. First rows of others: {known_to}."
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
MATCH (p)-[:RECORDED_IN]->(any_row:Entry)
WITH p, joined, since_from, since_to, since_text, last_day, any_row ORDER BY any_row.on_earliest, any_row.entry_id
WITH p, joined, since_from, since_to, since_text, last_day,
  coalesce(head(collect(CASE WHEN any_row.on_earliest >= since_from THEN any_row.entry_id END)), head(collect(any_row.entry_id))) AS named_in
MATCH (x:Person)
WHERE x.review_id = $review_id AND x.person_id <> p.person_id
  AND (x.kind = 'child' OR EXISTS { MATCH (x)-[:PARENT_OF]->(:Person:Child) })
MATCH (x)-[:RECORDED_IN]->(e:Entry)<-[:WROTE]-(a:Agency)
WHERE a.stands_for_agency AND e.on_earliest >= since_from AND e.on_earliest <= last_day
WITH DISTINCT p, joined, since_from, since_to, since_text, last_day, named_in, a, e ORDER BY e.on_earliest, e.entry_id
WITH p, joined, since_from, since_to, since_text, last_day, named_in, a,
  min(e.on_earliest) AS first_row, max(e.on_latest) AS last_row, collect(e.entry_id) AS in_touch
OPTIONAL MATCH (a)-[:WROTE]->(n:Entry)<-[:RECORDED_IN]-(p)
WHERE n.on_latest >= since_from AND n.on_earliest <= $as_of
WITH p, joined, since_from, since_to, since_text, last_day, named_in, a, first_row, last_row, in_touch, n ORDER BY n.on_earliest, n.entry_id
WITH p, joined, since_from, since_to, since_text, last_day, named_in, a, first_row, last_row, in_touch,
  head(collect(n.entry_id)) AS named_id, head(collect(n.on_text)) AS named_text,
  head(collect(n.on_earliest)) AS named_from, head(collect(n.on_latest)) AS named_to
OPTIONAL MATCH (c:Chronology)-[s:SPEAKS_FOR]->(a)
WHERE s.detail = 'own' AND s.unbroken_from <= first_row AND s.unbroken_to >= last_row
WITH p, joined, since_from, since_to, since_text, last_day, named_in, a, in_touch, named_id, named_text, named_from, named_to, count(c) AS covering,
  CASE WHEN named_from IS NULL THEN null WHEN named_from <= since_to THEN 0 ELSE duration.inDays(since_to, named_from).days / 7 END AS least,
  CASE WHEN named_to IS NULL THEN null ELSE duration.inDays(since_from, named_to).days / 7 END AS most
WITH p, joined, since_from, since_text, last_day, named_in, a, in_touch, named_id, named_to, covering, least,
  a.display_name + ' (' + named_text + ', ' + CASE WHEN most = 0 THEN 'in the first week' WHEN least = 0 THEN 'within ' + toString(most + 1) + ' weeks'
    WHEN least = 1 THEN 'after at least a week' ELSE 'after at least ' + toString(least) + ' weeks' END + ')' AS named
ORDER BY named_to, a.display_name
WITH p, joined, since_from, since_text, last_day, named_in, max(least) AS longest_weeks, max(named_to) AS named_last,
  collect(named) AS known_to, collect(named_id) AS named_ids,
  collect({agency: a.display_name, found: CASE WHEN named_id IS NOT NULL THEN 'recorded' WHEN covering > 0 THEN 'no record found' ELSE 'cannot tell' END,
    rows: CASE WHEN named_id IS NOT NULL THEN [named_id] ELSE [named_in, head(in_touch), last(in_touch)] END}) AS agencies_then
UNWIND agencies_then AS one
UNWIND one.rows AS row_id
WITH p, joined, since_from, since_text, last_day, longest_weeks, named_last, known_to, one.found AS strength, one.agency AS agency, row_id
WHERE strength <> 'recorded' OR longest_weeks >= $weeks
WITH p, joined, since_from, since_text, last_day, longest_weeks, named_last, known_to, strength, agency, row_id ORDER BY agency, row_id
WITH p, joined, since_from, since_text, last_day, longest_weeks, named_last, known_to, strength,
  collect(DISTINCT agency) AS agencies, collect(DISTINCT row_id) AS evidence_ids
RETURN p.display_name AS person,
  p.sex AS sex,
  since_text,
  CASE WHEN size(known_to) = 0 THEN ['none'] ELSE known_to END AS known_to,
  CASE strength WHEN 'recorded' THEN [] ELSE agencies END AS not_named_by,
  longest_weeks,
  [p.display_name] AS people,
  agencies,
  since_from AS from_day,
  CASE strength WHEN 'recorded' THEN named_last ELSE last_day END AS to_day,
  strength,
  CASE joined WHEN 2 THEN 'certain' ELSE 'possible' END AS certainty,
  evidence_ids
ORDER BY from_day, person, strength
