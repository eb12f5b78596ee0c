// People: what is decided is kept, then the same page is shown again in place, with Undo in the bar.
import { act, undo } from "/static/workbench.js";
import { showInPlace } from "/static/in_place.js";

async function again(mark) {
  const at = window.scrollY;
  if (!(await showInPlace(location.pathname + location.search, { keepAddress: true }))) return;
  (mark && document.querySelector(mark) || document.getElementById("screen")).focus({ preventScroll: true });
  window.scrollTo(0, at);
}

async function keep(url, body) {
  try {
    await act(url, body);
  } catch (refused) {
    return;
  }
  await again();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.undoOne) undo([button.dataset.undoOne]).catch(() => {});
  else if (button.dataset.do) keep(button.dataset.do, JSON.parse(button.dataset.send));
});
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.id === "put-right") {
    event.preventDefault();
    const was = {}, now = {};
    for (const field of form.querySelectorAll("[data-was]")) {
      was[field.name] = field.dataset.was;
      now[field.name] = field.value;
    }
    keep("/people/put-right", { person_id: form.dataset.person, was, now, reason: form.elements.reason.value });
  } else if (form.dataset.do) {
    event.preventDefault();
    keep(form.dataset.do, Object.fromEntries(new FormData(form)));
  }
});
document.addEventListener("undone", () => again().catch(() => {}));
document.addEventListener("input", (event) => {
  const table = event.target.dataset.filters && document.getElementById(event.target.dataset.filters);
  if (!table) return;
  const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of table.tBodies[0].rows) {
    const text = row.textContent.toLowerCase();
    row.hidden = !words.every((word) => text.includes(word));
    if (!row.hidden) shown += 1;
  }
  document.getElementById("found").textContent = words.length ? `${shown} of ${table.tBodies[0].rows.length}` : "";
});
