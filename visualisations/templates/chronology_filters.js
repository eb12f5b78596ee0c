"use strict";
/* Which rows are shown, and stepping through the rows of a finding. */
const kinds = own.kinds.map((words, n) => [words, rows.reduce((sum, row) => sum + (row.kind === n), 0)]);
kinds.forEach(([words, number], n) => bar.elements.kind.append(option(String(n), `${words} (${number.toLocaleString("en-GB")})`)));
own.topics.forEach((words, n) => bar.elements.topic.append(option(String(n), `topic: ${words}`)));
const OWN_FILTERS = ["kind", "seen", "topic"];
const steps = {
  box: document.getElementById("steps"),
  words: document.getElementById("step-words"),
  only: document.getElementById("step-only"),
};

const seenPasses = (row, wanted) => {
  if (wanted === "untold") return !row.seen.length;
  return row.seen.some(([sign]) => SEEN[sign][0] === wanted || (wanted === "seen" && SEEN[sign][0] === "alone"));
};
const passes = (row, state, words, finding) => {
  if (finding && state.only && !row.findings.includes(finding.n)) return false;
  if (state.person && !row.ids.includes(state.person)) return false;
  if (state.agency && row.agency !== state.agency) return false;
  if (row.first && ((state.from && row.last < state.from) || (state.to && row.first > state.to))) return false;
  if (state.kind && row.kind !== Number(state.kind)) return false;
  if (state.seen && !seenPasses(row, state.seen)) return false;
  if (state.topic === "any" ? !row.findings.length : state.topic && !row.findings.some((n) => findings[n].topic === Number(state.topic))) return false;
  if (words.length) {
    if (row.text === undefined) {
      row.text = [row.date, row.people, own.kinds[row.kind], row.how, row.words, ...row.seen.map(([, names]) => names)].join("\n").toLowerCase();
    }
    return words.every((word) => row.text.includes(word));
  }
  return true;
};

const chronology = {
  before: "",
  finding: null,
  follow(state) {
    const wanted = {...state};
    for (const name of OWN_FILTERS) {
      const field = bar.elements[name];
      if (wanted[name] && ![...field.options].some((one) => one.value === wanted[name])) delete wanted[name];
      if (document.activeElement !== field && field.value !== (wanted[name] || "")) field.value = wanted[name] || "";
    }
    const finding = wanted.finding ? findings.find((one) => one.id === wanted.finding) : null;
    const fresh = finding !== this.finding && finding;
    this.finding = finding;
    const words = (wanted.words || "").toLowerCase().split(/\s+/).filter(Boolean);
    const key = JSON.stringify([wanted.person, wanted.agency, wanted.from, wanted.to, words, wanted.kind, wanted.seen, wanted.topic, wanted.finding, wanted.finding && wanted.only]);
    if (key === this.before) return;
    const top = this.before && list.box.scrollTop ? list.onScreen() : null;
    this.before = key;
    const shown = [];
    for (const row of rows) if (passes(row, wanted, words, finding)) shown.push(row.n);
    document.getElementById("none").hidden = shown.length > 0;
    const marks = !shown.length ? [] : own.landmarks.filter(([first, , , people]) =>
      (!wanted.from || first >= wanted.from) && (!wanted.to || first <= wanted.to) &&
      (!wanted.person || !people.length || people.some((at) => page.people[at][0] === wanted.person)));
    list.set(shown, marks, words, finding);
    chronologyStrip.set(shown, finding);
    this.count(shown, wanted);
    steps.box.hidden = !finding;
    steps.only.checked = Boolean(wanted.only);
    if (fresh) this.step(1, true);
    else if (top && shown.length) {
      const at = shown.find((n) => n >= top[0]);
      list.go(at === undefined ? shown[shown.length - 1] : at, "start", false);
    }
    if (finding) this.tell();
  },
  count(shown, state) {
    const all = several(rows.length, "row");
    const undated = shown.filter((n) => !rows[n].first).length;
    const nobody = state.person ? rows.filter((row) => !row.ids.length).length : 0;
    document.getElementById("counts").textContent = [
      shown.length === rows.length ? all : `${shown.length.toLocaleString("en-GB")} of ${all}`,
      undated ? `${undated.toLocaleString("en-GB")} with no date` : "",
      nobody ? `${several(nobody, "row names", "rows name")} nobody` : "",
    ].filter(Boolean).join("; ");
  },
  /* Go to the next row of the finding, or the one before. */
  step(by, first) {
    const {finding} = this;
    if (!finding) return;
    const n = list.next(first ? -1 : list.active, by, (row) => row.findings.includes(finding.n));
    if (n >= 0) {
      list.go(n, "center", false);
      list.choose(list.element(n));
      list.show(n);
    }
    this.tell();
  },
  tell() {
    const {finding} = this;
    const there = finding.rows.filter((n) => list.placeOf[n] >= 0);
    const at = there.indexOf(list.active);
    const hidden = finding.rows.length - there.length;
    steps.words.textContent = (at >= 0 ? `Row ${at + 1} of ${there.length} of this finding` : `${several(there.length, "row")} of this finding`)
      + (hidden ? `; ${hidden} more left out by the filters` : "");
    document.getElementById("step-back").disabled = !there.length || at === 0;
    document.getElementById("step-on").disabled = !there.length || at === there.length - 1;
  },
};
document.getElementById("step-on").addEventListener("click", () => chronology.step(1));
document.getElementById("step-back").addEventListener("click", () => chronology.step(-1));
steps.only.addEventListener("change", () => address.set({only: steps.only.checked ? "1" : ""}));
bar.addEventListener("input", (event) => {
  if (OWN_FILTERS.includes(event.target.name)) address.set({[event.target.name]: event.target.value});
});
bar.addEventListener("reset", () => address.set({kind: "", seen: "", topic: "", only: ""}));
if (rows.length) {
  document.getElementById("details").replaceChildren(made("p", "Click a row, or go to it with the Tab and arrow keys and press Enter, to read here what it says and which findings rest on it. Escape clears this.", "quiet"));
  list.listen();
  chronologyStrip.listen();
  address.follow((state) => chronology.follow(state));
} else document.getElementById("counts").textContent = "no rows";
