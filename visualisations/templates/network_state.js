"use strict";
/* What is shown: the focus, the dates, the ticked lines and agencies, and what follows from them. */
const review = JSON.parse(document.getElementById("data").textContent);

const byId = (things, key) => new Map(things.map((thing) => [thing[key], thing]));
const people = byId(review.people, "person_id");
const agencies = byId(review.agencies, "agency_id");
const professionals = byId(review.professionals, "professional_id");
const contacts = byId(review.contacts, "contact_id");
const batons = byId(review.batons, "baton_id");
const nodeById = byId(review.nodes, "id");
const edgeById = byId(review.edges, "id");
const BATON_KINDS = new Set(review.batons.map((baton) => baton.line));
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December"];
const DAY = 86400000;

const dayNumber = (iso) => Math.round(Date.parse(iso + "T00:00:00Z") / DAY);
const isoDay = (number) => new Date(number * DAY).toISOString().slice(0, 10);
const inWords = (iso) => `${Number(iso.slice(8))} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;
const several = (number, one, many) => `${number} ${number === 1 ? one : many || one + "s"}`;

const dated = [...review.contacts, ...review.batons].filter((thing) => thing.on.from);
const undatedThings = [...review.contacts, ...review.batons].filter((thing) => !thing.on.from);
const firstDay = dated.length ? dated.map((t) => t.on.from).reduce((a, b) => (a < b ? a : b)) : "";
const lastDay = dated.length ? dated.map((t) => t.on.to).reduce((a, b) => (a > b ? a : b)) : "";

const indexChild = review.people.find((person) => person.index_child) || review.people[0];
const state = {
  focus: indexChild ? "person:" + indexChild.person_id : "everyone",
  since: firstDay,
  until: lastDay,
  undated: true,
  lines: new Set(),
  agencies: new Set(agencies.keys()),
  ring: "",
  selected: "",
};

const inDates = (thing) => (thing.on.from
  ? thing.on.from <= state.until && thing.on.to >= state.since
  : state.undated);
const agencyTicked = (id) => !id || state.agencies.has(id);
const partKind = (contact, part) => (!contact.missed && part.seen !== "no" ? "contact" : "missed");
const workersOf = (node) => (nodeById.get(node) || {}).who || [];

/* Whether a contact or baton touches what is in focus. */
function touches(thing, focus) {
  if (focus === "everyone") return true;
  const [kind, id] = [focus.slice(0, focus.indexOf(":")), focus.slice(focus.indexOf(":") + 1)];
  if (thing.baton_id) {
    if (kind === "person") return thing.about.includes(id) || thing.from_person_id === id;
    return kind === "agency" && (thing.from_agency_id === id || thing.to_agency_id === id);
  }
  if (kind === "person") return thing.people.some((part) => part.person_id === id);
  if (kind === "agency") return thing.agency_id === id;
  return workersOf(focus).includes(thing.professional_id);
}

/* The kinds of line a contact is drawn with, for the person in focus or for all its people. */
function contactKinds(contact, focus) {
  const parts = focus.startsWith("person:")
    ? contact.people.filter((part) => "person:" + part.person_id === focus)
    : contact.people;
  if (!parts.length) return [contact.missed ? "missed" : "contact"];
  return parts.map((part) => partKind(contact, part));
}

/* Everything that is strong in the picture: it touches the focus, lies in the dates and is ticked. */
function inView(focus = state.focus) {
  const shownBatons = review.batons.filter((b) => inDates(b) && state.lines.has(b.line)
    && agencyTicked(b.from_agency_id) && agencyTicked(b.to_agency_id) && touches(b, focus));
  const shownContacts = review.contacts.filter((c) => inDates(c) && state.agencies.has(c.agency_id)
    && touches(c, focus) && contactKinds(c, focus).some((kind) => state.lines.has(kind)));
  return { batons: shownBatons, contacts: shownContacts };
}

/* Each line with how many of its things are strong and how many faint; lines with neither are left out. */
function linesInView() {
  const lines = [];
  for (const edge of review.edges) {
    if (!state.lines.has(edge.kind)) continue;
    const isBaton = BATON_KINDS.has(edge.kind);
    let strong = 0;
    let faint = 0;
    for (const id of edge.things) {
      const thing = isBaton ? batons.get(id) : contacts.get(id);
      if (!inDates(thing)) continue;
      const ends = isBaton ? [thing.from_agency_id, thing.to_agency_id] : [thing.agency_id];
      if (!ends.every(agencyTicked)) continue;
      const lineTouches = isBaton || !state.focus.startsWith("person:") || "person:" + edge.who === state.focus;
      if (lineTouches && touches(thing, state.focus)) strong += 1;
      else faint += 1;
    }
    if (strong || faint) lines.push({ edge, strong, faint });
  }
  return lines;
}

/* People with a contact that took place and does not say "not seen", in the dates chosen, by any agency. */
/* Who had a recorded contact in the dates chosen: "child's" with an agency working with the child, else "other". */
function peopleWithContact() {
  const working = new Set(review.agencies.filter((a) => a.works_with_child).map((a) => a.agency_id));
  const found = new Map();
  for (const contact of review.contacts) {
    if (!inDates(contact)) continue;
    for (const part of contact.people) {
      if (partKind(contact, part) !== "contact" || found.get(part.person_id) === "child's") continue;
      found.set(part.person_id, working.has(contact.agency_id) ? "child's" : "other");
    }
  }
  return found;
}

const allDates = () => state.since === firstDay && state.until === lastDay;
const ringed = (person) => (state.ring === "adults" && person.kind === "adult")
  || (state.ring === "men" && person.kind !== "child" && person.sex === "male");

function nodeName(node) {
  if (node === "everyone") return "Everyone";
  const id = node.slice(node.indexOf(":") + 1);
  if (node.startsWith("person:")) return people.get(id).name;
  if (node.startsWith("agency:")) return agencies.get(id).name;
  const who = workersOf(node).map((worker) => professionals.get(worker).name).join(", ");
  return `${who} (${agencies.get(nodeById.get(node).agency).name})`;
}

function countsInWords(view) {
  const made = view.contacts.filter((c) => contactKinds(c, state.focus).includes("contact")).length;
  const missed = view.contacts.length - made;
  const noRecord = view.batons.filter((b) => b.line === "no_record").length;
  const parts = [several(made, "contact") + (missed ? ` (and ${missed} missed, no access or not seen)` : "")];
  parts.push(several(view.batons.length, "baton"));
  if (noRecord) parts.push(`${noRecord} with no record of receipt`);
  return parts.join(", ");
}
