// What every screen shares: acts that are kept before they are acknowledged, their undoing, and the bar that tells what goes on.

import { handsOff } from "/static/in_turn.js";

const bar = document.getElementById("bar");
const said = document.getElementById("said");
const undoing = document.getElementById("undo");
const work = document.getElementById("work");
const LOOK_BUSY = 700, LOOK_IDLE = 3000, LONGEST = 160;
let lastDecisions = [];

/** Let the screen be used: until its scripts are there it is inert, as a click on it would be lost. */
export function ready() {
  for (const part of document.querySelectorAll("[inert]")) part.inert = false;
}

/** The header that says which review this window shows, as another may have been opened in another window. */
export function shownReview() {
  return { "x-scrgraph-review": bar.dataset.review };
}

/** Send `body` to `url` and give what was done; an act that fails is said in the bar and throws. */
export async function act(url, body = {}) {
  let answer, done;
  try {
    answer = await fetch(url, {
      method: "POST", headers: { "content-type": "application/json", ...shownReview() }, body: JSON.stringify(body),
    });
    done = await answer.json();
  } catch (gone) {
    return fail("The workbench does not answer. See whether it still runs in the terminal; nothing was kept of this.");
  }
  if (!answer.ok) return fail(done.error || "This could not be done.");
  say(done.said, done.decisions || []);
  look();
  return done;
}

/** Say something in the bar; `decisions` are the ids that Undo takes back, the last first. */
export function say(words, decisions = []) {
  said.textContent = words || "";
  said.classList.remove("wrong");
  lastDecisions = [...decisions];
  undoing.hidden = lastDecisions.length === 0;
}

function fail(words) {
  said.textContent = words;
  said.classList.add("wrong");
  undoing.hidden = true;
  throw new Error(words);
}

/** The data of the page, from its block `data`. */
export function pageData() {
  return JSON.parse(document.getElementById("data").textContent);
}

/** A new element with text; everything shown is text, never markup. */
export function make(name, text = "", attributes = {}) {
  const element = document.createElement(name);
  if (text !== "") element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** Take back decisions, the last first, and tell the screen with the event `undone`. */
export async function undo(ids) {
  for (const id of [...ids].reverse()) await act("/undo", { decision_id: id });
  document.dispatchEvent(new CustomEvent("undone", { detail: ids }));
}

let timer = 0;

async function look() {
  clearTimeout(timer);
  let busy = false;
  try {
    const status = await (await fetch("/status")).json();
    busy = status.reading || status.job !== "" || status.waiting > 0;
    showStatus(status);
    document.dispatchEvent(new CustomEvent("status", { detail: status }));
  } catch (gone) {
    work.textContent = "The workbench does not answer. What was acknowledged is kept; start it again in the terminal.";
  }
  timer = setTimeout(look, busy ? LOOK_BUSY : LOOK_IDLE);
}

function showStatus(status) {
  const far = (what, done, total) => total > 1 ? `${what}: ${done.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")}` : what;
  let words = "";
  if (status.job) words = far(status.job_what || status.job, status.job_done, status.job_total);
  else if (status.reading) words = far(status.what || "Reading the review", status.done, status.total);
  else if (status.trouble) words = status.trouble;
  if (status.waiting && !status.trouble) words += `${words ? " · " : ""}${status.waiting} ${status.waiting === 1 ? "decision is" : "decisions are"} being taken in`;
  if (!words && status.unread.length > LONGEST) words = "The review could not be read. The screen Files says why.";
  if (!words) words = status.unread || "Every decision is taken in.";
  if (work.textContent !== words) work.textContent = words;
  const stop = document.getElementById("stop");
  stop.hidden = !(status.job || status.reading);
  stop.dataset.url = status.job ? "/work/stop-job" : "/work/stop";
  document.getElementById("again").hidden = !status.trouble || status.reading;
  const fresh = document.getElementById("fresh");
  fresh.hidden = String(status.version) === bar.dataset.version;
  if (!fresh.hidden && document.body.dataset.fresh === "at-once") handsOff().then(() => location.reload());
}

undoing.addEventListener("click", () => undo(lastDecisions).catch(() => {}));
document.getElementById("stop").addEventListener("click", (event) => act(event.target.dataset.url).catch(() => {}));
document.getElementById("again").addEventListener("click", () => act("/work/again").catch(() => {}));
document.getElementById("fresh").addEventListener("click", (event) => { event.preventDefault(); location.reload(); });
document.getElementById("author").addEventListener("submit", (event) => {
  event.preventDefault();
  act("/author", { name: event.target.elements.name.value }).catch(() => {});
});
document.getElementById("author-name").addEventListener("change", (event) => {
  act("/author", { name: event.target.value }).catch(() => {});
});

// Buttons and forms that only send: data-act says where to, data-send what, data-then which page follows.
async function send(element, body) {
  try {
    await act(element.dataset.act, body);
  } catch (failed) {
    return;
  }
  if (element.dataset.then === "reload") location.reload();
  else if (element.dataset.then) location.assign(element.dataset.then);
}
document.addEventListener("click", (event) => {
  const undone = event.target.closest("[data-undo]");
  if (undone) undo([undone.dataset.undo]).then(() => location.reload(), () => {});
  const button = event.target.closest("button[data-act]");
  if (button) send(button, JSON.parse(button.dataset.send || "{}"));
});
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.dataset.act) return;
  event.preventDefault();
  send(form, Object.fromEntries(new FormData(form)));
});

look();
