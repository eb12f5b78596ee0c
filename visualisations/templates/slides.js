"use strict";
/* One slide at a time, by keys, buttons and address. Without this the slides stand below each other. */
const slides = [...document.querySelectorAll(".slide")];
const place = document.getElementById("place");
const before = document.getElementById("before");
const after = document.getElementById("after");
let shown = 0;

function show(number, focus) {
  shown = Math.max(0, Math.min(slides.length - 1, number));
  slides.forEach((slide, index) => { slide.hidden = index !== shown; });
  place.textContent = `Slide ${shown + 1} of ${slides.length}`;
  before.setAttribute("aria-disabled", String(shown === 0));
  after.setAttribute("aria-disabled", String(shown === slides.length - 1));
  window.scrollTo(0, 0);
  if (focus) slides[shown].querySelector("h1, h2").focus({ preventScroll: true });
}

function go(number, focus = true) {
  show(number, focus);
  history.replaceState(null, "", `#${slides[shown].id}`);
}

function addressed() {
  const wanted = slides.findIndex((slide) => `#${slide.id}` === location.hash);
  return wanted < 0 ? null : wanted;
}

const KEYS = {
  ArrowRight: () => shown + 1,
  PageDown: () => shown + 1,
  ArrowLeft: () => shown - 1,
  PageUp: () => shown - 1,
  Home: () => 0,
  End: () => slides.length - 1,
};
document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !(event.key in KEYS)) return;
  event.preventDefault();
  go(KEYS[event.key]());
});
before.addEventListener("click", () => go(shown - 1, false));
after.addEventListener("click", () => go(shown + 1, false));
window.addEventListener("hashchange", () => {
  const wanted = addressed();
  if (wanted !== null) show(wanted, true);
});

/* On paper every hint stands open. */
let closed = [];
window.addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details:not([open])")];
  for (const hint of closed) hint.open = true;
});
window.addEventListener("afterprint", () => {
  for (const hint of closed) hint.open = false;
});

document.getElementById("paging").hidden = false;
document.querySelector(".keys").hidden = false;
document.body.classList.add("paged");
show(addressed() ?? 0, false);
