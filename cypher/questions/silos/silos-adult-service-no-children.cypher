// ---
// id: silos-adult-service-no-children
// title: A service for adults, with no record that there were children
// question: Which services for adults have entries about a parent, or an adult of the household, and none in words that show they knew of the children?
// why: Services for adults often worked with a parent as a patient, tenant or offender without asking about children, so that what they knew reached nobody who worked with the child (Ofsted 2010, paras 65-67 and 88; Brandon and others 2009, chapter 3). Days before an adult came to the family do not count.
// topic: silos
// level: 2
// parameters: {as_of: {type: date, default: as_of}}
// columns: {agency: string, people: list, children: list, contacts: integer, agencies: list, from_day: date, to_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [chronology of the service for adults]
// finding:
//   no record found: "{agency} has {contacts} entries of contacts, letters, incidents or notes about {people} between {from_day} and {to_day}; no mention of a child was found in its records. Children of these adults or living with them: {children}."
//   cannot tell: "Between {from_day} and {to_day}, {contacts} entries tell of contacts, letters, incidents or notes of {agency} about {people}; its own records for that time are not in hand, so whether it knew of the children ({children}) cannot be told."
// none: "Each of the {denominator} services for adults with entries about a parent or an adult of the household recorded that there were children."
// ---
MATCH (named:Person:Child)
WHERE named.review_id = $review_id AND NOT named.group
WITH collect(DISTINCT toLower(split(named.display_name, ' ')[0])) AS names
MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(p:Person:Adult)
WHERE a.review_id = $review_id AND a.focus = 'adult' AND a.stands_for_agency
  AND NOT c.missed AND NOT p.group AND c.on_earliest <= $as_of
  AND (p.linked_since IS NULL OR c.on_latest >= p.linked_since)
WITH names, a, p, count(DISTINCT c) AS contacts, min(c.on_earliest) AS first_day, max(c.on_latest) AS last_day,
  max(c.on_earliest) AS sure_day
WHERE NOT EXISTS { MATCH (a)-[:WROTE]->(:Entry)<-[:RECORDED_IN]-(:Person:Child) }
  AND NOT EXISTS { MATCH (a)-[:WROTE]->(e:Entry) WHERE any(name IN names WHERE toLower(e.words) CONTAINS name) }
  AND NOT EXISTS { MATCH (a)-[:KNEW]->(i:Information) WHERE i.topic = 'children in the household' }
  AND NOT EXISTS { MATCH (a)-[:PASSED]->(:Baton)-[:ABOUT]->(:Person:Child) }
OPTIONAL MATCH (p)-[:PARENT_OF]->(k:Person:Child)
WHERE NOT k.group AND (k.born_earliest IS NULL OR k.born_earliest <= last_day)
WITH a, p, contacts, first_day, last_day, sure_day, collect(DISTINCT k.person_id) AS own_children,
  max(CASE WHEN k.born_latest <= sure_day THEN 1 ELSE 0 END) AS sure_parent
OPTIONAL MATCH (p)-[stay:LIVED_IN]->(:Household)<-[child_stay:LIVED_IN]-(k:Person:Child)
WHERE NOT k.group AND (k.born_earliest IS NULL OR k.born_earliest <= last_day)
  AND (stay.since_earliest IS NULL OR stay.since_earliest <= last_day)
  AND (stay.until_latest IS NULL OR stay.until_latest >= first_day)
  AND (child_stay.since_earliest IS NULL OR child_stay.since_earliest <= last_day)
  AND (child_stay.until_latest IS NULL OR child_stay.until_latest >= first_day)
  AND (stay.since_earliest IS NULL OR child_stay.until_latest IS NULL OR stay.since_earliest <= child_stay.until_latest)
  AND (stay.until_latest IS NULL OR child_stay.since_earliest IS NULL OR stay.until_latest >= child_stay.since_earliest)
WITH a, p, contacts, first_day, last_day, own_children, sure_parent, collect(DISTINCT k.person_id) AS at_home,
  max(CASE WHEN k.born_latest <= sure_day AND stay.since_latest <= sure_day AND child_stay.since_latest <= sure_day
    AND (stay.until_earliest IS NULL OR stay.until_earliest >= sure_day)
    AND (child_stay.until_earliest IS NULL OR child_stay.until_earliest >= sure_day) THEN 1 ELSE 0 END) AS sure_home
WHERE size(own_children) + size(at_home) > 0
OPTIONAL MATCH (h:Chronology)-[s:SPEAKS_FOR]->(a)
WHERE s.detail = 'own' AND s.unbroken_from <= first_day AND s.unbroken_to >= last_day
WITH a, p, contacts, first_day, last_day, own_children + at_home AS children,
  CASE WHEN sure_parent = 1 OR sure_home = 1 THEN 1 ELSE 0 END AS sure, count(h) AS own
UNWIND children AS person_id
MATCH (child:Person {person_id: person_id})
WITH a, p, contacts, first_day, last_day, sure, own, child ORDER BY p.person_id, child.person_id
WITH a, collect(DISTINCT p.person_id) AS adults, collect(DISTINCT p.display_name) AS people,
  collect(DISTINCT child.display_name) AS children, min(first_day) AS from_day, max(last_day) AS to_day,
  max(sure) AS sure, min(own) AS own
MATCH (a)-[:MADE]->(c:Contact)-[:CONCERNED]->(met:Person)
WHERE met.person_id IN adults AND NOT c.missed AND c.on_earliest <= $as_of
  AND (met.linked_since IS NULL OR c.on_latest >= met.linked_since)
MATCH (c)-[:RECORDED_IN]->(e:Entry)
WITH a, people, children, from_day, to_day, sure, own, c, e ORDER BY e.on_earliest, e.entry_id
WITH a, people, children, from_day, to_day, sure, own, count(DISTINCT c.contact_id) AS contacts,
  collect(DISTINCT e.entry_id) AS evidence_ids
RETURN a.display_name AS agency,
  people,
  children,
  contacts,
  [a.display_name] AS agencies,
  from_day,
  to_day,
  CASE WHEN own > 0 THEN 'no record found' ELSE 'cannot tell' END AS strength,
  CASE sure WHEN 1 THEN 'certain' ELSE 'possible' END AS certainty,
  evidence_ids
ORDER BY from_day, agency
