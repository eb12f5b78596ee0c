"use strict";
/* The look of every cell on the chosen day: days are compared, nothing is worked out. */
const looks = {
  rows: page.own.rows,
  cells: page.own.cells,
  table: document.getElementById("knowledge"),
  LAST: "9999-12-31",
  element: (row, column) => looks.shown.get(column === undefined ? `m${row}` : `m${row}.${column}`),
  shown: new Map(),

  of(row, cell, day) {
    const [sure, best, until, , own] = cell;
    if (day < row.first) return "not";
    if (sure && day >= sure) return own;
    if (best && day >= best) return "could";
    return until && day <= until ? "none" : "tell";
  },
  words(cell, look) {
    if (look === "first" || look === "later") return cell[5];
    return look === "could" ? cell[6] : page.own.states[look];
  },
  /* Give every cell the look it has on ``day``, and every row what it says at its end. */
  show(day) {
    const asked = day || this.LAST;
    this.rows.forEach((row, r) => {
      let recorded = 0;
      this.cells[r].forEach((cell, c) => {
        const look = this.of(row, cell, asked);
        if (look === "first" || look === "later") recorded += 1;
        const element = this.element(r, c);
        element.dataset.look = look;
        for (const said of element.querySelectorAll("[data-said]")) said.hidden = asked < said.dataset.said;
        const mark = marks.known.get(`m${r}.${c}`);
        mark.title = `${page.agencies.find(([id]) => id === mark.agencies[0])[1]}: ${this.words(cell, look)}`;
        mark.text = undefined;
        element.setAttribute("aria-label", `${mark.title}. ${mark.facts[0][1]}`);
      });
      const [number, span] = this.element(r).closest("tr").querySelector(".reached").children;
      [number.textContent, span.textContent] = row.reached[recorded];
    });
  },
  /* How many of the rows that are shown have each look in a column. */
  count(column) {
    const counts = {first: 0, later: 0, could: 0, none: 0, tell: 0, not: 0};
    this.rows.forEach((row, r) => {
      if (!this.element(r).closest("tr").hasAttribute("data-none")) counts[this.element(r, column).dataset.look] += 1;
    });
    return counts;
  },
};
if (looks.table) {
  for (const element of looks.table.querySelectorAll("[data-mark]")) looks.shown.set(element.dataset.mark, element);
}
