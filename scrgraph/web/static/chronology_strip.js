// The years at a glance: how many rows each month has, the two periods as bands, key episodes, and what is in view.

const SVG = "http://www.w3.org/2000/svg";
const HIGH = 58, BARS = 30, BAND = 12, GAP = 2;
const CALLED = { detailed: "detailed", summary: "summary" };

function svg(name, attributes = {}, text = "") {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text) element.textContent = text;
  return element;
}

/** The months since year 0, with the part of the month gone. */
function monthOf(day) {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
function exactly(day, after = 0) {
  return monthOf(day) + (Number(day.slice(8)) - 1 + after) / 31;
}

/** `go` is called with the day that was clicked at, as YYYY-MM. */
export class Strip {
  constructor(go) {
    this.box = document.getElementById("strip");
    this.rows = null;
    this.shown = [];
    this.view = null;
    this.box.addEventListener("click", (event) => {
      if (!this.rows || !this.months) return;
      const at = Math.floor(this.from + (event.clientX - this.box.getBoundingClientRect().left) / this.wide);
      go(`${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`);
    });
    new ResizeObserver(() => this.draw()).observe(this.box);
  }

  /** Show the months of the rows with these numbers, when there is time to. */
  set(rows, shown) {
    this.rows = rows;
    this.shown = shown;
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => setTimeout(() => { this.waiting = false; this.draw(); }));
  }

  draw() {
    if (!this.rows) return;
    this.count();
    const { dated, all, to } = this;
    this.box.hidden = !dated.length;
    if (!dated.length) return;
    const width = this.box.clientWidth;
    this.wide = width / this.months;
    const x = (month) => ((month - this.from) * this.wide).toFixed(1);
    const some = this.counts(this.shown.map((n) => this.rows.all[n]).filter((row) => row.first));
    const most = Math.max(...all);
    const picture = svg("svg", { width, height: HIGH, viewBox: `0 0 ${width} ${HIGH}`, role: "img", "aria-label": this.account() });
    for (const name of ["summary", "detailed"]) this.band(picture, name, this.rows.periods[name], x, to, width);
    picture.append(svg("path", { d: this.bars(all, most), class: "all" }), svg("path", { d: this.bars(some, most), class: "shown" }));
    const every = [1, 2, 5, 10, 20].find((years) => (12 * years * this.wide) > 44) || 50;
    for (let year = Math.ceil(this.from / 12); year * 12 < to; year += 1) {
      if (year % every) continue;
      picture.append(svg("line", { x1: x(year * 12), x2: x(year * 12), y1: 0, y2: BARS, class: "tick" }));
      if (width - x(year * 12) > 32) picture.append(svg("text", { x: Number(x(year * 12)) + 3, y: 10 }, String(year)));
    }
    for (const row of dated) {
      if (row.key) picture.append(svg("text", { x: x(exactly(row.first)), y: BARS - 1, class: "star", "text-anchor": "middle" }, "\u2605"));
    }
    this.here = svg("rect", { y: 0.75, height: BARS - 0.75, class: "here" });
    picture.append(this.here);
    this.box.replaceChildren(picture);
    this.mark(this.view);
  }

  /** The months there are and the rows of each, once for all that is shown until something is decided. */
  count() {
    if (this.counted === this.rows.changed) return;
    this.counted = this.rows.changed;
    this.dated = this.rows.all.filter((row) => row.first);
    this.from = this.dated.reduce((least, row) => Math.min(least, monthOf(row.first)), Infinity);
    this.to = this.dated.reduce((most, row) => Math.max(most, monthOf(row.last)), 0) + 1;
    this.months = Math.max(0, this.to - this.from);
    this.all = this.dated.length ? this.counts(this.dated) : [];
  }

  counts(rows) {
    const counts = new Array(this.months).fill(0);
    for (const row of rows) counts[monthOf(row.first) - this.from] += 1;
    return counts;
  }

  bars(counts, most) {
    const wide = Math.max(0.5, this.wide - (this.wide > 4 ? 1 : 0));
    return counts.map((count, at) => {
      if (!count) return "";
      const high = Math.max(2, (count / most) * (BARS - 12));
      return `M${(at * this.wide).toFixed(1)},${BARS}v${(-high).toFixed(1)}h${wide.toFixed(1)}V${BARS}z`;
    }).join("");
  }

  band(picture, name, period, x, to, width) {
    if (!period || (!period.from && !period.to)) return;
    const left = Math.max(0, period.from ? Number(x(exactly(period.from))) : 0);
    const right = Math.min(width, period.to ? Number(x(exactly(period.to, 1))) : Number(x(to)));
    if (right <= left) return;
    const y = BARS + GAP + (name === "detailed" ? 0 : BAND + 1);
    picture.append(svg("rect", { x: left, y, width: right - left, height: BAND, class: `band ${name}` }));
    if (right - left > 52) picture.append(svg("text", { x: left + 4, y: y + BAND - 2.5, class: `on ${name}` }, CALLED[name]));
  }

  /** Mark the rows in view, the first and the last. */
  mark(view) {
    this.view = view;
    if (!this.here || !view || !view[0].first) { this.here?.setAttribute("width", 0); return; }
    const from = (monthOf(view[0].first) - this.from) * this.wide;
    const last = view[1].first || view[0].first;
    this.here.setAttribute("x", Math.max(0.75, from));
    this.here.setAttribute("width", Math.max(4, (monthOf(last) + 1 - this.from) * this.wide - from - 1.5));
  }

  account() {
    const period = (name) => {
      const given = this.rows.periods[name];
      if (!given || (!given.from && !given.to)) return `no ${CALLED[name]} period is set`;
      return `the ${CALLED[name]} period runs from ${given.from || "the beginning"} to ${given.to || "the end"}`;
    };
    return `The rows by month; ${period("detailed")}; ${period("summary")}.`;
  }
}
