// The findings screen: which findings are shown, which one is chosen, and the keys that go from one to the next.

import { act, make, pageData, ready, undo } from "/static/workbench.js";
import { article, showDecided, showForm, showRows } from "/static/findings_article.js";
import { handsOff, inTurn } from "/static/in_turn.js";

const page = pageData();
const STEP = 40;
const list = document.getElementById("list");
const shown = document.getElementById("shown");
const before = document.getElementById("before");
const more = document.getElementById("more");
const filter = document.getElementById("filter");
const keys = document.getElementById("keys");
const fields = ["words", "topic", "known", "standing", "new"];
const byId = new Map();
let decided = page.decided, token = page.token;
let fits = [], counts = {}, first = 0, last = 0, chosen = "", question = "";

for (const finding of page.findings) {
  const heading = page.questions[finding.q];
  finding.topic = heading.topic;
  finding.search = [finding.statement, finding.people, finding.agencies, finding.days, heading.title]
    .join(" ").toLocaleLowerCase("en-GB");
  byId.set(finding.id, finding);
}

/* The address keeps what is shown, so that the same comes back after the page is loaded again. */
function readAddress() {
  const state = new URLSearchParams(location.hash.slice(1));
  for (const name of fields) {
    const field = filter.elements[name];
    if (field.type === "checkbox") field.checked = state.has(name);
    else field.value = state.get(name) || "";
    if (field.tagName === "SELECT" && field.selectedIndex < 0) field.value = "";
  }
  question = page.questions.some((one) => one.id === state.get("question")) ? state.get("question") : "";
  return state.get("finding") || "";
}

function writeAddress() {
  const state = new URLSearchParams();
  for (const name of fields) {
    const field = filter.elements[name];
    if (field.type === "checkbox" ? field.checked : field.value) state.set(name, field.type === "checkbox" ? "yes" : field.value);
  }
  if (question) state.set("question", question);
  if (chosen) state.set("finding", chosen);
  history.replaceState(null, "", state.size ? `#${state}` : location.pathname);
}

function standingOf(finding) {
  return decided[finding.id]?.standing || "not yet decided";
}

function applyFilter() {
  const words = filter.elements.words.value.toLocaleLowerCase("en-GB").split(/\s+/).filter(Boolean);
  const topic = filter.elements.topic.value, known = filter.elements.known.value;
  const standing = filter.elements.standing.value, fresh = filter.elements.new.checked;
  fits = page.findings.filter((finding) => (!topic || finding.topic === topic)
    && (!known || finding.strength === known)
    && (!question || page.questions[finding.q].id === question)
    && (!fresh || finding.new)
    && (!standing || (standing === "commented" ? decided[finding.id]?.comments.length > 0 : standingOf(finding) === standing))
    && words.every((word) => finding.search.includes(word)));
  counts = {};
  for (const finding of fits) counts[finding.q] = (counts[finding.q] || 0) + 1;
  first = 0;
  last = Math.min(STEP, fits.length);
  const number = (count) => count.toLocaleString("en-GB");
  shown.textContent = fits.length < page.findings.length
    ? `${number(fits.length)} of ${number(page.findings.length)} findings` : `${number(fits.length)} findings`;
  for (const link of document.querySelectorAll("#contents a")) {
    if (question && link.hash === `#question=${encodeURIComponent(question)}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  draw();
}

function draw() {
  list.replaceChildren(...drawn(first, last));
  showEnds();
  mark();
}

/* The findings from one place to another, each under its topic and question. */
function drawn(from, to) {
  const parts = [];
  let above = from > first ? fits[from - 1] : null;
  for (const finding of fits.slice(from, to)) {
    const heading = page.questions[finding.q];
    if (!above || above.topic !== finding.topic) parts.push(make("h2", heading.heading));
    if (!above || above.q !== finding.q) {
      const title = make("h3", heading.title);
      title.append(" ", make("span", heading.of === undefined ? `${counts[finding.q]}` : `${counts[finding.q]} of ${heading.of}`, { class: "quiet" }));
      parts.push(title);
      if (heading.why) parts.push(make("p", heading.why, { class: "why" }));
    }
    parts.push(article(finding, page, decided[finding.id], acts));
    above = finding;
  }
  return parts;
}

function showEnds() {
  before.hidden = first === 0;
  more.hidden = last >= fits.length;
  more.textContent = `Show more (${(fits.length - last).toLocaleString("en-GB")} further)`;
}

function showMore() {
  if (last >= fits.length) return;
  const from = last;
  last = Math.min(last + STEP, fits.length);
  list.append(...drawn(from, last));
  showEnds();
}

function elementOf(id) {
  return document.getElementById(`finding-${id}`);
}

function mark() {
  for (const one of list.querySelectorAll("[aria-current]")) one.removeAttribute("aria-current");
  if (chosen) elementOf(chosen)?.setAttribute("aria-current", "true");
}

/* Choose a finding and bring it into view; one that is filtered out has the filter taken away. */
function choose(id) {
  if (!byId.has(id)) return;
  let at = fits.findIndex((finding) => finding.id === id);
  if (at < 0) {
    filter.reset();
    question = "";
    applyFilter();
    at = fits.findIndex((finding) => finding.id === id);
  }
  if (at < first || at >= last) {
    if (at === last) showMore();
    else {
      first = Math.max(0, at - 5);
      last = Math.min(fits.length, first + STEP);
      draw();
    }
  }
  chosen = id;
  mark();
  writeAddress();
  elementOf(id).focus({ preventScroll: true });
  elementOf(id).scrollIntoView({ block: "nearest" });
}

function step(by) {
  const at = fits.findIndex((finding) => finding.id === chosen);
  const next = at < 0 ? (by > 0 ? first : last - 1) : at + by;
  if (next >= 0 && next < fits.length) choose(fits[next].id);
}

/* What can be done with a finding; each is on disk before it is shown as done. */
const acts = {
  choose(id) {
    if (chosen === id) return;
    chosen = id;
    mark();
    writeAddress();
  },
  async decide(id, what, reason = "") {
    await act("/findings/decide", { finding: id, what, reason });
    await refresh();
    const element = elementOf(id), at = document.activeElement;
    if (element && (at === document.body || element.contains(at))) element.focus({ preventScroll: true });
  },
  async takeBack(ids) {
    await undo(ids);
  },
};

const refresh = inTurn(async () => {
  const answer = await fetch(`/findings/decided?seen=${encodeURIComponent(token)}`);
  if (!answer.ok) return;
  const now = await answer.json();
  await handsOff();
  if (now.token === token || !now.decided) return;
  const changed = new Set([...Object.keys(decided), ...Object.keys(now.decided)]
    .filter((id) => JSON.stringify(decided[id]) !== JSON.stringify(now.decided[id])));
  token = now.token;
  decided = now.decided;
  for (const id of changed) {
    const element = elementOf(id);
    if (element) showDecided(element, byId.get(id), decided[id], acts);
  }
  countStandings();
});

function countStandings() {
  const counts = { accepted: 0, "set aside": 0, commented: 0 };
  for (const finding of page.findings) {
    const told = decided[finding.id];
    if (!told) continue;
    if (told.standing) counts[told.standing] += 1;
    if (told.comments.length) counts.commented += 1;
  }
  counts["not yet decided"] = page.findings.length - counts.accepted - counts["set aside"];
  document.getElementById("standing-counts").textContent =
    `${counts.accepted} accepted, ${counts["set aside"]} set aside, ${counts["not yet decided"]} not yet decided; ${counts.commented} with a comment`;
  for (const option of filter.elements.standing.options) {
    if (option.value) option.textContent = `${option.value[0].toUpperCase()}${option.value.slice(1)} (${counts[option.value]})`;
  }
}

function onKey(event) {
  if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
  const within = event.target;
  if (within.closest("input, textarea, select, form")) return;
  const onFinding = within.matches("article.finding");
  const element = chosen ? elementOf(chosen) : null;
  const does = {
    j: () => step(1), k: () => step(-1),
    ArrowDown: onFinding ? () => step(1) : null, ArrowUp: onFinding ? () => step(-1) : null,
    "/": () => filter.elements.words.focus(),
    a: element && (() => acts.decide(chosen, "accept").catch(() => {})),
    s: element && (() => showForm(element, byId.get(chosen), "set aside", acts)),
    c: element && (() => showForm(element, byId.get(chosen), "comment", acts)),
    e: element && (() => showRows(element, byId.get(chosen))),
    u: element && (() => decided[chosen] && acts.takeBack([decided[chosen].last]).catch(() => {})),
  }[event.key];
  if (!does) return;
  event.preventDefault();
  does();
}

function changed() {
  chosen = "";
  applyFilter();
  writeAddress();
}

function arrive() {
  const target = document.getElementById(location.hash.slice(1));
  if (target && target.matches("h2")) return target.focus();
  const wanted = readAddress();
  applyFilter();
  if (wanted) choose(wanted);
}

filter.addEventListener("submit", (event) => event.preventDefault());
filter.addEventListener("input", changed);
document.getElementById("all").addEventListener("click", () => { filter.reset(); question = ""; changed(); });
more.addEventListener("click", showMore);
before.addEventListener("click", () => { first = Math.max(0, first - STEP); draw(); });
new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && showMore(), { rootMargin: "600px" }).observe(more);
document.addEventListener("keydown", onKey);
document.addEventListener("undone", () => refresh());
document.addEventListener("status", () => refresh().catch(() => {}));
window.addEventListener("hashchange", arrive);
if (matchMedia("(max-width: 860px)").matches) document.getElementById("questions").open = false;
keys.checked = localStorage.getItem("finding-keys") !== "off";
keys.addEventListener("change", () => localStorage.setItem("finding-keys", keys.checked ? "on" : "off"));
countStandings();
ready();
arrive();
