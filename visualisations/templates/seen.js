"use strict";
/* The seen strip: one strip or a row a year, only the child asked for, and each week as the plainest sighting shown. */
const seenView = document.getElementById("seen-view");
const seenChildren = [...document.querySelectorAll("[data-child]")];

function showWeeks() {
  for (const element of marks.elements) {
    const looks = [...element.children].filter((part) => part.dataset.look !== undefined);
    if (!looks.length) continue;
    const told = marks.told(element);
    let chosen = false;
    for (const part of looks) {
      const here = told.filter((mark) => mark.kind === part.dataset.look).length;
      part.toggleAttribute("data-off", chosen || !here);
      chosen = chosen || here > 0;
      const number = part.querySelector("[data-number]");
      if (number) number.textContent = here;
    }
  }
}

function showChildren(state) {
  const alone = seenChildren.some((child) => child.dataset.child === state.person);
  for (const child of seenChildren) child.hidden = alone && child.dataset.child !== state.person;
  const years = state.view === "years";
  if (document.activeElement !== seenView) seenView.value = years ? "years" : "";
  for (const view of document.querySelectorAll("[data-view]")) view.hidden = (view.dataset.view === "years") !== years;
  marks.keepOneInTabOrder();
}

seenView.addEventListener("input", () => address.set({view: seenView.value}));
marks.listeners.push(showWeeks);
showWeeks();
address.follow(showChildren);
