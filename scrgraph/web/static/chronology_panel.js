// The panel of one row: the row as it is, what it was taken to mean, and the means to decide, note and mark it.

import { handsOff, inTurn } from "/static/in_turn.js";
import { act, make, undo } from "/static/workbench.js";
import { marked } from "/static/chronology_look.js";

const DECIDE = "/chronology/decide";

/** `changed` is called after something was decided, `closed` when the panel is closed. */
export class Panel {
  constructor(changed, closed) {
    this.box = document.getElementById("panel");
    this.changed = changed;
    this.names = {};
    this.id = "";
    this.left = null;
    this.drawn = [];
    this.unfolded = new Set(["original"]);
    this.again = inTurn(() => this.lookAgain());
    this.box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      if (this.box.querySelector(".editor")) this.closeEditor();
      else closed();
    });
    this.closed = closed;
    document.addEventListener("undone", () => { if (this.id) this.again(); });
  }

  /** The people and agencies that are offered where names are asked for. */
  know(people, agencies) {
    const names = agencies.map(([, name]) => name);
    this.names = { people: people.map(([, name]) => name), to: names, from: names };
  }

  /** Whether something is being written in it that a new look would lose. */
  get busy() {
    const note = this.box.querySelector("#note");
    return Boolean(this.box.querySelector(".editor") || (note && note.value.trim()));
  }

  async show(id, focus) {
    this.id = id;
    this.drawn = [];
    const shown = this.drawn;
    const answer = await fetch(`/chronology/row.json?id=${encodeURIComponent(id)}`);
    const told = await answer.json();
    if (this.drawn !== shown) return;
    this.box.hidden = false;
    if (answer.ok) this.fill(told);
    else {
      this.drawn = [];
      this.box.replaceChildren(this.head("No such row", ""), make("p", told.error, { class: "wrong" }));
    }
    this.box.scrollTop = 0;
    if (focus) this.box.querySelector("h2").focus();
  }

  /** The same row as it is now, with the focus where it was. */
  async lookAgain() {
    const { id, drawn } = this;
    const answer = await fetch(`/chronology/row.json?id=${encodeURIComponent(id)}`);
    if (!answer.ok) return;
    const told = await answer.json();
    await handsOff();
    if (this.drawn !== drawn) return;
    const kept = document.activeElement?.dataset?.stay;
    const held = this.box.contains(document.activeElement);
    const top = this.box.scrollTop;
    const draft = this.box.querySelector("#note")?.value || "";
    this.fill(told);
    this.box.querySelector("#note").value = draft;
    this.box.scrollTop = top;
    if (held && !this.box.contains(document.activeElement)) {
      (kept && this.box.querySelector(`[data-stay="${kept}"]`) || this.box.querySelector("h2")).focus({ preventScroll: true });
    }
  }

  hide() {
    this.id = "";
    this.drawn = [];
    this.box.hidden = true;
    this.box.replaceChildren();
  }

  head(title, colour) {
    const head = make("div", "", { class: "head" });
    const heading = make("h2", title, { tabindex: "-1", id: "panel-title" });
    if (colour) heading.style.borderLeftColor = colour;
    const close = make("button", "Close", { type: "button", class: "close" });
    close.addEventListener("click", () => this.closed());
    head.append(heading, close);
    return head;
  }

  /** Show the row; of one that is shown already only the parts that have changed are made anew. */
  fill(row) {
    this.row = row;
    const parts = [
      [[row.title, row.agency, row.colour], () => this.head(`${row.title}, ${row.agency}`, row.colour)],
      [row.place, () => make("p", row.place, { class: "quiet" })],
      ["", () => { this.left = make("p", "", { class: "left-out", hidden: "" }); return this.left; }],
      [row.key, () => this.keyButton()],
      [[row.original, row.copy, row.taken.map((one) => one.told)], () => this.original()],
      [[row.taken, row.also], () => this.taken()],
      [row.notes, () => this.notes()],
      [row.findings, () => this.findings()],
      [row.doubts, () => this.doubts()],
      [row.decisions, () => this.decisions()],
    ].map(([told, build]) => [JSON.stringify(told), build]);
    if (!this.drawn.length) this.box.replaceChildren();
    parts.forEach(([told, build], at) => {
      const before = this.drawn[at];
      if (before?.told === told) return;
      const element = build();
      if (before) before.element.replaceWith(element); else this.box.append(element);
      this.drawn[at] = { told, element };
    });
    this.tell?.();
  }

  /** Say that the row itself is not among those shown. */
  leftOut(out) {
    if (!this.left) return;
    this.left.hidden = !out;
    this.left.textContent = out ? "The filter leaves this row out of the list." : "";
  }

  async decide(kind, value, reason = "") {
    await act(DECIDE, { subject: this.row.subject, kind, value, reason });
    await Promise.all([this.again(), this.changed()]);
  }

  keyButton() {
    const { key } = this.row;
    const button = make("button", `${key ? "\u2605" : "\u2606"} Key episode`, { type: "button", "aria-pressed": String(key), "data-stay": "key", class: "mark-key" });
    button.addEventListener("click", () => this.decide("key-episode", key ? "no" : "yes").catch(() => {}));
    return button;
  }

  section(name, title, ...inside) {
    const details = make("details", "", { class: name });
    const summary = make("summary", "");
    summary.append(make("h3", title));
    details.open = this.unfolded.has(name) || !["original", "decisions"].includes(name);
    details.addEventListener("toggle", () => { if (details.open) this.unfolded.add(name); else this.unfolded.delete(name); });
    details.append(summary, ...inside);
    return details;
  }

  original() {
    const { row } = this;
    const telling = row.taken.flatMap((one) => [...one.told.matchAll(/from the words “([^”]+)”/g)].map((found) => found[1]));
    const list = make("dl", "", { class: "cells" });
    for (const [heading, cell] of row.original) {
      const said = make("dd", "", { class: "words" });
      said.append(...(cell ? marked(cell, telling, [], true) : [make("span", "empty", { class: "quiet" })]));
      list.append(make("dt", heading), said);
    }
    const inside = [list];
    if (row.copy) {
      const same = make("p", "It says word for word what another row says, and counts once, as that one: ");
      same.append(make("a", row.copy.place, { href: `#row=${encodeURIComponent(row.copy.id)}` }));
      inside.push(same);
    }
    return this.section("original", "The row as it is", ...inside);
  }

  taken() {
    const list = make("ul", "", { class: "taken" });
    for (const field of this.row.taken) {
      const item = make("li", "", { "data-kind": field.kind });
      const line = make("div", "", { class: "line" });
      const said = make("span", "", { class: "value" });
      said.append(make("b", `${field.name}: `), field.words);
      const change = make("button", "Change", { type: "button", class: "plain", "aria-label": `Change ${field.name}`, "aria-expanded": "false", "data-stay": `change-${field.kind}` });
      change.addEventListener("click", () => this.openEditor(item, field, change));
      line.append(said, change);
      item.append(line);
      if (field.waiting) item.append(make("small", "\u21bb being taken in", { class: "waiting" }));
      if (field.told) item.append(make("small", field.told));
      if (field.kind === "row" && this.row.also) item.append(make("small", `also: ${this.row.also}`));
      list.append(item);
    }
    return this.section("meaning", "What it was taken to mean", list);
  }

  openEditor(item, field, change) {
    const open = item.querySelector(".editor");
    this.closeEditor();
    if (open) return;
    change.setAttribute("aria-expanded", "true");
    const form = make("form", "", { class: "editor" });
    const label = make("label", `${field.name} `);
    let control;
    if (field.choices.length) {
      control = make("select", "", { name: "value" });
      if (!field.choices.some(([value]) => value === field.value)) control.append(make("option", "choose", { value: "" }));
      for (const [value, words] of field.choices) control.append(make("option", words, { value }));
      control.value = field.choices.some(([value]) => value === field.value) ? field.value : "";
    } else {
      control = make("input", "", { name: "value", autocomplete: "off", list: `names-${field.kind}` });
      control.value = field.value;
      const names = make("datalist", "", { id: `names-${field.kind}` });
      for (const name of this.names[field.kind] || []) names.append(make("option", "", { value: name }));
      form.append(names);
    }
    label.append(control);
    form.append(label);
    if (field.hint) {
      form.append(make("small", field.hint, { id: "hint" }));
      control.setAttribute("aria-describedby", "hint");
    }
    const why = make("label", "Why (kept with it, may stay empty) ");
    const reason = make("input", "", { name: "reason", autocomplete: "off" });
    why.append(reason);
    const buttons = make("p", "");
    const cancel = make("button", "Leave it", { type: "button" });
    cancel.addEventListener("click", () => this.closeEditor());
    buttons.append(make("button", "Keep", { class: "first" }), " ", cancel);
    form.append(why, buttons);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      change.focus({ preventScroll: true });
      this.decide(field.kind, control.value, reason.value).catch(() => control.focus());
    });
    item.append(form);
    control.focus();
  }

  closeEditor() {
    const editor = this.box.querySelector(".editor");
    if (!editor) return;
    const change = editor.parentElement.querySelector("[aria-expanded]");
    editor.remove();
    change.setAttribute("aria-expanded", "false");
    change.focus();
  }

  notes() {
    const list = make("ul", "", { class: "notes" });
    for (const note of this.row.notes) list.append(this.madeItem(note, "Take this note back"));
    const form = make("form", "", { class: "new-note" });
    const label = make("label", this.row.notes.length ? "A further note" : "A note on this row", { for: "note" });
    const text = make("textarea", "", { id: "note", rows: "2", "data-stay": "note" });
    form.append(label, text, make("button", "Keep the note"));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const words = text.value;
      text.value = "";
      text.focus();
      this.decide("note", "comment", words).catch(() => { text.value = words; });
    });
    return this.section("comments", "Notes", ...(this.row.notes.length ? [list] : []), form);
  }

  madeItem(made, undoing) {
    const item = make("li", "");
    item.append(make("span", made.words, { class: "words" }));
    const by = make("small", `${made.by}, ${made.when}${made.reason ? `: ${made.reason}` : ""}${made.waiting ? " · being taken in" : ""} `);
    const button = make("button", "Undo", { type: "button", class: "plain", "aria-label": `${undoing}: ${made.words}` });
    button.addEventListener("click", () => undo([made.id]).then(() => this.changed(), () => {}));
    by.append(button);
    item.append(by);
    return item;
  }

  findings() {
    const { findings } = this.row;
    const list = make("ul", "", { class: "rests" });
    for (const one of findings) {
      const item = make("li", "");
      item.append(make("a", one.statement, { href: `/findings#finding-${encodeURIComponent(one.id)}` }), make("small", one.strength));
      list.append(item);
    }
    const title = findings.length ? `${findings.length} ${findings.length === 1 ? "finding rests" : "findings rest"} on it` : "No finding rests on it";
    return this.section("findings", title, ...(findings.length ? [list] : []));
  }

  doubts() {
    const { doubts } = this.row;
    if (!doubts.length) return make("span", "", { hidden: "" });
    const list = make("ul", "", { class: "rests" });
    for (const one of doubts) {
      const item = make("li", "");
      item.append(make("a", one.question, { href: `/doubts?at=${encodeURIComponent(one.id)}` }), make("small", one.because));
      list.append(item);
    }
    return this.section("doubts", `${doubts.length} ${doubts.length === 1 ? "doubt" : "doubts"} about it`, list);
  }

  decisions() {
    if (!this.row.decisions.length) return make("span", "", { hidden: "" });
    const list = make("ul", "", { class: "notes" });
    for (const one of this.row.decisions) list.append(this.madeItem(one, "Undo"));
    return this.section("decisions", "What you have decided about it", list);
  }
}
