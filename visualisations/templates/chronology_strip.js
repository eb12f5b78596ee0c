"use strict";
/* The strip above the rows: each period is a button that goes to its first row; it shows where the reader is. */
const chronologyStrip = {
  bins: [...document.querySelectorAll("#strip-box [data-bin]")],
  mark: document.getElementById("strip-here"),
  /* The period a day stands in. */
  binOf(day) {
    let [low, high] = [0, own.periods.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (own.periods[middle][0] <= day) low = middle; else high = middle - 1;
    }
    return low;
  },
  rowBin: [],
  /* What is left of each period under the filters, and where the rows of a finding are. */
  set(shown, finding) {
    if (!this.bins.length) return;
    const counts = this.bins.map(() => ({rows: 0, agencies: new Set(), findings: new Set(), here: false}));
    for (const n of shown) {
      const row = rows[n];
      if (!row.first) continue;
      const count = counts[this.rowBin[n]];
      count.rows += 1;
      count.agencies.add(row.place < 0 ? page.agencies.length : row.place);
      for (const one of row.findings) count.findings.add(one);
      if (finding && row.findings.includes(finding.n)) count.here = true;
    }
    this.bins.forEach((bin, at) => {
      const {rows: number, agencies, findings: found, here} = counts[at];
      bin.classList.toggle("has-rows", here);
      for (const part of bin.querySelectorAll("[data-agency]")) part.classList.toggle("left-out", !agencies.has(Number(part.dataset.agency)));
      const bars = bin.querySelector("[data-findings]");
      if (bars) bars.classList.toggle("left-out", !found.size);
      bin.setAttribute("aria-label", `${own.periods[at][1]}${own.periods[at][2] ? " (summary period)" : ""}: ${several(number, "row")}, ${several(found.size, "finding")}${here ? ", rows of this finding" : ""}`);
    });
    this.here();
  },
  /* Put the frame round the periods of the rows on screen. */
  here() {
    if (!this.mark) return;
    const on = list.onScreen();
    const dated = on ? [rows[on[0]], rows[on[1]]].filter((row) => row.first) : [];
    this.mark.setAttribute("visibility", dated.length ? "visible" : "hidden");
    if (!dated.length) return;
    const [from, to] = [dated[0], dated[dated.length - 1]].map((row) => this.bins[this.rowBin[row.n]].lastElementChild);
    const x = Number(from.getAttribute("x"));
    this.mark.setAttribute("x", x - 1);
    this.mark.setAttribute("width", Math.max(3, Number(to.getAttribute("x")) + Number(to.getAttribute("width")) - x + 2));
  },
  go(bin) {
    const at = Number(bin.dataset.bin);
    const n = list.shown.find((row) => rows[row].first && this.rowBin[row] >= at);
    if (n !== undefined) list.go(n, "start", false);
  },
  keep(bin) {
    for (const other of this.bins) other.setAttribute("tabindex", other === bin ? "0" : "-1");
  },
  listen() {
    if (!this.bins.length) return;
    this.rowBin = rows.map((row) => (row.first ? this.binOf(row.first) : -1));
    for (const bin of this.bins) bin.setAttribute("role", "button");
    this.keep(this.bins[0]);
    const box = document.getElementById("strip-box");
    const hover = document.getElementById("hover");
    const of = (event) => event.target.closest("[data-bin]");
    const say = (bin, x, y) => {
      hover.replaceChildren(made("strong", bin.getAttribute("aria-label")));
      hover.hidden = false;
      hover.style.left = `${Math.max(4, Math.min(x + 12, window.innerWidth - hover.offsetWidth - 8))}px`;
      hover.style.top = `${y + 16}px`;
    };
    box.addEventListener("pointermove", (event) => { if (of(event)) say(of(event), event.clientX, event.clientY); else hover.hidden = true; });
    box.addEventListener("pointerleave", () => { hover.hidden = true; });
    box.addEventListener("focusout", () => { hover.hidden = true; });
    box.addEventListener("click", (event) => { if (of(event)) { this.keep(of(event)); this.go(of(event)); } });
    box.addEventListener("keydown", (event) => {
      const bin = of(event);
      if (!bin) return;
      const at = Number(bin.dataset.bin);
      const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: this.bins.length - 1}[event.key];
      if (event.key === "Enter" || event.key === " ") this.go(bin);
      else if (to === undefined) return;
      event.preventDefault();
      const next = this.bins[to];
      if (!next) return;
      this.keep(next);
      next.focus();
      const {right, bottom} = next.getBoundingClientRect();
      say(next, right, bottom);
    });
  },
};
