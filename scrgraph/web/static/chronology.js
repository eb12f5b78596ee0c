// The chronology. What is shown stands in the address after #, so that it can be linked and stays when the page is
// loaded again. Names and what they hold (every value as encodeURIComponent gives it; several joined by &):
//   row=ENTRY_ID          the row that is open            person=PERSON_ID    rows that name or tell of this person
//   agency=AGENCY_ID      rows this agency wrote          kind=KIND           kind of event, "none" for not told
//   words=TEXT            words; a phrase in quotes       from=, to=DAY       YYYY-MM-DD, both included
//   seen=                 seen, alone, not or untold      part=               detailed, summary, outside or undated
//   doubt=1, key=1, note=1  in doubt, key episodes, with a note                finding=FINDING_ID  rows it rests on

import { act, make, pageData, say } from "/static/workbench.js";
import { handsOff, inTurn } from "/static/in_turn.js";
import { List } from "/static/chronology_list.js";
import { Panel } from "/static/chronology_panel.js";
import { Rows, wordsOf } from "/static/chronology_rows.js";
import { Strip } from "/static/chronology_strip.js";

const NAMES = ["words", "person", "agency", "kind", "seen", "from", "to", "part", "doubt", "key", "note"];
const data = pageData();
const filter = document.getElementById("filter");
const counts = document.getElementById("counts");
const periods = document.getElementById("periods");
let rows = null;
let state = {};
let decidedBefore = "";
let lastStatus = "";

const list = new List(data.kinds, (row, focus) => go({ row: row.id }, focus));
const strip = new Strip((month) => {
  const there = list.shown.find((n) => rows.all[n].first.slice(0, 7) >= month);
  if (there !== undefined) list.go(there, true, true);
});
const panel = new Panel(() => fetchDecided(), close);
list.moved = (view) => strip.mark(view);
panel.tell = () => {
  const row = rows?.byId.get(panel.id);
  panel.leftOut(Boolean(row && list.placeOf[row.n] < 0));
};

/** The state in the address; ids may stand there as they are in the graph, where they begin with the review's. */
function fromAddress() {
  const own = (value) => (value.startsWith(`${data.review}:`) ? value.slice(data.review.length + 1) : value);
  return Object.fromEntries([...new URLSearchParams(location.hash.slice(1))].filter(([, value]) => value).map(([name, value]) =>
    [name, ["row", "person", "agency"].includes(name) ? own(value) : value]));
}

/** Change the address, and show what it says. */
function go(change, focus = false) {
  const next = { ...state, ...change };
  for (const name of Object.keys(next)) if (!next[name]) delete next[name];
  const hash = new URLSearchParams(next).toString();
  history.replaceState(null, "", hash ? `#${hash}` : location.pathname);
  follow(focus);
}

function follow(focus = false) {
  const before = state;
  state = fromAddress();
  for (const name of NAMES) {
    const field = filter.elements[name];
    if (field.type === "checkbox") field.checked = Boolean(state[name]);
    else if (field.value !== (state[name] || "") && document.activeElement !== field) field.value = state[name] || "";
  }
  const finding = document.getElementById("of-finding");
  finding.hidden = !state.finding;
  if (state.finding) document.getElementById("finding-link").href = `/findings#finding-${encodeURIComponent(state.finding)}`;
  if (!rows) return;
  const filtered = [...NAMES, "finding"].some((name) => before[name] !== state[name]);
  if (filtered || !list.rows) showRows();
  openRow(focus);
}

/** What the address asks for, in the numbers that rows have; what nobody knows any more is left out, and said. */
function wanted() {
  const asked = { ...state, words: wordsOf(state.words), person: undefined, agency: undefined, kind: undefined, finding: undefined };
  const known = (name, at) => {
    if (at === undefined || at < 0) say(`What the link names as “${name}” is not in this review, so it was passed over.`);
    else return at;
    return undefined;
  };
  if (state.person) asked.person = known("person", rows.people.findIndex(([id]) => id === state.person));
  if (state.agency) asked.agency = known("agency", rows.agencies.findIndex(([id]) => id === state.agency));
  if (state.finding) asked.finding = known("finding", rows.findings.get(state.finding) ?? -1);
  if (state.kind) asked.kind = state.kind === "none" ? "" : state.kind;
  return asked;
}

function showRows() {
  const asked = wanted();
  const shown = rows.passing(asked);
  list.set(rows, shown, asked.words);
  strip.set(rows, shown);
  const of = (number, one, many) => `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
  const all = of(rows.all.length, "row", "rows");
  const undated = state.from || state.to ? shown.filter((n) => !rows.all[n].first).length : 0;
  counts.textContent = (shown.length === rows.all.length ? all : `${shown.length.toLocaleString("en-GB")} of ${all}`)
    + (undated ? `, ${of(undated, "of them has", "of them have")} no date` : "");
  const keys = shown.some((n) => rows.all[n].key);
  for (const id of ["key-on", "key-back"]) document.getElementById(id).disabled = !keys;
  panel.tell();
}

function openRow(focus) {
  if (!rows) return;
  if ((state.row || "") === panel.id) {
    if (focus) panel.box.querySelector("h2")?.focus();
    return;
  }
  list.choose(state.row || "");
  if (!state.row) { panel.hide(); return; }
  const row = rows.byId.get(state.row);
  panel.show(state.row, focus).then(() => { if (row) list.go(row.n, false, true); });
}

function close() {
  const row = rows?.byId.get(panel.id);
  go({ row: "" });
  if (row && !list.go(row.n)) list.rowToTab()?.focus();
}

/** Go to the next key episode of the rows shown, or the one before. */
function step(by) {
  const { shown, active } = list;
  const keys = shown.filter((n) => rows.all[n].key);
  const to = by > 0 ? keys.find((n) => n > active) : keys.findLast((n) => n < active);
  if (to === undefined) { say(keys.length ? `This is the ${by > 0 ? "last" : "first"} key episode of the rows shown.` : "No row shown is marked as a key episode."); return; }
  list.go(to, true, true);
  if (state.row) go({ row: rows.all[to].id });
}

const fetchDecided = inTurn(async () => {
  const answer = await fetch("/chronology/decided.json").catch(() => null);
  const text = answer?.ok ? await answer.text() : "";
  if (!text || text === decidedBefore || !rows) return;
  const told = JSON.parse(text);
  if (told.key !== rows.key) await fetchRows();
  await handsOff();
  decidedBefore = text;
  rows.decide(told);
  for (const form of periods.querySelectorAll("form")) {
    const { from = "", to = "" } = told.periods[form.dataset.period] || {};
    if (!form.contains(document.activeElement)) [form.elements.first.value, form.elements.last.value] = [from, to];
  }
  showRows();
});

async function fetchRows() {
  const answer = await fetch("/chronology/rows.json").catch(() => null);
  if (answer?.ok) {
    rows = new Rows(await answer.json(), data.kinds);
    offer("person", rows.people);
    offer("agency", rows.agencies);
    panel.know(rows.people, rows.agencies);
    setTimeout(() => rows.prepare(), 100);
  } else if (!rows) counts.textContent = "The rows could not be fetched. Load the page again.";
}

/** Have a choice offer those who have come with a newer reading too. */
function offer(name, known) {
  const choice = filter.elements[name];
  for (const [id, words] of known) {
    if (![...choice.options].some((one) => one.value === id)) choice.append(make("option", words, { value: id }));
  }
}

filter.addEventListener("submit", (event) => event.preventDefault());
filter.addEventListener("input", (event) => {
  const { name, type, checked, value } = event.target;
  go({ [name]: type === "checkbox" ? (checked ? "1" : "") : value });
});
filter.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const name of NAMES) if (filter.elements[name].type !== "checkbox") filter.elements[name].value = "";
  go(Object.fromEntries([...NAMES, "finding"].map((name) => [name, ""])));
});
document.getElementById("finding-off").addEventListener("click", () => { go({ finding: "" }); filter.elements.words.focus(); });
document.getElementById("key-on").addEventListener("click", () => step(1));
document.getElementById("key-back").addEventListener("click", () => step(-1));
list.body.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "n" || event.key === "p") step(event.key === "n" ? 1 : -1);
  else if (event.key === "/") filter.elements.words.focus();
  else if (event.key === "Escape" && state.row) close();
  else return;
  event.preventDefault();
});
filter.elements.words.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" || !list.shown.length) return;
  event.preventDefault();
  list.rowToTab()?.focus();
});
periods.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  try {
    await act("/chronology/period", { name: form.dataset.period, first: form.elements.first.value, last: form.elements.last.value });
    await fetchDecided();
  } catch (refused) {
    form.elements.first.focus();
  }
});
window.addEventListener("hashchange", () => follow());
document.addEventListener("undone", () => { fetchDecided(); });
window.addEventListener("focus", () => { fetchDecided(); });
document.addEventListener("status", ({ detail }) => {
  const now = `${detail.version} ${detail.waiting}`;
  if (now === lastStatus || !rows) return;
  lastStatus = now;
  fetchDecided().then(() => { if (panel.id && !panel.busy) panel.again(); });
});

follow();
await fetchRows();
await fetchDecided();
openRow(false);
