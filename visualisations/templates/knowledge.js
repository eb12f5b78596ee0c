"use strict";
/* The day looked at, the rows and columns that are shown, and what an agency could have known on that day. */
const knowledge = {
  date: document.getElementById("knowledge-on"),
  slide: document.getElementById("knowledge-slide"),
  choice: document.getElementById("knowledge-decision"),
  said: document.getElementById("knowledge-said"),
  days: page.own.days,
  decided: page.own.decided,
  chosen: null,
  opened: "",

  /* The decisions of the day looked at; one that was chosen by itself comes alone. */
  decisionsOn(day) {
    if (this.chosen !== null && this.decided[this.chosen][0] === day) return [this.chosen];
    return this.decided.map((one, place) => place).filter((place) => this.decided[place][0] === day);
  },
  decide(place) {
    this.chosen = place;
    address.set({on: this.decided[place][0]});
  },
  step(way) {
    const day = address.state.on;
    const here = day ? this.decisionsOn(day) : [];
    let next;
    if (here.length) next = way > 0 ? here[here.length - 1] + 1 : here[0] - 1;
    else if (!day) next = way > 0 ? 0 : this.decided.length - 1;
    else {
      const after = this.decided.findIndex(([other]) => other > day);
      next = way > 0 ? after : (after < 0 ? this.decided.length : after) - 1;
    }
    if (next >= 0 && next < this.decided.length) this.decide(next);
  },

  /* Rows are shown whole: a row in which one cell has the words asked for keeps all its cells. */
  showRows(state) {
    looks.rows.forEach((row, r) => {
      const head = looks.element(r);
      const all = [head, ...looks.cells[r].map((cell, c) => looks.element(r, c))];
      const found = all.some((element) => !marks.known.get(element.dataset.mark).off)
        && (!state.topic || row.topic === state.topic);
      head.closest("tr").toggleAttribute("data-none", !found);
      all.forEach((element) => {
        const mark = marks.known.get(element.dataset.mark);
        const other = state.agency && mark.agencies.length && !mark.agencies.includes(state.agency);
        mark.off = !found || Boolean(other);
        element.toggleAttribute("data-off", mark.off);
      });
    });
    const column = page.agencies.find(([id]) => id === state.agency);
    for (const element of looks.table.querySelectorAll("[data-column]")) {
      const mark = marks.known.get(`m0.${element.dataset.column}`);
      element.toggleAttribute("data-none", Boolean(column) && !mark.agencies.includes(state.agency));
    }
    for (const body of looks.table.tBodies) {
      const rows = [...body.querySelectorAll(".row:not([data-none])")];
      body.toggleAttribute("data-none", !rows.length);
      const heading = body.querySelector(".person [data-mark]");
      marks.known.get(heading.dataset.mark).off = !rows.length;
      heading.toggleAttribute("data-off", !rows.length);
      body.querySelector(".number").textContent = several(rows.length, "matter");
    }
    const shown = looks.rows.filter((row, r) => !looks.element(r).closest("tr").hasAttribute("data-none")).length;
    const all = several(looks.rows.length, "matter");
    document.getElementById("counts").textContent = shown === looks.rows.length ? all : `${shown} of ${all}`;
  },
  /* What is asked for is unfolded: rows of a finding, or what a filter has left. */
  unfold(state) {
    const asked = [state.finding, state.person, state.topic, state.words].join("|");
    if (asked === this.opened) return;
    this.opened = asked;
    const narrowed = state.person || state.topic || state.words;
    for (const body of looks.table.tBodies) {
      if (narrowed || body.querySelector("[data-marked]")) this.fold(body, false);
    }
    const first = state.finding && looks.table.querySelector("[data-marked]:not([data-off])");
    if (first) first.scrollIntoView({block: "center", inline: "nearest"});
  },
  fold(body, folded) {
    body.classList.toggle("folded", folded);
    body.querySelector("button").setAttribute("aria-expanded", String(!folded));
  },
  turn(button) {
    this.fold(button.closest("tbody"), button.getAttribute("aria-expanded") === "true");
    marks.keepOneInTabOrder(button);
  },
  showDay(day) {
    this.date.value = day || "";
    const place = day ? this.days.findLastIndex((other) => other <= day) : this.days.length;
    this.slide.value = String(Math.max(0, place));
    this.slide.setAttribute("aria-valuetext", day ? inWords(day) : "everything recorded");
    const here = day ? this.decisionsOn(day) : [];
    this.choice.value = here.length ? String(here[0]) : "";
    const deciding = new Set(here.flatMap((one) => this.decided[one][2]));
    for (const element of looks.table.querySelectorAll("[data-column]")) {
      element.toggleAttribute("data-deciding", deciding.has(Number(element.dataset.column)));
    }
    return deciding;
  },
  /* The sentence above the table: the day, what was decided, and what those agencies could have known by then. */
  tell(state, deciding) {
    const bold = panel.make("strong", state.on ? `By the end of ${inWords(state.on)}` : "Everything recorded is counted.");
    this.said.replaceChildren(bold);
    if (state.on) {
      const words = this.decisionsOn(state.on).map((place) => this.decided[place][1].split(": ").slice(1).join(": "));
      this.said.append(words.length ? ` (${words.join("; ")})` : "");
    }
    const columns = [...deciding];
    page.agencies.forEach(([id], place) => {
      const column = looks.cells[0].findIndex((cell, c) => marks.known.get(`m0.${c}`).agencies.includes(id));
      if (state.agency === id && column >= 0 && !columns.includes(column)) columns.push(column);
    });
    for (const column of columns.slice(0, 3)) {
      const counts = looks.count(column);
      const parts = [[counts.first + counts.later, "recorded by it"], [counts.could, "it could have known at best"],
        [counts.none, "with no record"], [counts.tell, "cannot tell"], [counts.not, "not yet recorded by anyone"]];
      const [, name] = page.agencies.find(([id]) => id === marks.known.get(`m0.${column}`).agencies[0]);
      this.said.append(` ${state.on && column === columns[0] ? "– " : ""}${name}: `
        + parts.filter(([number]) => number).map(([number, words]) => `${number} ${words}`).join(", ") + ".");
    }
    if (state.on && !columns.length) {
      const known = looks.rows.filter((row) => row.first <= state.on).length;
      this.said.append(`: ${known} of ${several(looks.rows.length, "matter")} recorded by any agency. Choose an agency to count what it knew.`);
    }
    if (!columns.length && !state.on) {
      this.said.append(" Choose a day, or a day of decision, to see what could have been known then.");
    }
  },
  show(state) {
    if (this.chosen !== null && this.decided[this.chosen][0] !== state.on) this.chosen = null;
    bar.elements.topic.value = state.topic || "";
    this.showRows(state);
    looks.show(state.on);
    this.tell(state, this.showDay(state.on));
    this.unfold(state);
    marks.keepOneInTabOrder();
  },
  listen() {
    this.slide.max = String(this.days.length);
    this.slide.addEventListener("input", () => { this.chosen = null; address.set({on: this.days[Number(this.slide.value)] || ""}); });
    this.date.addEventListener("change", () => { this.chosen = null; address.set({on: this.date.value}); });
    this.choice.addEventListener("change", () => {
      if (this.choice.value) this.decide(Number(this.choice.value)); else address.set({on: ""});
    });
    for (const button of document.querySelectorAll("[data-step]")) {
      button.disabled = !this.decided.length;
      button.addEventListener("click", () => this.step(Number(button.dataset.step)));
    }
    document.getElementById("knowledge-whole").addEventListener("click", () => { this.chosen = null; address.set({on: ""}); });
    bar.elements.topic.addEventListener("change", () => address.set({topic: bar.elements.topic.value}));
    bar.addEventListener("reset", () => { this.chosen = null; address.set({topic: "", on: ""}); });
    looks.table.addEventListener("click", (event) => {
      if (event.target.closest(".person button")) this.turn(event.target.closest(".person button"));
    });
    looks.table.addEventListener("keydown", (event) => {
      const button = event.target.closest(".person button");
      if (button && (event.key === "Enter" || event.key === " ")) this.turn(button);
    });
  },
};
if (looks.table) {
  knowledge.listen();
  marks.listeners.push((state) => knowledge.show(state));
  marks.apply();
}
