"use strict";
/* The engagement map: the whole time or nearer, and only the person asked for. */
const engagedView = document.getElementById("engaged-view");
const engagedRows = [...document.querySelectorAll("[data-of]")];

function showEngaged(state) {
  const near = state.view === "near";
  if (document.activeElement !== engagedView) engagedView.value = near ? "near" : "";
  for (const view of document.querySelectorAll("[data-view]")) view.hidden = (view.dataset.view === "near") !== near;
  const alone = engagedRows.some((row) => state.person && row.dataset.of === state.person);
  for (const row of engagedRows) row.hidden = alone && row.dataset.of !== "" && row.dataset.of !== state.person;
  marks.keepOneInTabOrder();
}

/* One of several: no number beside it. */
function showCounts() {
  for (const element of marks.elements) {
    const number = element.querySelector("[data-count]");
    if (number && number.textContent === "1") number.textContent = "";
  }
}

engagedView.addEventListener("input", () => address.set({view: engagedView.value}));
marks.listeners.push(showCounts);
showCounts();
address.follow(showEngaged);
