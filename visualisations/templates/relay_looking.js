"use strict";
/* What is pointed at in the relay stands out: its arrow on top, the lanes and contacts at its ends; counts in the key. */
const looking = {
  root: document.getElementById("relay"),
  now: null,
  on(element, how) {
    this.off();
    if (!element || !element.closest(".relay-batons") || element.hasAttribute("data-off")) return;
    this.now = element;
    this.root.classList.add("one");
    element.setAttribute("data-on", "");
    const top = element.parentNode.cloneNode(false);
    const drawn = element.cloneNode(true);
    for (const name of ["data-mark", "data-group", "tabindex", "role", "aria-label", "data-marked"]) drawn.removeAttribute(name);
    top.setAttribute("class", "relay-top");
    top.setAttribute("aria-hidden", "true");
    top.dataset.how = how;
    for (const path of drawn.querySelectorAll("path")) {
      if (path.getAttribute("stroke") === "#fff") continue;
      path.setAttribute("stroke-width", Number(path.getAttribute("stroke-width") || 1.8) * 1.5);
    }
    top.append(drawn);
    element.closest(".relay-batons").append(top);
    for (const lane of element.dataset.ends.split(" ")) {
      for (const part of this.root.querySelectorAll(`[data-lane="${lane}"]`)) part.setAttribute("data-lit", "");
    }
    const rows = new Set(marks.idsOf(element).flatMap((id) => marks.known.get(id).rows));
    for (const other of this.root.querySelectorAll(".relay-contacts :is([data-mark],[data-group])")) {
      const same = marks.idsOf(other).some((id) => marks.known.get(id).rows.some((row) => rows.has(row)));
      if (same) other.setAttribute("data-on", "");
    }
  },
  off() {
    for (const top of this.root.querySelectorAll(".relay-top")) top.remove();
    for (const lit of this.root.querySelectorAll("[data-lit]")) lit.removeAttribute("data-lit");
    for (const on of this.root.querySelectorAll("[data-on]")) on.removeAttribute("data-on");
    this.root.classList.remove("one");
    this.now = null;
  },
  of(event) { return event.target.closest && event.target.closest("[data-mark],[data-group]"); },
  /* What stands out when nothing is pointed at: what has the keyboard, else what is pinned. */
  rest() {
    const focused = document.activeElement && document.activeElement.matches("#relay :focus-visible")
      ? document.activeElement.closest("[data-mark],[data-group]") : null;
    const pinned = this.root.querySelector("[data-pinned]");
    if (focused) this.on(focused, "focus"); else if (pinned) this.on(pinned, "pinned"); else this.off();
  },
  start() {
    marks.root.addEventListener("pointerover", (event) => {
      const element = this.of(event);
      if (element && element !== this.now) this.on(element, "pointer"); else if (!element) this.rest();
    });
    marks.root.addEventListener("pointerleave", () => this.rest());
    for (const name of ["focusin", "focusout", "click"]) marks.root.addEventListener(name, () => this.rest());
    document.addEventListener("keydown", (event) => { if (event.key === "Escape" || event.key === "Enter") this.rest(); });
    marks.listeners.push(() => { this.count(); if (this.now && (!this.now.isConnected || this.now.hasAttribute("data-off"))) this.rest(); });
    this.count();
  },
  count() {
    const found = new Map();
    for (const mark of marks.known.values()) if (!mark.off) found.set(mark.show, (found.get(mark.show) || 0) + 1);
    for (const number of document.querySelectorAll("[data-number-of]")) {
      number.textContent = (found.get(number.dataset.numberOf) || 0).toLocaleString("en-GB");
    }
  },
};
if (looking.root) looking.start();
