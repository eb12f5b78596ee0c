"use strict";
/* The filter of the findings page. Without it every finding is shown. */
const filter = document.getElementById("filter");
const wordsBox = document.getElementById("words");
const shownWords = document.getElementById("shown");
const strengthBoxes = [...filter.querySelectorAll("input[name=strength]")];
const findings = [...document.querySelectorAll(".finding")].map((element) => ({
  element,
  strength: element.dataset.strength,
  words: [...element.children].filter((part) => !part.matches(".show-in"))
    .map((part) => part.textContent).join(" ").toLocaleLowerCase("en-GB"),
}));

function applyFilter() {
  const wanted = wordsBox.value.toLocaleLowerCase("en-GB").split(/\s+/).filter(Boolean);
  const strengths = new Set(strengthBoxes.filter((box) => box.checked).map((box) => box.value));
  let shown = 0;
  for (const finding of findings) {
    const fits = strengths.has(finding.strength) && wanted.every((word) => finding.words.includes(word));
    finding.element.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  for (const group of document.querySelectorAll(".question, .more, .gaps")) {
    group.hidden = !group.querySelector(".finding:not([hidden])");
  }
  const filtering = wanted.length > 0 || strengths.size < strengthBoxes.length;
  if (wanted.length) {
    for (const folded of document.querySelectorAll(".gaps:not([hidden]), .more:not([hidden])")) folded.open = true;
  }
  shownWords.textContent = filtering ? `${shown} of ${findings.length} findings shown` : "";
}

/* A link to a finding opens the part it is folded in. */
function openTarget() {
  const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const folded = target && target.closest("details");
  if (folded) {
    folded.open = true;
    target.scrollIntoView();
  }
}

let openedForPrint = [];
window.addEventListener("beforeprint", () => {
  openedForPrint = [...document.querySelectorAll("details:not([open])")];
  openedForPrint.forEach((part) => { part.open = true; });
});
window.addEventListener("afterprint", () => openedForPrint.forEach((part) => { part.open = false; }));
window.addEventListener("hashchange", openTarget);
filter.addEventListener("submit", (event) => event.preventDefault());
wordsBox.addEventListener("input", applyFilter);
strengthBoxes.forEach((box) => box.addEventListener("change", applyFilter));
filter.hidden = findings.length === 0;
openTarget();
