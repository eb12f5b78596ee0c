// Doubts by keyboard: a digit answers, s skips, p goes back, u undoes; the question is read out as it comes.
import { act, say, undo } from "/static/workbench.js";
import { showInPlace } from "/static/in_place.js";

const KEYS = "scrgraph-doubts-keys";
const answered = [];
let busy = false;

const doubt = () => document.getElementById("doubt");
const address = (at) => {
  const kind = doubt().dataset.kind;
  const parts = [kind && `kind=${encodeURIComponent(kind)}`, at && `at=${encodeURIComponent(at)}`].filter(Boolean);
  return `/doubts${parts.length ? "?" : ""}${parts.join("&")}`;
};

async function go(at, url = address(at)) {
  if (!(await showInPlace(url))) return;
  keysAsWanted();
  document.getElementById("question").focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

async function once(work) {
  if (busy) return;
  busy = true;
  try {
    await work();
  } finally {
    busy = false;
  }
}

function answer(value) {
  if (!value) return document.getElementById("other")?.focus();
  return once(async () => {
    const { doubt: id, kind } = doubt().dataset;
    const reason = document.getElementById("reason").value;
    try {
      const done = await act("/doubts/answer", { doubt_id: id, answer: value, reason, of_kind: kind });
      answered.push({ decision: done.decisions[0], doubt: id });
      await go(done.next);
    } catch (refused) {
      await seeWhetherOpen();
    }
  });
}

/** Where the doubt shown was answered meanwhile, go on with the next; what is being written is left alone. */
async function seeWhetherOpen() {
  const id = doubt().dataset.doubt;
  const fresh = new DOMParser().parseFromString(await (await fetch(address(id))).text(), "text/html").getElementById("doubt");
  if (fresh && fresh.dataset.doubt !== id) await go(fresh.dataset.doubt);
  return Boolean(fresh) && fresh.dataset.doubt !== id;
}

function undoLast() {
  const last = answered.at(-1);
  const button = document.getElementById("undo-last");
  const id = last?.decision || button?.dataset.undoLast;
  if (!id) return say("There is nothing to undo of this sitting.");
  return once(() => undo([id]).catch(() => {}));
}

document.addEventListener("undone", (event) => {
  const at = answered.findLastIndex((one) => event.detail.includes(one.decision));
  const button = document.getElementById("undo-last");
  const back = at >= 0 ? answered.splice(at, 1)[0].doubt : (button && event.detail.includes(button.dataset.undoLast) ? button.dataset.backTo : "");
  const ofKind = back.startsWith(`${doubt().dataset.kind}-`) || !doubt().dataset.kind;
  go(back, ofKind ? address(back || doubt().dataset.doubt) : `/doubts?at=${encodeURIComponent(back)}`).catch(() => {});
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button, a");
  if (!button || !doubt().contains(button)) return;
  if (button.dataset.answer) answer(button.dataset.answer);
  else if (button.id === "undo-last") undoLast();
  else if (button.id === "skip" || button.id === "previous") {
    event.preventDefault();
    once(() => go("", button.getAttribute("href")));
  }
});
document.addEventListener("submit", (event) => {
  if (event.target.id !== "answers") return;
  event.preventDefault();
  const other = document.getElementById("other");
  if (other) answer(other.value.trim());
});

const wanted = () => document.getElementById("keys").checked;
function keysAsWanted() {
  const box = document.getElementById("keys");
  box.checked = localStorage.getItem(KEYS) !== "no";
  document.body.classList.toggle("no-keys", !box.checked);
}
document.addEventListener("change", (event) => {
  if (event.target.id !== "keys") return;
  localStorage.setItem(KEYS, event.target.checked ? "yes" : "no");
  keysAsWanted();
});
document.addEventListener("keydown", (event) => {
  const field = event.target.closest("input:not([type=checkbox]), select, textarea");
  if (field && event.key === "Escape") return field.blur();
  if (field || !wanted() || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const button = { s: "skip", p: "previous" }[event.key];
  if (/^[1-9]$/.test(event.key)) document.querySelector(`[data-key="${event.key}"]`)?.click();
  else if (button) document.getElementById(button)?.click();
  else if (event.key === "u") undoLast();
  else return;
  event.preventDefault();
});
window.addEventListener("focus", () => {
  const written = document.getElementById("reason")?.value || document.getElementById("other")?.value;
  if (!written && doubt().dataset.doubt) once(() => seeWhetherOpen().then((gone) => gone && say("That doubt was answered in another window."))).catch(() => {});
});

keysAsWanted();
