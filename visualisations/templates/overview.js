"use strict";
/* The overview: choosing a person, a period or a finding changes the state, which the links to all pictures carry. */
const periods = document.getElementById("periods");
const cells = periods ? [...periods.querySelectorAll("[role=button]")] : [];
const chosenDays = document.getElementById("chosen-days");
const dayNumber = (iso) => Date.parse(iso + "T00:00:00Z") / 86400000;

/* One cell is in the Tab order; the left and right arrow keys go to the others of its row, up and down between rows. */
function stepTo(cell) {
  for (const other of cells) other.setAttribute("tabindex", other === cell ? "0" : "-1");
}
function choose(first, last) {
  const [from, to] = first.dataset.from <= last.dataset.from ? [first.dataset.from, last.dataset.to] : [last.dataset.from, first.dataset.to];
  const same = address.state.from === from && address.state.to === to;
  address.set({from: same ? "" : from, to: same ? "" : to});
}
function cellOf(event) {
  return event.target.closest && event.target.closest("#periods [role=button]");
}
if (periods) {
  const years = cells.filter((cell) => cell.dataset.words.length === 4);
  const months = cells.filter((cell) => cell.dataset.words.length !== 4);
  stepTo(cells[0]);
  let begun = null;
  periods.addEventListener("pointerdown", (event) => { begun = cellOf(event); event.preventDefault(); });
  periods.addEventListener("pointerup", (event) => {
    const ended = cellOf(event);
    if (begun && ended) { stepTo(ended); choose(begun, ended); }
    begun = null;
  });
  periods.addEventListener("keydown", (event) => {
    const cell = cellOf(event);
    if (!cell) return;
    const row = years.includes(cell) ? years : months;
    const place = row.indexOf(cell);
    let next = null;
    if (event.key === "ArrowLeft") next = row[place - 1];
    else if (event.key === "ArrowRight") next = row[place + 1];
    else if (event.key === "ArrowDown" && row === years) next = months.find((month) => month.dataset.from >= cell.dataset.from);
    else if (event.key === "ArrowUp" && row === months) next = years.find((year) => year.dataset.to >= cell.dataset.to);
    else if (event.key === "Home") next = row[0];
    else if (event.key === "End") next = row[row.length - 1];
    else if (event.key === "Enter" || event.key === " ") {
      const from = event.shiftKey && cells.find((other) => other.dataset.from === address.state.from);
      choose(from || cell, cell);
    } else return;
    event.preventDefault();
    if (next) { stepTo(next); next.focus(); }
  });
}

for (const button of document.querySelectorAll("button[data-person]")) {
  button.addEventListener("click", () => {
    address.set({person: address.state.person === button.dataset.person ? "" : button.dataset.person});
  });
}

/* A click or Enter on the mark of a finding chooses it, so that every link shows it; again lets it go. */
function followPin(element) {
  if (!element || element.dataset.mark === undefined) return;
  const mark = marks.known.get(element.dataset.mark);
  if (mark && mark.kind === "finding") address.set({finding: panel.pinned === mark.id ? mark.id : ""});
}
const markOf = (event) => event.target.closest && event.target.closest("[data-mark]");
marks.root.addEventListener("click", (event) => followPin(markOf(event)));
marks.root.addEventListener("keydown", (event) => {
  if (event.key === "Enter" || event.key === " ") followPin(markOf(event));
});

let told = "";
address.follow((state) => {
  for (const button of document.querySelectorAll("button[data-person]")) {
    button.setAttribute("aria-pressed", String(button.dataset.person === state.person));
  }
  for (const row of document.querySelectorAll("[data-agency]")) {
    row.toggleAttribute("data-aside", Boolean(state.agency) && row.dataset.agency !== state.agency);
  }
  for (const cell of cells) {
    cell.setAttribute("aria-pressed", String(cell.dataset.from === state.from && cell.dataset.to === state.to));
  }
  for (const element of marks.elements) {
    element.toggleAttribute("data-chosen", Boolean(state.finding) && marks.idsOf(element).includes(state.finding));
  }
  if (chosenDays) {
    const [first, left, dayWidth, days] = page.own.days;
    const inside = (number) => Math.max(0, Math.min(days, number));
    const from = state.from ? inside(dayNumber(state.from) - dayNumber(first)) : 0;
    const to = state.to ? inside(dayNumber(state.to) - dayNumber(first) + 1) : days;
    const narrowed = state.from || state.to;
    chosenDays.setAttribute("x", left + from * dayWidth);
    chosenDays.setAttribute("width", narrowed ? Math.max(0, (to - from) * dayWidth) : 0);
  }
  if ((state.finding || "") === told) return;
  told = state.finding || "";
  if (told) panel.show([marks.known.get(told)]); else if (!panel.pinned) panel.clear();
});
