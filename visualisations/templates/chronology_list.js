"use strict";
/* The list of rows: a part a month, filled when it comes near, so that thousands of rows scroll and filter at once. */
const PART = 60;
const KEPT = 900;
const list = {
  box: document.getElementById("list"),
  table: document.getElementById("rows"),
  shown: [],
  placeOf: new Int32Array(0),
  parts: [],
  opened: new Set(),
  active: -1,
  words: [],
  finding: null,
  rowHigh: 58,

  /* Show ``shown`` (row numbers, in order) with ``landmarks`` between them. */
  set(shown, landmarks, words, finding) {
    this.shown = shown;
    this.words = words;
    this.finding = finding;
    this.placeOf = new Int32Array(rows.length).fill(-1);
    shown.forEach((n, place) => { this.placeOf[n] = place; });
    this.parts = [];
    let next = 0;
    const undated = shown.filter((n) => !rows[n].first).length;
    const put = (month, item) => {
      let part = this.parts[this.parts.length - 1];
      if (!part || part.month !== month || part.items.length >= PART) {
        part = {month, items: [], more: Boolean(part && part.month === month), body: null, filled: false, high: 0, rows: 0};
        this.parts.push(part);
      }
      part.items.push(item);
      part.rows += item >= 0;
    };
    /* A landmark in a month with no row stands under the month before it. */
    const months = new Set(shown.map((n) => rows[n].first.slice(0, 7)));
    const putLandmark = () => {
      const month = landmarks[next][0].slice(0, 7);
      const last = this.parts[this.parts.length - 1];
      put(months.has(month) || !last ? month : last.month, -1 - own.landmarks.indexOf(landmarks[next]));
      next += 1;
    };
    for (const n of shown) {
      const {first} = rows[n];
      while (next < landmarks.length && (!first || landmarks[next][0] <= first)) putLandmark();
      put(first.slice(0, 7), n);
    }
    while (next < landmarks.length && !(shown.length && !rows[shown[shown.length - 1]].first)) putLandmark();
    const count = new Map();
    for (const part of this.parts) count.set(part.month, (count.get(part.month) || 0) + part.rows);
    for (const part of this.parts) {
      part.body = made("tbody");
      part.body.setAttribute("role", "rowgroup");
      part.heading = part.month ? monthInWords(Number(part.month.slice(0, 4)), Number(part.month.slice(5)) - 1) : "No date given";
      part.count = part.month ? count.get(part.month) ? several(count.get(part.month), "row") : "" : several(undated, "row with no date", "rows with no date");
      if (part.month && own.periods.length && own.periods[chronologyStrip.binOf(part.month + "-01")][2]) part.count += " \u00b7 summary period";
      this.empty(part);
    }
    this.table.setAttribute("aria-rowcount", shown.length + 1);
    this.table.replaceChildren(this.table.tHead, ...this.parts.map((part) => part.body));
    this.fill();
  },
  empty(part) {
    part.filled = false;
    part.body.replaceChildren();
    part.body.style.height = `${Math.round(part.high || 24 + part.rows * this.rowHigh + (part.items.length - part.rows) * 24)}px`;
  },
  fillPart(part) {
    if (part.filled) return;
    part.filled = true;
    const month = made("tr", undefined, "month");
    month.setAttribute("role", "row");
    const heading = made("th", part.more ? `${part.heading}, continued` : part.heading);
    heading.setAttribute("role", "rowheader");
    heading.colSpan = 6;
    heading.append(made("span", part.count, "small"));
    month.append(heading);
    const all = [month];
    for (const item of part.items) {
      if (item < 0) { all.push(landmarkElement(own.landmarks[-1 - item])); continue; }
      const tr = rowElement(rows[item], this.words, this.finding);
      tr.setAttribute("aria-rowindex", this.placeOf[item] + 2);
      all.push(tr);
      if (item === this.active) this.choose(tr);
      if (this.opened.has(item)) all.push(this.open(tr, item));
    }
    part.body.style.height = "";
    part.body.replaceChildren(...all);
  },
  /* The first part that ends below ``y``. */
  partAt(y) {
    let [low, high] = [0, this.parts.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.parts[middle].body.getBoundingClientRect().bottom > y) high = middle; else low = middle + 1;
    }
    return low;
  },
  /* Fill the parts on screen and a screen above and below; let go of those far away when there are many. */
  fill() {
    if (!this.parts.length) return;
    const [top, bottom] = this.edges();
    const reach = bottom - top;
    for (let turn = 0; turn < 3; turn += 1) {
      let fresh = false;
      for (let at = this.partAt(top - reach); at < this.parts.length; at += 1) {
        const part = this.parts[at];
        if (part.body.getBoundingClientRect().top > bottom + reach) break;
        if (!part.filled) { this.fillPart(part); fresh = true; }
      }
      if (!fresh) break;
    }
    let kept = 0;
    for (const part of this.parts) if (part.filled) kept += part.rows;
    if (kept > KEPT) {
      for (const part of this.parts) {
        if (!part.filled || part.body.contains(document.activeElement)) continue;
        const box = part.body.getBoundingClientRect();
        if (box.bottom > top - 4 * reach && box.top < bottom + 4 * reach) continue;
        part.high = box.height;
        this.empty(part);
      }
    }
    this.keepOneInTabOrder();
    chronologyStrip.here();
  },
  edges() {
    const box = this.box.getBoundingClientRect();
    return [Math.max(0, box.top), Math.min(window.innerHeight, box.bottom)];
  },
  fillAll() { for (const part of this.parts) this.fillPart(part); },
  element(n) { return this.table.querySelector(`tr[data-row="${n}"]`); },
  partOf(n) { return this.parts.find((part) => part.items.includes(n)); },
  /* The first and the last row on screen. */
  onScreen() {
    const [top, bottom] = this.edges();
    const under = top + 46;
    const seen = [];
    for (let at = this.parts.length ? this.partAt(under) : 0; at < this.parts.length; at += 1) {
      const {body} = this.parts[at];
      if (body.getBoundingClientRect().top > bottom) break;
      for (const tr of body.querySelectorAll("tr[data-row]")) {
        const box = tr.getBoundingClientRect();
        if (box.bottom > under && box.top < bottom) seen.push(Number(tr.dataset.row));
      }
    }
    return seen.length ? [seen[0], seen[seen.length - 1]] : null;
  },
  /* Bring a row on screen; ``block`` as in scrollIntoView. */
  go(n, block, focus) {
    const part = this.partOf(n);
    if (!part) return;
    this.fillPart(part);
    const tr = this.element(n);
    tr.scrollIntoView({block});
    this.fill();
    tr.scrollIntoView({block});
    if (focus) tr.focus({preventScroll: true});
  },
  choose(tr) {
    const before = this.table.querySelector("tr[data-chosen]");
    if (before && before !== tr) {
      before.removeAttribute("data-chosen");
      before.tabIndex = -1;
      for (const button of before.querySelectorAll("button")) button.tabIndex = -1;
    }
    this.active = Number(tr.dataset.row);
    tr.dataset.chosen = "";
    tr.tabIndex = 0;
    for (const button of tr.querySelectorAll("button")) button.tabIndex = 0;
  },
  keepOneInTabOrder() {
    const stops = this.table.querySelectorAll('tr[data-row][tabindex="0"]');
    const chosen = this.active >= 0 ? this.element(this.active) : null;
    for (const stop of stops) if (stop !== chosen && stop !== document.activeElement) stop.tabIndex = -1;
    if (chosen) { chosen.tabIndex = 0; return; }
    const here = this.onScreen();
    const first = here ? this.element(here[0]) : this.table.querySelector("tr[data-row]");
    if (first) first.tabIndex = 0;
  },
  open(tr, n) {
    const button = tr.querySelector(".how-many");
    if (button) button.setAttribute("aria-expanded", "true");
    return openedElement(rows[n], this.finding);
  },
  /* Open or close the findings of a row. */
  toggle(n, open) {
    const tr = this.element(n);
    if (!tr || !rows[n].findings.length || this.opened.has(n) === open) return;
    if (open) {
      this.opened.add(n);
      tr.after(this.open(tr, n));
    } else {
      this.opened.delete(n);
      tr.nextElementSibling.remove();
      tr.querySelector(".how-many").setAttribute("aria-expanded", "false");
    }
  },
  /* The next row shown after ``n``, or before it, for which ``holds`` is true. */
  next(n, step, holds) {
    let place = n >= 0 ? this.placeOf[n] : -1;
    if (place < 0) {
      let after = this.shown.findIndex((other) => other > n);
      if (after < 0) after = this.shown.length;
      place = step > 0 ? after - 1 : after;
    }
    for (place += step; place >= 0 && place < this.shown.length; place += step) {
      if (holds(rows[this.shown[place]])) return this.shown[place];
    }
    return -1;
  },
  show(n) {
    panel.pinned = "row " + n;
    panel.show([told(rows[n])]);
  },
  listen() {
    const moving = () => {
      if (this.waiting) return;
      this.waiting = true;
      requestAnimationFrame(() => { this.waiting = false; this.fill(); });
    };
    this.box.addEventListener("scroll", moving, {passive: true});
    window.addEventListener("scroll", moving, {passive: true});
    window.addEventListener("resize", moving);
    window.addEventListener("beforeprint", () => this.fillAll());
    this.table.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-finding]");
      if (link) {
        event.preventDefault();
        address.set({finding: link.dataset.finding});
        return;
      }
      const tr = event.target.closest("tr[data-row]");
      if (!tr) return;
      const n = Number(tr.dataset.row);
      this.choose(tr);
      if (event.target.closest(".how-many")) this.toggle(n, !this.opened.has(n));
      else if (!String(window.getSelection())) this.show(n);
    });
    this.table.addEventListener("focusin", (event) => { if (event.target.matches("tr[data-row]")) this.choose(event.target); });
    this.table.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("keydown", (event) => { if (event.key === "Escape" && panel.pinned) panel.clear(); });
  },
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !event.target.matches("tr[data-row]")) return;
    const n = Number(event.target.dataset.row);
    const any = () => true;
    const has = this.finding ? (row) => row.findings.includes(this.finding.n) : (row) => row.findings.length > 0;
    const steps = {ArrowDown: [n, 1, any], ArrowUp: [n, -1, any], n: [n, 1, has], p: [n, -1, has]};
    let to = -1;
    if (event.key === "Enter" || event.key === " ") this.show(n);
    else if (event.key === "ArrowRight" || event.key === "ArrowLeft") this.toggle(n, event.key === "ArrowRight");
    else if (event.key === "Home") to = this.shown[0];
    else if (event.key === "End") to = this.shown[this.shown.length - 1];
    else if (steps[event.key]) to = this.next(...steps[event.key]);
    else return;
    event.preventDefault();
    if (to >= 0) this.go(to, event.key === "n" || event.key === "p" ? "center" : "nearest", true);
  },
};
