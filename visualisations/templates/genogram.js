"use strict";
/* The day shown: everything with data-first or data-last is there on its days only. The day stands in the address as "on". */
const genogram = {
  own: page.own,
  root: document.getElementById("genogram"),
  timed: [...document.querySelectorAll("#genogram [data-first], #genogram [data-last]")]
    .map((element) => [element, element.dataset.first || "", element.dataset.last || "9999"]),
  line: document.getElementById("day-line"),
  day: "",
  number(iso) { return Math.round((Date.parse(iso) - Date.parse(this.own.first)) / 86400000); },
  iso(number) { return new Date(Date.parse(this.own.first) + number * 86400000).toISOString().slice(0, 10); },
  inside(iso) { return iso < this.own.first ? this.own.first : iso > this.own.last ? this.own.last : iso; },

  show(state) {
    this.root.classList.toggle("soft", state.deaths === "soft");
    if (bar.elements.deaths.value !== (state.deaths || "")) bar.elements.deaths.value = state.deaths === "soft" ? "soft" : "";
    if (!this.own.dated) return;
    const day = this.inside(state.on || this.own.on);
    if (day === this.day) return;
    this.day = day;
    for (const [element, first, last] of this.timed) {
      if (first <= day && day <= last) element.removeAttribute("display"); else element.setAttribute("display", "none");
    }
    if (this.line) this.line.setAttribute("transform", `translate(${this.own.left + (this.number(day) + .5) * this.own.day_width} 0)`);
    const number = this.number(day);
    if (bar.elements.day.value !== day) bar.elements.day.value = day;
    if (Number(bar.elements.days.value) !== number) bar.elements.days.value = number;
    bar.elements.days.setAttribute("aria-valuetext", inWords(day));
    const before = this.own.changes.filter(([on]) => on <= day).pop();
    document.getElementById("change-words").textContent = !before ? `${inWords(day)}: no change on record yet.`
      : before[0] === day ? `${inWords(day)}: ${before[1]}.`
      : `${inWords(day)}. Last change, ${inWords(before[0])}: ${before[1]}.`;
    document.getElementById("change-before").disabled = !this.own.changes.some(([on]) => on < day);
    document.getElementById("change-after").disabled = !this.own.changes.some(([on]) => on > day);
    if (marks.elements.length) marks.keepOneInTabOrder();
  },

  /* Bring the person asked for, else the index child, into view where the family is wider than the picture. */
  goTo(person) {
    const symbol = marks.elements.find((element) => element.dataset.mark === person && element.closest("#genogram-drawn")
      && element.getClientRects().length);
    if (!symbol || this.root.scrollWidth <= this.root.clientWidth) return;
    const box = symbol.getBoundingClientRect();
    this.root.scrollLeft += box.left + box.width / 2 - this.root.getBoundingClientRect().left - this.root.clientWidth / 2;
  },

  /* As large as fits the picture's width and most of its height, and never so small that text cannot be read. */
  fit() {
    const wide = this.root.clientWidth - 16;
    const scaled = (id, most, high) => {
      const svg = document.querySelector(`#${id} > svg`);
      const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
      const scale = Math.max(.92, Math.min(most, wide / width, Math.max(1, high / height)));
      svg.setAttribute("width", Math.floor(width * scale));
      svg.setAttribute("height", Math.floor(height * scale));
      return height * scale;
    };
    const strip = scaled("genogram-strip", 1.42, Infinity);
    scaled("genogram-drawn", 1.5, this.root.clientHeight - strip - 14);
  },
};
bar.addEventListener("input", (event) => {
  if (event.target.name === "day" && event.target.value) address.set({on: genogram.inside(event.target.value)});
  else if (event.target.name === "days") address.set({on: genogram.iso(Number(event.target.value))});
  else if (event.target.name === "deaths") address.set({deaths: event.target.value});
});
bar.addEventListener("reset", () => address.set({on: "", deaths: ""}));
for (const [id, forward] of [["change-before", false], ["change-after", true]]) {
  const button = document.getElementById(id);
  if (button) button.addEventListener("click", () => {
    const days = genogram.own.changes.map(([on]) => on).filter((on) => (forward ? on > genogram.day : on < genogram.day));
    if (days.length) address.set({on: forward ? days[0] : days[days.length - 1]});
  });
}
window.addEventListener("resize", () => genogram.fit());
genogram.fit();
let wanted = null;
address.follow((state) => {
  genogram.show(state);
  if (wanted === (state.person || "")) return;
  wanted = state.person || "";
  genogram.goTo(state.person || genogram.own.near);
});
