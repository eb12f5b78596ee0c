// Shows another state of a screen without leaving it, so that what was said, and Undo, stay in the bar.

import { handsOff, newest } from "/static/in_turn.js";

const asking = newest();

/** Fetch a page of the workbench and put its main part in place of this one's. False where it was not shown. */
export async function showInPlace(url, { keepAddress = false } = {}) {
  const isLast = asking();
  const answer = await fetch(url);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  await handsOff();
  if (!isLast()) return false;
  const main = document.getElementById("main");
  const fresh = page.getElementById("main");
  if (!answer.ok || !fresh || answer.redirected) {
    location.assign(url);
    return false;
  }
  main.replaceChildren(...fresh.childNodes);
  document.title = page.title;
  const bar = page.getElementById("bar");
  if (bar) document.getElementById("bar").dataset.version = bar.dataset.version;
  document.getElementById("fresh").hidden = true;
  if (!keepAddress) history.replaceState(null, "", url);
  return true;
}
