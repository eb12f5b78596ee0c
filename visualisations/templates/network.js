"use strict";
/* The controls of the network picture. */
const el = (id) => document.getElementById(id);
const lineBoxes = [...document.querySelectorAll("input[name=line]")];
const agencyBoxes = [...document.querySelectorAll("input[name=agency]")];

function fillFocus() {
  const option = (value, words) => {
    const made = make("option", words);
    made.value = value;
    return made;
  };
  const group = (label, options) => {
    const made = make("optgroup");
    made.label = label;
    made.append(...options);
    return made;
  };
  el("focus").append(
    option("everyone", "Everyone"),
    group("Family and network", [...review.people]
      .sort((a, b) => b.index_child - a.index_child || a.name.localeCompare(b.name))
      .map((p) => option("person:" + p.person_id, p.name + (p.role ? ` (${p.role})` : "")))),
    group("Agencies", review.nodes.filter((n) => n.draw === "agency").map((n) => option(n.id, nodeName(n.id)))),
    group("Professionals", review.nodes.filter((n) => n.draw === "worker").map((n) => option(n.id, nodeName(n.id)))),
  );
}

function describe(view) {
  const perAgency = new Map();
  for (const contact of view.contacts) {
    perAgency.set(contact.agency_id, (perAgency.get(contact.agency_id) || 0) + 1);
  }
  const by = [...perAgency].map(([id, count]) => `${agencies.get(id).name} ${count}`).join(", ");
  return `Picture of ${several(people.size, "person", "people")} of the family in the middle and `
    + `${several(agencies.size, "agency", "agencies")} round them. Focus: ${nodeName(state.focus)}. `
    + `${countsInWords(view)}.${by ? ` Contacts by agency: ${by}.` : ""} The same is listed after the picture.`;
}

let drawnOnce = "";
function update() {
  state.lines = new Set(lineBoxes.filter((box) => box.checked).map((box) => box.value));
  state.agencies = new Set(agencyBoxes.filter((box) => box.checked).map((box) => box.value));
  const view = inView();
  drawLines(linesInView());
  const dates = allDates() || !firstDay ? "" : ` (${inWords(state.since)} to ${inWords(state.until)})`;
  el("counts").textContent = `${nodeName(state.focus)}: ${countsInWords(view)}${dates}`;
  el("window").textContent = firstDay ? `${inWords(state.since)} to ${inWords(state.until)}` : "no dated rows";
  const undated = undatedThings.filter((thing) => touches(thing, state.focus)).length;
  el("undated-words").textContent = `undated (${undated})`;
  el("agencies-shown").textContent = state.agencies.size === agencyBoxes.length
    ? `all ${agencyBoxes.length} shown` : `${state.agencies.size} of ${agencyBoxes.length} shown`;
  el("in-words").textContent = describe(view);
  if (el("focus").value !== state.focus) el("focus").value = state.focus;
  const now = JSON.stringify([state.focus, state.selected, state.ring, allDates(),
    view.batons.map((b) => b.baton_id), view.contacts.map((c) => c.contact_id)]);
  if (now !== drawnOnce) showDetails(view, () => { choose({ selected: "" }); el("focus").focus(); });
  drawnOnce = now;
}

function choose(change) {
  Object.assign(state, change);
  update();
}

function showHover(found) {
  const box = el("hover");
  box.hidden = !found;
  if (!found) return;
  if (found.node) box.textContent = nodeName(found.node);
  else {
    const edge = edgeById.get(found.edge);
    const isBaton = BATON_KINDS.has(edge.kind);
    const things = edge.things.map((id) => (isBaton ? batons : contacts).get(id)).filter(inDates);
    const what = isBaton ? `${several(things.length, "baton")}, ${things[0].status}`
      : edge.kind === "missed" ? `${things.length} missed, no access or not seen` : several(things.length, "contact");
    box.textContent = `${nodeName(edge.ends[0])} to ${nodeName(edge.ends[1])}: ${what}`;
  }
  const width = el("canvas").clientWidth;
  box.style.left = `${Math.max(0, Math.min(found.at.x + 14, width - 330))}px`;
  box.style.top = `${found.at.y + 16}px`;
}

/* The two-handle slider: the handles cannot pass each other. */
const [firstNumber, lastNumber] = firstDay ? [dayNumber(firstDay), dayNumber(lastDay)] : [0, 1];
function setDates(since, until) {
  el("since").value = since;
  el("until").value = until;
  const whole = Math.max(1, lastNumber - firstNumber);
  el("span").style.left = `${((since - firstNumber) / whole) * 100}%`;
  el("span").style.right = `${((lastNumber - until) / whole) * 100}%`;
  el("since").style.zIndex = since > firstNumber + whole / 2 ? 2 : 1;
  el("until").style.zIndex = since > firstNumber + whole / 2 ? 1 : 2;
  if (!firstDay) return;
  el("since").setAttribute("aria-valuetext", inWords(isoDay(since)));
  el("until").setAttribute("aria-valuetext", inWords(isoDay(until)));
  choose({ since: isoDay(since), until: isoDay(until) });
}

const motion = window.matchMedia("(prefers-reduced-motion: reduce)");
let playing = 0;
function stop() {
  window.clearInterval(playing);
  playing = 0;
  el("play").textContent = "Play";
  el("play").setAttribute("aria-pressed", "false");
}
/* Play moves a window of the chosen length, or an eighth of all dates, along to the end: in few steps, slowly, where
   the reader's system asks for little motion. */
function play() {
  if (playing) { stop(); return; }
  const whole = lastNumber - firstNumber;
  let since = Number(el("since").value);
  const chosen = Number(el("until").value) - since;
  const length = chosen >= whole ? Math.ceil(whole / 8) : chosen;
  if (chosen >= whole || since + length >= lastNumber) since = firstNumber;
  const steps = motion.matches ? 8 : 60;
  const move = () => {
    setDates(since, Math.min(lastNumber, since + length));
    if (since + length >= lastNumber) stop();
    since = Math.min(since + Math.max(1, Math.round(whole / steps)), lastNumber - length);
  };
  el("play").textContent = "Pause";
  el("play").setAttribute("aria-pressed", "true");
  playing = window.setInterval(move, motion.matches ? 1600 : 260);
  move();
}

function start() {
  fillFocus();
  startCanvas(
    (node) => choose({ focus: node, selected: "" }),
    (edge) => choose({ selected: edge }),
    () => choose({ selected: "" }),
    showHover,
  );
  for (const id of ["since", "until"]) {
    el(id).min = firstNumber;
    el(id).max = lastNumber;
    el(id).disabled = !firstDay;
  }
  el("since").addEventListener("input", () => {
    stop();
    setDates(Math.min(Number(el("since").value), Number(el("until").value)), Number(el("until").value));
  });
  el("until").addEventListener("input", () => {
    stop();
    setDates(Number(el("since").value), Math.max(Number(el("since").value), Number(el("until").value)));
  });
  el("play").disabled = !firstDay;
  el("play").addEventListener("click", play);
  el("all-dates").addEventListener("click", () => { stop(); setDates(firstNumber, lastNumber); });
  el("undated").addEventListener("change", () => choose({ undated: el("undated").checked }));
  el("focus").addEventListener("change", () => choose({ focus: el("focus").value, selected: "" }));
  el("ring").addEventListener("change", () => choose({ ring: el("ring").value }));
  for (const box of [...lineBoxes, ...agencyBoxes]) box.addEventListener("change", update);
  const tickAll = (ticked) => { agencyBoxes.forEach((box) => { box.checked = ticked; }); update(); };
  el("agencies-all").addEventListener("click", () => tickAll(true));
  el("agencies-none").addEventListener("click", () => tickAll(false));
  el("zoom-in").addEventListener("click", () => zoomBy(1.25));
  el("zoom-out").addEventListener("click", () => zoomBy(0.8));
  el("zoom-all").addEventListener("click", wholePicture);
  setDates(firstNumber, lastNumber);
  update();
}
start();
