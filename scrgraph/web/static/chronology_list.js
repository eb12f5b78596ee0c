// The list of rows in a window: only what is in view, and a little before and after, is in the page.

import { headingElement, rowElement } from "/static/chronology_look.js";

const SPARE = 6;
const PART_WORDS = { detailed: "detailed period", summary: "summary period", outside: "outside the two periods", undated: "", whole: "" };

/** Whether an item is the heading of a month, not a row. */
function isMonth(item) {
  return item?.count !== undefined;
}

/** `kinds` are the words for kinds of event, `open` is called with a row that is opened. */
export class List {
  constructor(kinds, open) {
    this.grid = document.getElementById("grid");
    this.body = document.getElementById("body");
    this.look = { kinds, agencies: [] };
    this.open = open;
    this.rows = null;
    this.items = [];
    this.shown = [];
    this.placeOf = new Int32Array(0);
    this.tops = new Float64Array(1);
    this.placed = new Map();
    this.active = -1;
    this.opened = "";
    this.rowHigh = 0;
    this.headHigh = 0;
    this.moved = () => {};
    this.listen();
  }

  /** Show the rows with these numbers, under their months; the row at the top stays where it is. */
  set(rows, shown, words) {
    const kept = this.anchor();
    const hadFocus = this.body.contains(document.activeElement);
    if (this.rows && this.rows !== rows && this.active >= 0) this.active = rows.byId.get(this.rows.all[this.active].id)?.n ?? -1;
    this.rows = rows;
    this.look.agencies = rows.agencies;
    this.words = words;
    this.shown = shown;
    this.items = [];
    this.placeOf = new Int32Array(rows.all.length).fill(-1);
    let group = null;
    for (const n of shown) {
      const row = rows.all[n];
      if (!group || group.month !== row.month || group.part !== row.part) {
        group = { month: row.month, part: row.part, count: 0, words: PART_WORDS[row.part] };
        this.items.push(group);
      }
      group.count += 1;
      this.placeOf[n] = this.items.length;
      this.items.push(row);
    }
    this.grid.setAttribute("aria-rowcount", String(this.items.length + 1));
    document.getElementById("none").hidden = shown.length > 0;
    this.body.replaceChildren();
    this.placed.clear();
    if (!this.rowHigh) this.measure();
    this.place();
    this.restore(kept);
    this.fill();
    if (hadFocus) this.rowToTab()?.focus({ preventScroll: true });
  }

  /** What has changed of the rows shown is shown anew, where they stand. */
  renew() {
    const focused = document.activeElement.closest?.("[data-n]")?.dataset.n;
    this.body.replaceChildren();
    this.placed.clear();
    this.fill();
    if (focused) this.element(Number(focused))?.focus({ preventScroll: true });
  }

  /** The heights of rows and headings, as the style sheet has them now. */
  measure() {
    const style = getComputedStyle(this.grid);
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.rowHigh = parseFloat(style.getPropertyValue("--row")) * rem;
    this.headHigh = parseFloat(style.getPropertyValue("--month")) * rem;
  }

  /** Where each item begins. */
  place() {
    this.tops = new Float64Array(this.items.length + 1);
    for (let at = 0; at < this.items.length; at += 1) {
      this.tops[at + 1] = this.tops[at] + (isMonth(this.items[at]) ? this.headHigh : this.rowHigh);
    }
    this.body.style.height = `${this.tops[this.items.length]}px`;
  }

  /** The place of the item at a height. */
  at(y) {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.tops[middle + 1] > y) high = middle; else low = middle + 1;
    }
    return low;
  }

  get headsHigh() {
    return this.body.offsetTop;
  }

  /** The places of the first and last item in view. */
  inView() {
    const top = this.grid.scrollTop;
    const high = this.grid.clientHeight - this.headsHigh;
    return [this.at(top), Math.min(this.items.length - 1, this.at(top + high - 1))];
  }

  /** The row at the top of the view and how far it is scrolled, to find it again. */
  anchor() {
    if (!this.items.length) return null;
    const top = this.grid.scrollTop;
    let place = this.at(top);
    while (place < this.items.length && isMonth(this.items[place])) place += 1;
    return place < this.items.length ? { id: this.items[place].id, by: this.tops[place] - top } : null;
  }

  restore(kept) {
    if (!kept || !this.items.length) return;
    const wanted = this.rows.byId.get(kept.id)?.n ?? 0;
    const first = this.shown.find((n) => n >= wanted);
    const place = first === undefined ? this.items.length - 1 : this.placeOf[first];
    this.grid.scrollTop = this.tops[place] - (first === wanted ? kept.by : this.headHigh);
  }

  /** Put what is in view into the page, and take out what is far from it. */
  fill() {
    const [from, to] = this.inView();
    const first = Math.max(0, from - SPARE);
    const last = Math.min(this.items.length - 1, to + SPARE);
    const focused = document.activeElement.closest?.("[data-place]");
    for (const [place, element] of this.placed) {
      if ((place < first || place > last) && element !== focused) {
        element.remove();
        this.placed.delete(place);
      }
    }
    for (let place = first; place <= last; place += 1) {
      if (this.placed.has(place)) continue;
      const element = this.elementOf(place);
      const after = this.placed.get(place - 1);
      if (after && after.parentNode) after.after(element);
      else this.body.insertBefore(element, [...this.body.children].find((one) => Number(one.dataset.place) > place) || null);
      this.placed.set(place, element);
    }
    this.oneInTabOrder();
    this.moved(this.rowsInView());
  }

  rowsInView() {
    const [from, to] = this.inView();
    const seen = this.items.slice(from, to + 1).filter((item) => !isMonth(item));
    return seen.length ? [seen[0], seen[seen.length - 1]] : null;
  }

  elementOf(place) {
    const item = this.items[place];
    const element = isMonth(item) ? headingElement(item) : rowElement(item, this.look, this.words);
    element.dataset.place = place;
    element.setAttribute("aria-rowindex", String(place + 2));
    element.style.transform = `translateY(${this.tops[place]}px)`;
    if (!isMonth(item)) {
      element.dataset.n = item.n;
      element.tabIndex = -1;
      element.setAttribute("aria-selected", String(item.id === this.opened));
    }
    return element;
  }

  element(n) {
    return this.placed.get(this.placeOf[n]);
  }

  /** The row that Tab comes to: the active one where it is in the page, else the first in view. */
  rowToTab() {
    return this.element(this.active) || this.element(this.rowsInView()?.[0].n ?? -1);
  }

  oneInTabOrder() {
    const wanted = this.rowToTab();
    for (const element of this.placed.values()) {
      if (element.dataset.n) element.tabIndex = element === wanted ? 0 : -1;
    }
  }

  /** Bring a row into view and make it the active one; with `focus`, go to it. False where it is not shown. */
  go(n, focus = true, middle = false) {
    const place = this.placeOf[n] ?? -1;
    if (place < 0) return false;
    this.active = n;
    const top = this.tops[place];
    const high = this.grid.clientHeight - this.headsHigh;
    const now = this.grid.scrollTop;
    if (middle && (top < now || top + this.rowHigh > now + high)) this.grid.scrollTop = top - high / 3;
    else if (top < now) this.grid.scrollTop = Math.max(0, top - (isMonth(this.items[place - 1]) ? this.headHigh : 0));
    else if (top + this.rowHigh > now + high) this.grid.scrollTop = top + this.rowHigh - high;
    this.fill();
    if (focus) this.element(n).focus({ preventScroll: true });
    return true;
  }

  /** Show which row is open. */
  choose(id) {
    this.opened = id;
    for (const element of this.placed.values()) {
      if (element.dataset.n) element.setAttribute("aria-selected", String(this.rows.all[element.dataset.n].id === id));
    }
  }

  /** The next row shown after `n`, by `step` places, at the end the last; -1 where there is none. */
  next(n, step) {
    const at = this.shown.indexOf(n);
    return this.shown[Math.max(0, Math.min(this.shown.length - 1, at + step))] ?? -1;
  }

  listen() {
    let waiting = false;
    this.grid.addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; this.fill(); });
    }, { passive: true });
    new ResizeObserver(() => {
      const kept = this.anchor();
      const before = this.rowHigh;
      this.measure();
      if (before !== this.rowHigh) {
        this.place();
        this.restore(kept);
        this.renew();
      } else this.fill();
    }).observe(this.grid);
    this.body.addEventListener("click", (event) => {
      const row = event.target.closest("[data-n]");
      if (!row || String(window.getSelection())) return;
      this.active = Number(row.dataset.n);
      this.oneInTabOrder();
      this.open(this.rows.all[this.active], false);
    });
    this.body.addEventListener("focusin", (event) => {
      const row = event.target.closest("[data-n]");
      if (row) this.active = Number(row.dataset.n);
      this.oneInTabOrder();
    });
    this.body.addEventListener("keydown", (event) => this.key(event));
  }

  key(event) {
    const row = event.target.closest("[data-n]");
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const n = Number(row.dataset.n);
    const page = Math.max(1, Math.floor((this.grid.clientHeight - this.headsHigh) / this.rowHigh) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    if (event.key === "Enter" || event.key === " ") this.open(this.rows.all[n], true);
    else if (event.key === "Home") this.go(this.shown[0]);
    else if (event.key === "End") this.go(this.shown[this.shown.length - 1]);
    else if (steps[event.key]) this.go(this.next(n, steps[event.key]));
    else return;
    event.preventDefault();
  }
}

