"use strict";
/* The panel: what is in focus, and all that is in view as a list of buttons, each opening the rows behind it. */
const PAGE_OF_ITEMS = 100;
const details = document.getElementById("details");
const inView = panel.make("div");
inView.id = "in-view";
details.after(document.getElementById("agencies"), inView);

let itemNumber = 0;
function item(thing, open) {
  const line = panel.make("li");
  const button = panel.make("button", undefined, "item");
  const rows = panel.make("div", undefined, "opened");
  button.type = "button";
  rows.id = `rows-${(itemNumber += 1)}`;
  button.append(panel.make("strong", thing.title));
  button.append(panel.make("span", thing.kind === "baton" ? thing.facts[0][1]
    : thing.facts.map(([term, words]) => `${term}: ${words}`).join("; ") || "with nobody named"));
  button.setAttribute("aria-controls", rows.id);
  const agency = nodeById.get("agency:" + thing.agencies[0]);
  button.style.borderLeftColor = looks.get(thing.show).colour || (agency ? agency.color : QUIET);
  const show = (opened) => {
    button.setAttribute("aria-expanded", String(opened));
    rows.hidden = !opened;
    if (!opened || rows.childNodes.length) return;
    const list = panel.make("dl");
    if (thing.kind === "baton") {
      for (const [term, words] of thing.facts.slice(1)) list.append(panel.make("dt", term), panel.make("dd", words));
    }
    rows.append(list, panel.rows(thing.rows));
    const findings = panel.findingsOn(thing.rows);
    if (findings) rows.append(findings);
  };
  const bringOut = () => pointAt("", canvas.view.lines.filter((l) => l.things.includes(thing)).map((l) => l.edge.id));
  button.addEventListener("click", () => show(rows.hidden));
  for (const name of ["focus", "mouseenter"]) button.addEventListener(name, bringOut);
  for (const name of ["blur", "mouseleave"]) button.addEventListener(name, () => pointAt("", []));
  show(open);
  line.append(button, rows);
  return line;
}

function listOf(heading, listed, openFirst) {
  if (!listed.length) return [];
  const list = panel.make("ul");
  const inOrder = [...listed].sort((a, b) => (a.first || "9999").localeCompare(b.first || "9999"));
  const more = panel.make("button");
  more.type = "button";
  const showNext = () => {
    const from = list.children.length;
    inOrder.slice(from, from + PAGE_OF_ITEMS).forEach((thing) => list.append(item(thing, openFirst)));
    const left = inOrder.length - list.children.length;
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(left, PAGE_OF_ITEMS)} more of ${left}`;
    if (from && list.children[from]) list.children[from].querySelector("button").focus();
  };
  more.addEventListener("click", showNext);
  showNext();
  return [panel.make("h3", `${heading} (${listed.length})`), list, more];
}

function aboutPerson(id) {
  const person = people.get(id);
  const lines = [[...new Set([person.role, person.index ? "index child" : ""])].filter(Boolean).join(", ")];
  for (const [from, to, kinship] of own.ties) {
    if (from !== id) continue;
    const what = spaced(kinship);
    lines.push(`${what}${what.endsWith("of") ? " " : " of "}${personName.get(to)}`);
  }
  for (const [who, , household, since, until] of own.stays) {
    if (who === id) lines.push(["home: " + household, since && `from ${since}`, until && `until ${until}`].filter(Boolean).join(", "));
  }
  return lines;
}

function aboutFocus(state) {
  const lines = state.person ? aboutPerson(state.person) : [];
  if (state.agency && nodeById.get("agency:" + state.agency) && !nodeById.get("agency:" + state.agency).stands) {
    lines.push("A source of the account, not an agency.");
  }
  if (state.worker) {
    for (const id of workersOf(state.worker)) {
      const {name, role} = workers.get(id);
      lines.push(role && role !== name ? `${name}, ${role}` : name);
    }
  }
  return lines.filter(Boolean).map((words) => panel.make("p", words));
}

/* Those looked for in the view of men or of any adult, first those whom no agency working with the child met. */
function ringList(view, state) {
  if (!state.ring) return [];
  const list = panel.make("ul");
  const chosen = own.nodes.filter((node) => node.draw === "person" && ringed(node, state))
    .sort((a, b) => view.met.of(b.id.slice(7)) - view.met.of(a.id.slice(7)));
  for (const node of chosen) {
    const line = panel.make("li");
    line.append(panel.make("strong", nodeName(node.id)), `: ${metWords(node, view, state)}`);
    list.append(line);
  }
  const parts = [panel.make("h3", `${state.ring === "men" ? "Men" : "Adults"} in the picture (${chosen.length})`), list];
  const found = own.never_met.map((id) => findingById.get(id)).filter(Boolean);
  for (const finding of found) {
    const button = panel.make("button", finding.statement, "item");
    button.type = "button";
    button.append(panel.make("span", `finding: ${finding.strength}`, "strength"));
    button.addEventListener("click", () => address.set({finding: finding.id}));
    parts.push(button);
  }
  return parts;
}

/* Fill the panel: the chosen line if there is one, else what is in focus. */
function showDetails(view, state, leave) {
  const edge = edgeById.get(selected);
  const line = edge && view.lines.find((l) => l.edge === edge);
  if (line) {
    const back = panel.make("button", `Back to ${focusName(state)}`);
    back.type = "button";
    back.addEventListener("click", leave);
    details.replaceChildren(panel.make("h2", `${nodeName(edge.ends[0])} to ${nodeName(edge.ends[1])}`), back);
    inView.replaceChildren(...listOf(edge.isBaton ? "Batons" : "Contacts", line.things, line.things.length <= 3));
    return;
  }
  details.replaceChildren(panel.make("h2", focusName(state)), ...aboutFocus(state));
  const parts = ringList(view, state);
  const listed = (things_, words) => [
    ...listOf(`Batons${words}`, things_.filter((t) => t.kind === "baton"), false),
    ...listOf(`Contacts${words}`, things_.filter((t) => t.kind === "contact"), false),
  ];
  if (view.finding) {
    const here = [...view.marked];
    parts.push(...listed(here, " this finding rests on"));
    if (!here.length) parts.push(panel.make("p", "None of the contacts and batons shown is one this finding rests on."));
  }
  parts.push(...listed([...view.batons, ...view.contacts].filter((t) => !view.marked.has(t)), view.finding ? " besides" : ""));
  const undrawn = view.batons.filter((thing) => !thing.edges.length).length;
  if (undrawn) parts.push(panel.make("p", `${several(undrawn, "baton")} listed but not drawn: the record does not name both ends.`));
  if (!view.batons.length && !view.contacts.length) {
    parts.push(panel.make("p", "No contact or baton is recorded here with these dates and ticks."));
  }
  inView.replaceChildren(...parts);
}
