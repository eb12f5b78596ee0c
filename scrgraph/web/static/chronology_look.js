// How one row of the chronology looks in the list: its cells, the words that told, and the words that were looked for.

import { make } from "/static/workbench.js";
import { inWords, shortly } from "/static/chronology_rows.js";

export const SEEN = { alone: ["\u25c9", "seen alone"], seen: ["\u25cf", "seen"], not: ["\u25cb", "not seen"] };
const BY = ["", "by its column", "from its words", "set by the author"];
const LETTER = /[\p{L}\p{N}]/u;
const BEFORE = 40, IN_VIEW = 150;

/** The heading of a month within a period. */
export function headingElement({ month, count, words, part }) {
  const row = make("div", "", { role: "row", class: `month ${part}` });
  const cell = make("span", "", { role: "gridcell", "aria-colspan": "5" });
  cell.append(make("b", month), ` ${count.toLocaleString("en-GB")} ${count === 1 ? "row" : "rows"}`);
  if (words) cell.append(make("span", words, { class: "part" }));
  row.append(cell);
  return row;
}

/** One row; `look` tells agencies and kinds, `words` are those looked for. */
export function rowElement(row, look, words) {
  const element = make("div", "", { role: "row", class: `row ${row.part}${row.key ? " key" : ""}` });
  const [, name, letters, colour] = look.agencies[row.agency] || ["", row.agencyText || "agency not told", "?", "#6b7280"];
  const date = cell("date");
  date.append(make("b", shortly(row)));
  if (row.written && row.written !== row.date) date.append(make("small", `written ${row.written}`));
  if (row.dateDoubt) date.append(make("small", "date in doubt", { title: row.dateDoubt }));
  else if (row.first.slice(0, 7) !== row.last.slice(0, 7)) date.append(make("small", `from ${inWords(row.first)}`));
  const agency = cell("agency");
  agency.style.borderLeftColor = colour;
  const agencyName = make("span", "", { class: "lines" });
  agencyName.append(make("b", letters), " ", make("small", name));
  agency.append(agencyName);
  const kind = cell("kind");
  kind.append(make("span", look.kinds[row.kind] || row.kind));
  const how = row.by === 2 ? `${BY[2]}, ${sureWords(row.sure)}` : row.by === 1 && row.event ? `“${row.event}”` : BY[row.by] || (row.event ? `“${row.event}”` : "");
  if (row.seen) kind.append(make("span", `${SEEN[row.seen][0]} child ${SEEN[row.seen][1]}`, { class: "seen" }));
  if (row.waiting) kind.append(make("span", "\u21bb being taken in", { class: "seen" }));
  if (how) kind.append(make("small", how));
  const what = cell("what");
  what.append(make("small", `${row.file}, ${row.place}${row.peopleText ? ` \u00b7 ${row.peopleText}` : ""}`, { class: "place" }));
  const said = make("span", "", { class: "said" });
  said.append(...marked(row.words, row.telling, words));
  what.append(said);
  element.append(date, agency, kind, what, marks(row));
  return element;
}

function cell(name) {
  return make("span", "", { role: "gridcell", class: name });
}

function marks(row) {
  const told = cell("marks");
  if (row.key) told.append(make("span", "\u2605 key episode", { class: "star" }));
  if (row.notes.length) told.append(make("span", `\u270e ${row.notes.length === 1 ? "a note" : `${row.notes.length} notes`}`));
  if (row.doubts) told.append(make("span", "? in doubt"));
  if (row.findings.length) told.append(make("span", `${row.findings.length} ${row.findings.length === 1 ? "finding" : "findings"}`));
  if (row.copy) told.append(make("span", "a repeated row"));
  return told;
}

/** How sure a reading is, as everywhere: "sure" from 0.9, "fairly sure" from 0.7. */
export function sureWords(confidence) {
  return confidence >= 0.9 ? "sure" : confidence >= 0.7 ? "fairly sure" : "not sure";
}

/** `text` in parts, with the telling words and the words looked for marked; it begins near the first that matters. */
export function marked(text, telling, words, whole = false) {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return [text];
  const places = [];
  const find = (word, name) => {
    for (let at = lower.indexOf(word); word && at >= 0; at = lower.indexOf(word, at + word.length)) {
      const end = at + word.length;
      if (name === "found" || !(LETTER.test(lower[at - 1] || "") || LETTER.test(lower[end] || ""))) places.push([at, end, name]);
    }
  };
  for (const word of words) find(word, "found");
  const soughtAt = places.length ? Math.min(...places.map(([at]) => at)) : -1;
  for (const words of telling.map((one) => one.toLowerCase())) {
    for (const piece of lower.includes(words) ? [words] : words.split(/[.;]\s*/).filter((one) => one.length > 3)) find(piece, "telling");
  }
  places.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const firstAt = soughtAt >= 0 ? soughtAt : places.length ? places[0][0] : 0;
  let done = !whole && firstAt > IN_VIEW ? Math.max(0, text.lastIndexOf(" ", firstAt - BEFORE) + 1) : 0;
  const parts = done ? ["\u2026 "] : [];
  for (const [from, to, name] of places) {
    if (from < done) continue;
    if (from > done) parts.push(text.slice(done, from));
    parts.push(make("mark", text.slice(from, to), { class: name }));
    done = to;
  }
  if (done < text.length) parts.push(text.slice(done));
  return parts;
}
