// The pictures: one frame, whose picture keeps its own state in its address; the same state stands in this page's.

const frame = document.getElementById("picture");
const tabs = [...document.querySelectorAll(".tabs a")];
const drawing = document.getElementById("drawing");
const alone = document.getElementById("alone");
const saving = document.getElementById("saving");
const bar = document.getElementById("bar");
/** The names of a picture's state and of the fields that they fill in. */
const FIELDS = { on: "on", from: "first", to: "last", person: "person" };
let key = frame.dataset.key, filledIn = "", drawnAt = bar.dataset.drawn, drawn = frame.hasAttribute("src"), going = false;

function place(of) {
  return `/pages/pictures/${of}.html`;
}

/* Where the frame is now: the picture may have led to another by a link of its own, or back to its finding. */
function stateWithin() {
  try {
    const here = frame.contentWindow.location;
    const found = /^\/pages\/(?:pictures\/([a-z]+)|index)\.html$/.exec(here.pathname);
    return found ? { key: found[1] || "", state: here.hash } : null;
  } catch (elsewhere) {
    return null;
  }
}

function follow() {
  const now = going ? null : stateWithin();
  if (!now) return;
  if (now.key === "") {
    const finding = now.state.startsWith("#finding-") ? `#finding=${now.state.slice(9)}` : "";
    location.assign(`/findings${finding}`);
    return;
  }
  if (now.key !== key) choose(now.key);
  history.replaceState(null, "", `/pictures/${key}${now.state}`);
  alone.href = place(key) + now.state;
  if (now.state === filledIn) return;
  filledIn = now.state;
  const state = new URLSearchParams(now.state.slice(1));
  for (const [name, field] of Object.entries(FIELDS)) saving.elements[field].value = state.get(name) || "";
}

function choose(wanted) {
  const tab = tabs.find((one) => one.dataset.key === wanted);
  if (!tab) return;
  key = wanted;
  for (const one of tabs) {
    if (one === tab) one.setAttribute("aria-current", "page");
    else one.removeAttribute("aria-current");
  }
  frame.title = `${tab.textContent}: ${tab.dataset.question}`;
  saving.action = `/pictures/${key}/file`;
}

/* Lead the frame elsewhere; until it is there, it says nothing about where it is. */
function go(address) {
  const now = stateWithin();
  going = !now || place(now.key) !== address.split("#")[0];
  frame.contentWindow.location.replace(address);
}

/* Another picture, with the day, the period and the person of this one. */
function show(wanted) {
  const now = stateWithin();
  choose(wanted);
  if (drawn) go(place(wanted) + (now ? now.state : location.hash));
  else history.replaceState(null, "", `/pictures/${key}${location.hash}`);
}

for (const tab of tabs) {
  tab.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(tab.dataset.key);
  });
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !event.target.closest(".tabs")) return;
  const at = tabs.findIndex((one) => one.dataset.key === key);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key] ?? Number(event.key) - 1;
  if (!tabs[next]) return;
  event.preventDefault();
  show(tabs[next].dataset.key);
  tabs[next].focus();
});

/* After each reading the picture is loaded again where it is, as soon as it is drawn. */
document.addEventListener("status", ({ detail: status }) => {
  follow();
  const version = String(status.drawn);
  if (status.reading || (drawn && version === drawnAt)) return;
  drawnAt = version;
  bar.dataset.version = String(status.version);
  document.getElementById("fresh").hidden = true;
  if (drawn) frame.contentWindow.location.reload();
  else go(place(key) + location.hash);
  drawn = true;
  drawing.hidden = true;
});

frame.addEventListener("load", () => { going = false; follow(); });
setInterval(follow, 500);
if (drawn && location.hash) go(place(key) + location.hash);
