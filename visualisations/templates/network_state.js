"use strict";
/* What is shown: the state in the address, the ticks of this page, and what follows from them. */
const own = page.own;
const DAY = 86400000;
const dayNumber = (iso) => Math.round(Date.parse(iso + "T00:00:00Z") / DAY);
const isoDay = (number) => new Date(number * DAY).toISOString().slice(0, 10);
const spaced = (word) => word.replaceAll("_", " ");

const looks = new Map(own.lines.map(([key, words, colour, dashes, end]) => [key, {key, words, colour, dashes, end}]));
const CONTACT_LINES = new Set(["contact", "missed"]);
const people = new Map(page.people.map(([id, name, role, index]) => [id, {id, name, role, index}]));
const workers = new Map(own.workers.map(([id, agency, name, role]) => [id, {id, agency, name, role}]));
const nodeById = new Map(own.nodes.map((node) => [node.id, node]));
const things = new Map(Object.entries(page.marks).map(([id, [kind, title, facts, rows, who, agencies, first, last, show]]) =>
  [id, {id, kind, title, facts, rows, people: who, agencies, first, last, show, worker: own.made_by[id] || "", edges: []}]));
const edges = own.edges.map((edge) => {
  const isBaton = !CONTACT_LINES.has(edge.kind);
  const line = {...edge, isBaton, ends: edge.ends || [edge.from, edge.to], who: isBaton ? "" : edge.to.slice(7),
    things: edge.things.map((id) => things.get(id))};
  for (const thing of line.things) thing.edges.push(line);
  return line;
});
const edgeById = new Map(edges.map((edge) => [edge.id, edge]));
const lineBoxes = [...document.querySelectorAll("input[name=line]")];
const agencyBoxes = [...document.querySelectorAll("input[name=agencies]")];
const hiddenAgencies = new Set();
const ticked = {lines: new Set(looks.keys()), undated: true, together: false};
const dated = [...things.values()].filter((thing) => thing.first);
const firstDay = dated.map((thing) => thing.first).reduce((a, b) => (a < b ? a : b), dated.length ? dated[0].first : "");
const lastDay = dated.map((thing) => thing.last).reduce((a, b) => (a > b ? a : b), "");

const workersOf = (node) => (nodeById.get(node) || {}).who || [];
const agencyOf = (node) => (node.startsWith("agency:") ? node : "agency:" + nodeById.get(node).agency);
const inDates = (thing, state) => (thing.first
  ? (!state.from || thing.last >= state.from) && (!state.to || thing.first <= state.to)
  : ticked.undated);

/* Whether a contact or baton is of the person, the agency and the professional in focus. */
function touches(thing, state) {
  if (state.person && !thing.people.includes(state.person)) return false;
  if (state.agency && !thing.agencies.includes(state.agency)) return false;
  return !state.worker || workersOf(state.worker).includes(thing.worker);
}

/* The kinds of line a thing is drawn with: a contact may have been with one person and have missed another. */
function kindsOf(thing, state) {
  if (thing.kind === "baton") return [thing.show];
  const kinds = thing.edges.filter((edge) => !state.person || edge.who === state.person).map((edge) => edge.kind);
  return kinds.length ? kinds : [thing.show];
}

function holdsWords(thing, words) {
  if (thing.text === undefined) {
    thing.text = [thing.title, ...thing.facts.flat(), ...thing.rows.map((row) => page.entries[row][3])].join("\n").toLowerCase();
  }
  return words.every((word) => thing.text.includes(word));
}

/* Everything in view, and each line with what it stands for now. */
function viewOf(state) {
  const words = (state.words || "").toLowerCase().split(/\s+/).filter(Boolean);
  const finding = state.finding ? findingById.get(state.finding) : null;
  const shown = new Set();
  const marked = new Set();
  for (const thing of things.values()) {
    if (!inDates(thing, state) || !touches(thing, state)) continue;
    if (thing.agencies.some((id) => hiddenAgencies.has(id))) continue;
    if (!kindsOf(thing, state).some((kind) => ticked.lines.has(kind))) continue;
    if (words.length && !holdsWords(thing, words)) continue;
    shown.add(thing);
    if (finding && thing.rows.some((row) => finding.rows.has(row))) marked.add(thing);
  }
  const lines = [];
  for (const edge of edges) {
    const bundle = edge.kind === "together";
    if (edge.isBaton && bundle !== ticked.together) continue;
    if (!bundle && !ticked.lines.has(edge.kind)) continue;
    if (!edge.isBaton && state.person && edge.who !== state.person) continue;
    const here = edge.things.filter((thing) => shown.has(thing));
    if (here.length) lines.push({edge, things: here, marked: here.some((thing) => marked.has(thing))});
  }
  const kind = (name) => [...shown].filter((thing) => thing.kind === name);
  return {batons: kind("baton"), contacts: kind("contact"), lines, finding, marked, met: metIn(state), living: livingIn(state)};
}

/* Who had a recorded contact in the dates chosen: 0 with an agency working with the child, 1 with others, 2 with none. */
function metIn(state) {
  const met = new Map();
  for (const edge of edges) {
    if (edge.kind !== "contact" || !edge.things.some((thing) => inDates(thing, state))) continue;
    const childs = nodeById.get(agencyOf(edge.from)).childs;
    met.set(edge.who, childs || met.get(edge.who) === 0 ? 0 : 1);
  }
  return {of: (person) => (met.has(person) ? met.get(person) : 2)};
}

/* Who lived in the household they are drawn in: {here: "yes" | "perhaps" | "no", words}, as the dates of stays say. */
function livingIn(state) {
  const found = new Map();
  if (!state.from && !state.to) return found;
  const [first, last] = [state.from || "0000", state.to || "9999"];
  const overlap = ([, , , , , s0, s1, u0, u1]) => {
    if ((s0 && s0 > last) || (u1 && u1 < first)) return "no";
    return s1 && s1 <= last && (!u0 || u0 >= first) ? "yes" : "perhaps";
  };
  for (const [person, home] of Object.entries(own.homes)) {
    const mine = own.stays.filter((stay) => stay[0] === person);
    const here = mine.filter((stay) => stay[1] === home);
    if (here.some((stay) => overlap(stay) === "yes")) { found.set(person, {here: "yes", words: ""}); continue; }
    const perhaps = here.find((stay) => overlap(stay) === "perhaps");
    if (perhaps) {
      const dates = [perhaps[3] && "from " + perhaps[3], perhaps[4] && "until " + perhaps[4]].filter(Boolean).join(" ");
      found.set(person, {here: "perhaps", words: `perhaps here (${dates || "no dates given"})`});
      continue;
    }
    const other = mine.find((stay) => stay[1] !== home && overlap(stay) !== "no");
    const later = here.find((stay) => stay[5] && stay[5] > last);
    found.set(person, {here: "no", words: other ? "then at " + other[2]
      : later ? "moved in: " + later[3] : "lived here until " + here[here.length - 1][4]});
  }
  return found;
}

const ringed = (node, state) => (state.ring === "men" && node.man) || (state.ring === "adults" && node.adult);

function nodeName(node) {
  const id = node.slice(node.indexOf(":") + 1);
  if (node.startsWith("person:")) return personName.get(id);
  if (node.startsWith("agency:")) return agencyName.get(id);
  return `${workersOf(node).map((worker) => workers.get(worker).name).join(", ")} (${nodeName(agencyOf(node))})`;
}

function focusName(state) {
  const named = [state.person && personName.get(state.person), state.worker ? nodeName(state.worker)
    : state.agency && agencyName.get(state.agency)].filter(Boolean);
  return named.join(" and ") || "Everyone";
}

function countsInWords(view, state) {
  const made = view.contacts.filter((thing) => kindsOf(thing, state).includes("contact")).length;
  const missed = view.contacts.length - made;
  const noRecord = view.batons.filter((thing) => thing.show === "no_record").length;
  const parts = [several(made, "contact") + (missed ? ` (and ${missed} missed, no access or not seen)` : "")];
  parts.push(several(view.batons.length, "baton"));
  if (noRecord) parts.push(`${noRecord} with no record of receipt`);
  return parts.join(", ");
}
