"use strict";
/* Marks: every element with data-mark (one thing) or data-group (several). Filters hide them, pointing and focus tell
   of them, click or Enter pins them; one of them is in the Tab order and the arrow keys go to the others. */
const marks = {
  known: new Map(Object.entries(page.marks).map(([id, [kind, title, facts, rows, people, agencies, first, last, show]]) =>
    [id, {id, kind, title, facts, rows, people, agencies, first, last, show, off: false, marked: false}])),
  root: document.getElementById("picture"),
  hover: document.getElementById("hover"),
  idsOf: (element) => (element.dataset.mark !== undefined ? [element.dataset.mark] : element.dataset.group.split(" ")),
  elements: [],
  listeners: [],

  /* Find the marks in the drawing again, after a picture has put another drawing in place. */
  find() {
    this.elements = [...this.root.querySelectorAll("[data-mark],[data-group]")];
    for (const element of this.elements) {
      element.setAttribute("tabindex", "-1");
      if (!element.hasAttribute("role")) element.setAttribute("role", "button");
    }
    this.apply();
  },

  passes(mark, state, ticked, words) {
    if (state.person && mark.people.length && !mark.people.includes(state.person)) return false;
    if (state.agency && mark.agencies.length && !mark.agencies.includes(state.agency)) return false;
    if (mark.first) {
      if (state.from && mark.last < state.from) return false;
      if (state.to && mark.first > state.to) return false;
    }
    if (mark.show && ticked.has(mark.show) && !ticked.get(mark.show)) return false;
    if (words.length) {
      if (mark.text === undefined) {
        mark.text = [mark.title, ...mark.facts.flat(), ...mark.rows.map((row) => page.entries[row][3])].join("\n").toLowerCase();
      }
      if (!words.every((word) => mark.text.includes(word))) return false;
    }
    return true;
  },

  apply() {
    const state = address.state;
    const ticked = new Map();
    for (const box of document.querySelectorAll("input[type=checkbox][name=show]")) ticked.set(box.value, box.checked);
    const words = (state.words || "").toLowerCase().split(/\s+/).filter(Boolean);
    const finding = state.finding ? findingById.get(state.finding) : null;
    const counted = new Map();
    for (const mark of this.known.values()) {
      mark.off = !this.passes(mark, state, ticked, words);
      mark.marked = Boolean(finding) && mark.rows.some((row) => finding.rows.has(row));
      const count = counted.get(mark.kind) || [0, 0];
      count[1] += 1;
      if (!mark.off) count[0] += 1;
      counted.set(mark.kind, count);
    }
    this.root.classList.toggle("has-finding", Boolean(finding));
    for (const element of this.elements) {
      const shown = this.idsOf(element).map((id) => this.known.get(id)).filter((mark) => mark && !mark.off);
      element.toggleAttribute("data-off", !shown.length);
      element.toggleAttribute("data-marked", shown.some((mark) => mark.marked));
      if (element.dataset.group !== undefined) {
        const number = element.querySelector("[data-count]");
        if (number) number.textContent = shown.length;
        element.setAttribute("aria-label", shown.length === 1 ? shown[0].title : this.countWords(shown));
      } else if (shown.length) element.setAttribute("aria-label", shown[0].title);
    }
    this.counts = counted;
    document.getElementById("counts").textContent = page.kinds
      .filter(([kind]) => counted.has(kind))
      .map(([kind, one, many]) => {
        const [here, all] = counted.get(kind);
        return here === all ? several(all, one, many) : `${here.toLocaleString("en-GB")} of ${several(all, one, many)}`;
      }).join(", ");
    this.keepOneInTabOrder();
    for (const listener of this.listeners) listener(state);
  },

  countWords(shown) {
    const byKind = new Map();
    for (const mark of shown) byKind.set(mark.kind, (byKind.get(mark.kind) || 0) + 1);
    return page.kinds.filter(([kind]) => byKind.has(kind))
      .map(([kind, one, many]) => several(byKind.get(kind), one, many)).join(", ");
  },

  reachable() {
    return this.elements.filter((element) => element.isConnected && !element.hasAttribute("data-off")
      && element.getClientRects().length);
  },
  keepOneInTabOrder(wanted) {
    const current = wanted || this.elements.find((element) => element.getAttribute("tabindex") === "0");
    for (const element of this.elements) if (element.getAttribute("tabindex") === "0") element.setAttribute("tabindex", "-1");
    const chosen = current && !current.hasAttribute("data-off") && current.getClientRects().length ? current : this.reachable()[0];
    if (chosen) chosen.setAttribute("tabindex", "0");
  },

  told(element) {
    return this.idsOf(element).map((id) => this.known.get(id)).filter((mark) => mark && !mark.off);
  },
  tell(element) {
    const things = this.told(element);
    if (things.length) panel.show(things, things.length > 1 ? this.countWords(things) : "");
  },
  point(element, event) {
    const things = this.told(element);
    if (!things.length) return;
    this.hover.replaceChildren(panel.make("strong", things.length > 1 ? this.countWords(things) : things[0].title));
    if (things.length === 1) {
      for (const [term, words] of things[0].facts.slice(0, 9)) this.hover.append(panel.make("span", `${term}: ${words}`));
    }
    this.hover.hidden = false;
    const box = element.getBoundingClientRect();
    const [x, y] = event && event.clientX !== undefined ? [event.clientX, event.clientY] : [box.right, box.bottom];
    const [width, height] = [this.hover.offsetWidth, this.hover.offsetHeight];
    this.hover.style.left = Math.max(4, Math.min(x + 14, window.innerWidth - width - 8)) + "px";
    this.hover.style.top = (y + 16 + height > window.innerHeight ? Math.max(4, y - height - 12) : y + 16) + "px";
    if (!panel.pinned) this.tell(element);
  },
  away() {
    this.hover.hidden = true;
  },
  pin(element) {
    for (const other of this.root.querySelectorAll("[data-pinned]")) other.removeAttribute("data-pinned");
    const name = this.idsOf(element).join(" ");
    if (panel.pinned === name) { panel.clear(); return; }
    panel.pinned = name;
    element.setAttribute("data-pinned", "");
    this.tell(element);
  },
  letGo() {
    for (const other of this.root.querySelectorAll("[data-pinned]")) other.removeAttribute("data-pinned");
    panel.clear();
    this.away();
  },

  /* Right and left go through all marks in the order they are drawn in, so that each can be reached; up and down go to the
     nearest mark above or below, straight ahead before aside. */
  neighbour(element, key) {
    const all = this.reachable();
    if (key === "ArrowLeft" || key === "ArrowRight") return all[all.indexOf(element) + (key === "ArrowLeft" ? -1 : 1)] || null;
    const middle = (mark) => { const box = mark.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]; };
    const [x, y] = middle(element);
    let [best, least] = [null, Infinity];
    for (const other of all) {
      const [otherX, otherY] = middle(other);
      const ahead = (otherY - y) * (key === "ArrowUp" ? -1 : 1);
      const cost = ahead + Math.abs(otherX - x) * 3;
      if (other !== element && ahead > 0.5 && cost < least) [best, least] = [other, cost];
    }
    return best;
  },

  listen() {
    const of = (event) => event.target.closest && event.target.closest("[data-mark],[data-group]");
    this.root.addEventListener("pointermove", (event) => {
      const element = of(event);
      if (element) this.point(element, event); else this.away();
    });
    this.root.addEventListener("pointerleave", () => this.away());
    this.root.addEventListener("click", (event) => {
      const element = of(event);
      if (!element) return;
      this.keepOneInTabOrder(element);
      this.pin(element);
    });
    this.root.addEventListener("focusin", (event) => {
      const element = of(event);
      if (element && element.matches(":focus-visible")) { this.keepOneInTabOrder(element); this.point(element); }
    });
    this.root.addEventListener("focusout", () => this.away());
    this.root.addEventListener("keydown", (event) => {
      const element = of(event);
      if (!element) return;
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); this.pin(element); return; }
      const all = event.key === "Home" || event.key === "End" ? this.reachable() : [];
      const next = event.key.startsWith("Arrow") ? this.neighbour(element, event.key)
        : event.key === "Home" ? all[0] : event.key === "End" ? all[all.length - 1] : null;
      if (!next) return;
      event.preventDefault();
      this.keepOneInTabOrder(next);
      next.focus();
      next.scrollIntoView({block: "nearest", inline: "nearest"});
    });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") this.letGo(); });
  },
};
marks.listen();
marks.find();
address.follow(() => marks.apply());
