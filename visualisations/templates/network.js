"use strict";
/* What is shown follows the address, the ticks and the pointer; this puts the parts together. */
let listedBefore = "";

function inSentences(view, state) {
  const perAgency = new Map();
  for (const thing of view.contacts) perAgency.set(thing.agencies[0], (perAgency.get(thing.agencies[0]) || 0) + 1);
  const by = [...perAgency].map(([id, count]) => `${agencyName.get(id)} ${count}`).join(", ");
  const cards = own.nodes.filter((node) => node.draw === "agency").length;
  return `Picture of ${several(people.size, "person", "people")} of the family in the middle and `
    + `${several(cards, "agency", "agencies")} round them. Focus: ${focusName(state)}. `
    + `${countsInWords(view, state)}.${by ? ` Contacts by agency: ${by}.` : ""} The same is listed after the picture.`;
}

function readTicks() {
  ticked.lines = new Set(lineBoxes.filter((box) => box.checked).map((box) => box.value));
  ticked.undated = el("undated").checked;
  ticked.together = Boolean(el("together") && el("together").checked);
  hiddenAgencies.clear();
  for (const box of agencyBoxes) if (!box.checked) hiddenAgencies.add(box.value);
}

function update() {
  const state = address.state;
  readTicks();
  const view = viewOf(state);
  if (selected && !view.lines.some((line) => line.edge.id === selected)) selected = "";
  drawLines(view);
  showDates(state);
  nodeButtons.name(view, state);
  const dates = (state.from || state.to) && firstDay ? ` (${datesInWords(state.from || firstDay, state.to || lastDay)})` : "";
  el("counts").textContent = `${focusName(state)}: ${countsInWords(view, state)}${dates}`;
  const undated = [...things.values()].filter((thing) => !thing.first && touches(thing, state)).length;
  el("undated-label").hidden = things.size === dated.length;
  el("undated-words").textContent = `undated (${undated})`;
  el("agencies-shown").textContent = hiddenAgencies.size
    ? `${agencyBoxes.length - hiddenAgencies.size} of ${agencyBoxes.length} shown` : `all ${agencyBoxes.length} shown`;
  el("in-words").textContent = inSentences(view, state);
  el("ring").value = state.ring || "";
  el("key-unseen").hidden = el("key-met").hidden = !state.ring;
  el("key-unsure").hidden = !state.ring || !own.nodes.some((node) => node.unsure && ringed(node, state));
  el("key-away").hidden = !view.living.size;
  if (el("key-together")) {
    el("key-together").hidden = !ticked.together;
    for (const box of lineBoxes) box.parentElement.classList.toggle("as-one", ticked.together && !CONTACT_LINES.has(box.value));
  }
  const now = JSON.stringify([state, selected, view.batons.map((thing) => thing.id), view.contacts.map((thing) => thing.id)]);
  if (now !== listedBefore) {
    showDetails(view, state, () => { selected = ""; update(); document.getElementById("panel").focus(); });
    document.getElementById("panel").scrollTop = 0;
  }
  listedBefore = now;
}

/* A person, agency or professional as the focus; a second time lets it go. */
function choose(node) {
  selected = "";
  const id = node.slice(node.indexOf(":") + 1);
  const none = {person: "", agency: "", worker: ""};
  if (node.startsWith("person:")) address.set({...none, person: id});
  else if (node.startsWith("agency:")) address.set({...none, agency: id});
  else address.set({...none, worker: node});
}

function tell(words, x, y) {
  const box = el("hover");
  box.hidden = !words;
  if (!words) return;
  box.textContent = words;
  box.style.left = `${Math.max(4, Math.min(x + 14, window.innerWidth - box.offsetWidth - 8))}px`;
  box.style.top = `${y + 16 + box.offsetHeight > window.innerHeight ? Math.max(4, y - box.offsetHeight - 12) : y + 16}px`;
}

function lineInWords(edgeId) {
  const {edge, things: here} = canvas.view.lines.find((line) => line.edge.id === edgeId);
  const byStatus = new Map();
  for (const thing of here) byStatus.set(thing.show, (byStatus.get(thing.show) || 0) + 1);
  const what = edge.kind === "contact" ? several(here.length, "contact")
    : edge.kind === "missed" ? `${here.length} missed, no access or not seen`
    : `${several(here.length, "baton")}: ${[...byStatus].map(([key, n]) => (here.length > 1 ? `${n} ` : "") + looks.get(key).words).join("; ")}`;
  return `${nodeName(edge.ends[0])} to ${nodeName(edge.ends[1])}: ${what}`;
}

function start() {
  const state = address.state;
  const child = page.people.find(([, , , index]) => index);
  if (child && !["person", "agency", "worker", "finding", "ring"].some((name) => state[name])) state.person = child[0];
  if (state.worker && !nodeById.has(state.worker)) delete state.worker;
  readTicks();
  canvas.view = viewOf(state);
  startCanvas({
    node: choose,
    edge: (edge) => { selected = edge; update(); },
    hover: (found, event) => tell(found ? (found.node ? nodeInWords(found.node, canvas.view, address.state) : lineInWords(found.edge)) : "",
      event.clientX, event.clientY),
    drawn: () => nodeButtons.place(),
  });
  nodeButtons.start(choose, (node, button) => {
    const box = button && button.getBoundingClientRect();
    tell(node && nodeInWords(node, canvas.view, address.state), box && box.right, box && box.bottom);
  });
  startDates();
  bar.addEventListener("input", (event) => {
    if (event.target.name === "ring") address.set({ring: event.target.value});
    else if (["person", "agency"].includes(event.target.name) && address.state.worker) address.set({worker: ""});
    else if (event.target.type === "checkbox") update();
    if (["from", "to"].includes(event.target.name)) player.stop();
  });
  bar.addEventListener("reset", () => {
    for (const box of [...lineBoxes, ...agencyBoxes, el("undated")]) box.checked = true;
    player.stop();
    selected = "";
    address.set({ring: "", worker: ""});
  });
  for (const box of [...lineBoxes, ...agencyBoxes]) box.addEventListener("change", update);
  const tickAll = (on) => { agencyBoxes.forEach((box) => { box.checked = on; }); update(); };
  el("agencies-all").addEventListener("click", () => tickAll(true));
  el("agencies-none").addEventListener("click", () => tickAll(false));
  el("zoom-in").addEventListener("click", () => zoomBy(1.25));
  el("zoom-out").addEventListener("click", () => zoomBy(0.8));
  el("zoom-all").addEventListener("click", wholePicture);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && selected) { selected = ""; update(); }
    if (event.key === "Escape") { pointAt("", []); tell(""); }
  });
  address.follow(update);
  address.set({});
  wholePicture();
}
start();
