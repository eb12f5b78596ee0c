"use strict";
/* The side panel: what is in view as a list of buttons, each opening the source rows behind it. */
const PAGE_OF_ITEMS = 100;
const KNOWN_AS = {
  "recorded": "recorded",
  "matched": "matched with an entry of the other agency",
  "recorded not": "recorded as not having happened",
  "no record found": "no record was found",
  "cannot tell": "cannot tell: the records that would say are not in hand",
  "not due": "not due",
  "unclear": "the row does not say clearly",
};
const details = document.getElementById("details");

function make(name, words, className) {
  const element = document.createElement(name);
  if (words !== undefined) element.textContent = words;
  if (className) element.className = className;
  return element;
}

const spaced = (word) => word.replaceAll("_", " ");
const names = (ids) => ids.map((id) => people.get(id).name).join(", ");

function batonEnds(baton) {
  const from = baton.from_agency_id ? agencies.get(baton.from_agency_id).name
    : baton.from_person_id ? people.get(baton.from_person_id).name : "sender not stated";
  return `${from} to ${baton.to_agency_id ? agencies.get(baton.to_agency_id).name : "nobody named"}`;
}

function contactMaker(contact) {
  const agency = agencies.get(contact.agency_id).name;
  const worker = professionals.get(contact.professional_id);
  return worker ? `${agency}: ${worker.name}` : agency;
}

function summary(thing) {
  if (thing.baton_id) return `${thing.on.words}. ${spaced(thing.kind)}: ${thing.status}`;
  const who = thing.people.length ? " with " + names(thing.people.map((part) => part.person_id)) : "";
  return `${thing.on.words}. ${spaced(thing.kind)}${thing.missed ? ", missed" : ""}${who}`;
}

function facts(thing) {
  const list = make("dl");
  const add = (term, words) => {
    if (words) list.append(make("dt", term), make("dd", words));
  };
  if (thing.baton_id) {
    if (thing.what !== thing.kind) add("what", thing.what);
    add("about", names(thing.about));
    add("receipt", KNOWN_AS[thing.receipt] || thing.receipt);
    add("action", KNOWN_AS[thing.action] || thing.action);
    add("feedback", KNOWN_AS[thing.feedback] || thing.feedback);
    for (const stage of thing.stages) {
      add(stage.stage, [stage.when, KNOWN_AS[stage.how] || stage.how, stage.reason].filter(Boolean).join("; "));
    }
  } else {
    for (const part of thing.people) {
      const said = [["seen", part.seen], ["spoken to", part.spoken_to], ["seen alone", part.seen_alone]]
        .filter(([, answer]) => answer === "yes" || answer === "no")
        .map(([what, answer]) => `${what}: ${answer}`);
      add(people.get(part.person_id).name, said.join(", ") || "the row does not say whether seen");
    }
  }
  return list;
}

function sourceRows(entryIds) {
  const box = make("div");
  for (const id of new Set(entryIds)) {
    const entry = review.entries[id];
    if (!entry) continue;
    const quote = make("blockquote", entry.words || "(the row has no words)");
    quote.append(make("cite", [entry.file, entry.place, entry.date].filter(Boolean).join(", ")));
    box.append(quote);
  }
  return box;
}

let itemNumber = 0;
function item(thing, open) {
  const line = make("li");
  const button = make("button", undefined, "item");
  const rows = make("div", undefined, "rows");
  button.type = "button";
  rows.id = `rows-${(itemNumber += 1)}`;
  button.append(make("strong", thing.baton_id ? batonEnds(thing) : contactMaker(thing)));
  button.append(make("span", summary(thing)));
  button.setAttribute("aria-controls", rows.id);
  const edge = review.edges.find((e) => e.kind === thing.line);
  button.style.borderLeftColor = thing.baton_id ? (edge ? edge.color : "#44546a") : review.colours[thing.agency_id];
  const show = (opened) => {
    button.setAttribute("aria-expanded", String(opened));
    rows.hidden = !opened;
    if (opened && !rows.childNodes.length) {
      const ids = [...thing.entry_ids, ...(thing.stages || []).flatMap((stage) => stage.entry_ids)];
      rows.append(facts(thing), sourceRows(ids));
    }
  };
  button.addEventListener("click", () => show(rows.hidden));
  show(open);
  line.append(button, rows);
  return line;
}

function listOf(heading, things, openFirst) {
  if (!things.length) return [];
  const list = make("ul");
  const inOrder = [...things].sort((a, b) => (a.on.from || "9999").localeCompare(b.on.from || "9999"));
  const more = make("button");
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
  return [make("h3", `${heading} (${things.length})`), list, more];
}

function aboutFocus() {
  const lines = [];
  if (state.focus.startsWith("person:")) {
    const person = people.get(state.focus.slice("person:".length));
    const role = [person.role, person.index_child ? "index child" : "", spaced(person.kind)];
    lines.push([...new Set(role)].filter((word) => word && word !== "unknown").join(", "));
    for (const tie of review.ties.filter((t) => t.person_id === person.person_id)) {
      const what = tie.kinship || spaced(tie.tie.toLowerCase());
      lines.push(`${spaced(what)}${what.endsWith("of") ? " " : " of "}${people.get(tie.to_person_id).name}`);
    }
    for (const stay of review.stays.filter((s) => s.person_id === person.person_id)) {
      const dates = [stay.since && `from ${stay.since}`, stay.until && `until ${stay.until}`].filter(Boolean);
      lines.push(["home: " + stay.household, ...dates].join(", "));
    }
  } else if (state.focus.startsWith("agency:")) {
    const agency = agencies.get(state.focus.slice("agency:".length));
    if (agency.sector !== "unknown") lines.push(spaced(agency.sector));
    if (!agency.stands_for_agency) lines.push("A source of the account, not an agency.");
  } else if (state.focus !== "everyone") {
    lines.push(...workersOf(state.focus).map((id) => {
      const worker = professionals.get(id);
      return worker.role && worker.role !== worker.name ? `${worker.name}, ${worker.role}` : worker.name;
    }));
  }
  return lines.filter(Boolean).map((words) => make("p", words));
}

const MET_WORDS = {
  "child's": "recorded contact with an agency working with the child",
  other: "recorded contact only with other agencies",
  none: "no recorded contact",
};

function ringList() {
  if (!state.ring) return [];
  const list = make("ul");
  const chosen = review.people.filter(ringed);
  for (const person of chosen) {
    const words = MET_WORDS[canvas.metPeople.get(person.person_id) || "none"];
    list.append(make("li", `${person.name}: ${words}${allDates() ? "" : " in these dates"}`));
  }
  const heading = state.ring === "men" ? "Men in the picture" : "Adults in the picture";
  return [make("h3", `${heading} (${chosen.length})`), list];
}

/* Fill the panel: the chosen line if there is one, else what is in focus. */
function showDetails(view, backToFocus) {
  const parts = [];
  const edge = edgeById.get(state.selected);
  if (edge) {
    const isBaton = BATON_KINDS.has(edge.kind);
    const things = edge.things.map((id) => (isBaton ? batons : contacts).get(id)).filter(inDates);
    const back = make("button", `Back to ${nodeName(state.focus)}`);
    back.type = "button";
    back.addEventListener("click", backToFocus);
    parts.push(make("h2", `${nodeName(edge.ends[0])} to ${nodeName(edge.ends[1])}`), back);
    parts.push(...listOf(isBaton ? "Batons" : "Contacts", things, things.length <= 3));
  } else {
    const undrawn = view.batons.filter((b) => !b.to_agency_id || !(b.from_agency_id || b.from_person_id)).length;
    parts.push(make("h2", nodeName(state.focus)), ...aboutFocus(), ...ringList());
    parts.push(...listOf("Batons", view.batons, false));
    if (undrawn) {
      parts.push(make("p", `${several(undrawn, "baton")} listed but not drawn: the record does not name both ends.`));
    }
    parts.push(...listOf("Contacts", view.contacts, false));
    if (!view.batons.length && !view.contacts.length) {
      parts.push(make("p", "No contact or baton is recorded here with these dates and ticks."));
    }
  }
  details.replaceChildren(...parts);
}
