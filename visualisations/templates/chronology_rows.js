"use strict";
/* The rows of the chronology as things with names, and the elements that show them. */
const own = page.own;
const SEEN = [["alone", "\u25c9", "seen alone"], ["seen", "\u25cf", "seen"], ["not", "\u25cb", "not seen"]];
const rows = own.rows.map(([date, first, last, agency, people, ids, kind, how, words, file, place, seen, findings, more], n) => {
  const [doubt, sameAs, agencyText] = more || ["", "", ""];
  const [id, name, letters, colour] = page.agencies[agency] || ["", agencyText || "agency not told", "?", "#6b7280"];
  return {
    n, first, last: last || first, date: date || inWords(first), agency: id, place: agency, name, letters, colour, people,
    ids: ids.map((at) => page.people[at][0]), kind, how: own.hows[how], words, where: `${own.files[file]}, ${place}`,
    file: own.files[file], at: place, seen, findings, doubt, sameAs,
  };
});
const findings = page.findings.map(([id, statement, strength], n) => {
  const [topic, title, certainty] = own.findings[n];
  return {n, id, statement, strength, topic, title: own.titles[title], certainty, rows: []};
});
for (const row of rows) for (const n of row.findings) findings[n].rows.push(row.n);
/* The shared panel knows rows and findings by these. */
page.entries = rows.map((row) => [row.file, row.at, row.date, row.words]);
for (const finding of findings) {
  page.findings[finding.n][5] = finding.rows;
  findingById.get(finding.id).rows = new Set(finding.rows);
}

const made = (name, words, className) => panel.make(name, words, className);
const cell = (className) => {
  const td = made("td", undefined, className);
  td.setAttribute("role", "gridcell");
  return td;
};
/* ``text`` with every place where a word was found inside a mark. */
const withFound = (text, words) => {
  const lower = words.length ? text.toLowerCase() : "";
  if (!words.length || lower.length !== text.length) return [text];
  const places = [];
  for (const word of words) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) places.push([at, at + word.length]);
  }
  places.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const parts = [];
  let done = 0;
  for (const [from, to] of places) {
    if (from < done) continue;
    if (from > done) parts.push(text.slice(done, from));
    parts.push(made("mark", text.slice(from, to)));
    done = to;
  }
  if (done < text.length) parts.push(text.slice(done));
  return parts;
};
const filled = (element, text, words) => {
  element.append(...withFound(text, words));
  return element;
};

const rowElement = (row, words, finding) => {
  const tr = made("tr", undefined, "row");
  tr.setAttribute("role", "row");
  tr.dataset.row = row.n;
  tr.tabIndex = -1;
  const date = filled(cell(), row.date, words);
  if (row.doubt) date.append(made("span", `date in doubt: ${row.doubt}`, "doubt"));
  if (row.first.slice(0, 7) !== row.last.slice(0, 7)) date.append(made("span", `at the earliest ${inWords(row.first)}`, "small"));
  const agency = cell("agency");
  agency.style.borderLeftColor = row.colour;
  agency.append(made("b", row.letters), " ", made("span", row.name, "small inline"));
  const kind = cell();
  kind.append(...withFound(own.kinds[row.kind], words));
  if (row.how) kind.append(" ", filled(made("span", undefined, "small inline"), row.how, words));
  for (const [sign, names] of row.seen) {
    const seen = made("span", `${SEEN[sign][1]} ${SEEN[sign][2]}: `, "seen");
    kind.append(filled(seen, names, words));
  }
  const what = cell("what");
  what.append(...withFound(row.words, words), made("span", row.where, "small"));
  if (row.sameAs) what.append(made("span", `the same words as ${row.sameAs}`, "small"));
  const margin = cell();
  if (finding && row.findings.includes(finding.n)) {
    tr.dataset.ofFinding = "";
    margin.append(made("span", "\u25b6 a row of this finding", "here"));
  }
  if (row.findings.length) margin.append(findingsButton(row));
  tr.append(date, agency, filled(cell(), row.people, words), kind, what, margin);
  return tr;
};

const findingsButton = (row) => {
  const button = made("button", undefined, "how-many");
  button.type = "button";
  button.tabIndex = -1;
  button.setAttribute("aria-expanded", "false");
  const titles = new Map();
  for (const n of row.findings) titles.set(findings[n].title, (titles.get(findings[n].title) || 0) + 1);
  const named = [...titles].slice(0, 3).map(([title, times]) => (times > 1 ? `${title} (${times})` : title));
  const rest = row.findings.length - [...titles].slice(0, 3).reduce((sum, [, times]) => sum + times, 0);
  button.append(made("b", several(row.findings.length, "finding") + ":"), " ",
    made("span", named.join("; ") + (rest ? `; and ${rest} more` : ""), "small inline"));
  return button;
};

/* The findings of a row in full, on a row of their own below it. */
const openedElement = (row, current) => {
  const tr = made("tr", undefined, "opened");
  tr.setAttribute("role", "row");
  const td = cell();
  td.colSpan = 6;
  const list = made("ul");
  for (const n of row.findings) {
    const finding = findings[n];
    const item = made("li", finding.statement);
    if (current && current.n === n) item.dataset.ofFinding = "";
    item.append(made("span", `${finding.title}: ${finding.strength}; ${finding.certainty}`, "small"));
    const link = made("a", `Show ${finding.rows.length === 1 ? "its one row" : `its ${finding.rows.length} rows`}`);
    link.href = "#finding=" + encodeURIComponent(finding.id);
    link.dataset.finding = finding.id;
    item.append(link);
    list.append(item);
  }
  td.append(list);
  tr.append(td);
  return tr;
};

const landmarkElement = ([, date, words, , kind]) => {
  const tr = made("tr", undefined, "landmark");
  tr.setAttribute("role", "row");
  tr.dataset.kind = kind;
  const td = cell();
  td.colSpan = 6;
  td.append(made("span", "\u25c6 "), date + " ", made("b", words));
  tr.append(td);
  return tr;
};

/* What the panel says of a row. */
const told = (row) => ({
  title: `${row.name}, ${row.date}`,
  facts: [
    ["kind", own.kinds[row.kind] + (row.how ? `: ${row.how}` : "")],
    ["people", row.people || "nobody named"],
    ["tells of", row.ids.map((id) => personName.get(id)).join(", ")],
    ...row.seen.map(([sign, names]) => ["child", `${SEEN[sign][1]} ${SEEN[sign][2]}: ${names}`]),
    ["date", row.doubt ? `in doubt: ${row.doubt}` : row.first && row.first !== row.last ? `any day from ${inWords(row.first)} to ${inWords(row.last)}` : ""],
    ["repeats", row.sameAs ? `the words of ${row.sameAs}` : ""],
  ].filter(([, words]) => words),
  rows: [row.n],
});
