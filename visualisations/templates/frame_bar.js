"use strict";
/* The bar above the picture: it fills its lists, follows the state and changes it. */
const bar = document.getElementById("bar");
const option = (value, words) => {
  const made = document.createElement("option");
  made.value = value;
  made.textContent = words;
  return made;
};
if (bar.elements.person) {
  for (const [id, name, role] of page.people) bar.elements.person.append(option(id, role ? `${name} (${role})` : name));
}
if (bar.elements.agency) for (const [id, name, letters] of page.agencies) bar.elements.agency.append(option(id, `${letters}  ${name}`));
for (const name of ["from", "to"]) {
  if (!bar.elements[name]) continue;
  if (page.review.first) bar.elements[name].min = page.review.first;
  if (page.review.last) bar.elements[name].max = page.review.last;
}
bar.addEventListener("submit", (event) => event.preventDefault());
bar.addEventListener("input", (event) => {
  const name = event.target.name;
  if (["person", "agency", "from", "to", "words"].includes(name)) address.set({[name]: event.target.value.trim()});
  else if (name === "show") address.tell();
});
bar.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const box of bar.querySelectorAll("input[type=checkbox][name=show]")) box.checked = true;
  address.set(Object.fromEntries(["person", "agency", "from", "to", "words", "on", "finding"].map((name) => [name, ""])));
});
const banner = document.getElementById("finding-banner");
banner.querySelector("button").addEventListener("click", () => { address.set({finding: ""}); bar.elements.clear.focus(); });
address.follow((state) => {
  for (const name of ["person", "agency", "from", "to", "words"]) {
    const field = bar.elements[name];
    if (field && document.activeElement !== field && field.value !== (state[name] || "")) field.value = state[name] || "";
  }
  const finding = state.finding ? findingById.get(state.finding) : null;
  banner.hidden = !finding;
  banner.querySelector("span").textContent = finding ? `${finding.statement} (${finding.strength})` : "";
});
