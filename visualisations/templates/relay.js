"use strict";
/* The levels of the relay: one at a time is in the page, the others wait in templates; lane names and dates stay. */
const relay = {
  root: document.getElementById("relay"),
  view: document.getElementById("picture"),
  own: page.own,
  at: 0,
  scale: 1,
  parts: [],
  levels: page.own.levels.map(([key, words, width, left, day, first]) => ({key, words, width, left, day, first})),
  DAY: 86400000,

  dayNumber(iso) { return Date.parse(iso + "T00:00:00Z") / this.DAY; },
  part(name) { return this.root.querySelector(".relay-" + name); },

  /* Make everything as wide as the window gives room for; the whole review is one screen wide. */
  fit() {
    this.scale = Math.max(0.96, this.view.clientWidth / this.own.width);
    const level = this.levels[this.at];
    const sizes = [["dates", level.width, this.own.dates], ["names", this.own.names, this.own.height],
      ["lanes", level.width, this.own.height]];
    for (const [name, width, height] of sizes) {
      const drawn = this.part(name).firstElementChild;
      drawn.setAttribute("width", width * this.scale);
      drawn.setAttribute("height", height * this.scale);
    }
  },
  room() { return this.view.clientWidth - this.own.names * this.scale; },
  /* The day, as a number, at a place across the window, and the other way round. */
  dayAt(across) {
    const level = this.levels[this.at];
    const x = (this.view.scrollLeft + across - this.own.names * this.scale) / this.scale;
    return this.dayNumber(level.first) + (x - level.left) / level.day;
  },
  middleDay() { return this.dayAt(this.own.names * this.scale + this.room() / 2); },
  showDay(day) {
    const level = this.levels[this.at];
    const x = (level.left + (day - this.dayNumber(level.first)) * level.day) * this.scale;
    this.view.scrollLeft = Math.max(0, x - this.room() / 2);
  },

  /* Put another level in place, with the same day in the middle. */
  go(to, day) {
    const next = Math.max(0, Math.min(this.levels.length - 1, to));
    const middle = day === undefined ? this.middleDay() : day;
    if (next !== this.at) {
      const focused = this.root.contains(document.activeElement) && document.activeElement.closest("[data-mark],[data-group]");
      const ids = focused ? marks.idsOf(focused) : [];
      this.at = next;
      this.root.dataset.level = this.levels[next].key;
      const [dates, lanes] = this.parts[next];
      this.part("dates").replaceChildren(dates);
      this.part("lanes").replaceChildren(lanes);
      this.fit();
      marks.find();
      this.pinAgain();
      if (ids.length) this.focusOn(ids[0]);
      document.getElementById("relay-level").textContent = "Shown: " + this.levels[next].words;
    }
    this.buttons();
    this.showDay(middle);
  },
  elementOf(id) {
    return marks.elements.find((element) => marks.idsOf(element).includes(id));
  },
  focusOn(id) {
    const element = this.elementOf(id);
    if (!element) return;
    marks.keepOneInTabOrder(element);
    element.focus({preventScroll: true});
  },
  pinAgain() {
    for (const other of this.root.querySelectorAll("[data-pinned]")) other.removeAttribute("data-pinned");
    if (!panel.pinned) return;
    const element = this.elementOf(panel.pinned.split(" ")[0]);
    if (!element) return;
    panel.pinned = marks.idsOf(element).join(" ");
    element.setAttribute("data-pinned", "");
  },
  buttons() {
    for (const button of this.root.querySelectorAll("[data-zoom]")) {
      const way = Number(button.dataset.zoom);
      const off = way > 0 ? this.at === this.levels.length - 1 : this.at === 0;
      button.setAttribute("aria-disabled", String(off));
    }
  },
  zoom(way, day) { this.go(way === 0 ? 0 : this.at + way, day); },

  /* Show some days: the nearest level that has room for all of them, with their middle in the middle. */
  showDays(first, last) {
    const days = last - first + 1;
    let to = this.levels.length - 1;
    while (to > 0 && this.levels[to].day * this.scale * days > this.room() * 0.9) to -= 1;
    this.go(to, (first + last + 1) / 2);
  },
  period(state) {
    const finding = state.finding && findingById.get(state.finding);
    const days = [];
    if (finding) {
      for (const mark of marks.known.values()) {
        if (mark.marked && !mark.off && mark.first) days.push(this.dayNumber(mark.first), this.dayNumber(mark.last));
      }
      if (!days.length && finding.from) days.push(this.dayNumber(finding.from), this.dayNumber(finding.to || finding.from));
    } else {
      for (const name of ["from", "to"]) if (state[name]) days.push(this.dayNumber(state[name]));
      const level = this.levels[0];
      if (days.length === 1 && state.from) days.push(this.dayNumber(page.review.last || level.first));
      if (days.length === 1) days.push(this.dayNumber(level.first));
    }
    return days.length ? [Math.min(...days), Math.max(...days)] : null;
  },
  asked: "",
  follow(state) {
    const asked = [state.finding, state.from, state.to].join("|");
    if (asked === this.asked) return;
    this.asked = asked;
    const period = this.period(state);
    if (period) this.showDays(period[0], period[1]);
  },

  start() {
    this.parts = this.levels.map((level, place) => (place === 0
      ? [this.part("dates").firstElementChild, this.part("lanes").firstElementChild]
      : [...document.querySelector(`template[data-level="${level.key}"]`).content.children]));
    this.fit();
    this.buttons();
    window.addEventListener("resize", () => { const day = this.middleDay(); this.fit(); this.showDay(day); });
    this.root.addEventListener("click", (event) => {
      const button = event.target.closest("[data-zoom]");
      if (button && button.getAttribute("aria-disabled") !== "true") this.zoom(Number(button.dataset.zoom));
    });
    this.part("lanes").addEventListener("dblclick", (event) => {
      event.preventDefault();
      this.zoom(1, this.dayAt(event.clientX - this.view.getBoundingClientRect().left));
    });
    this.view.addEventListener("keydown", (event) => {
      const way = {"+": 1, "=": 1, "-": -1, "0": 0}[event.key];
      if (way === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const focused = event.target.closest("[data-mark],[data-group]");
      const mark = focused && marks.known.get(marks.idsOf(focused)[0]);
      this.zoom(way, mark && mark.first ? (this.dayNumber(mark.first) + this.dayNumber(mark.last)) / 2 : undefined);
    });
    address.follow((state) => this.follow(state));
  },
};
if (relay.root) relay.start();
