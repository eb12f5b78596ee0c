"use strict";
/* The drawing: vis-network draws on a canvas, at the places worked out in Python. */
const NODE_SIZE = {place: 0.05, agency: 1, worker: 7};
const pointed = {node: "", edges: new Set()};
let selected = "";

function startCanvas(on) {
  const place = document.getElementById("canvas");
  const nodes = own.nodes.map((node) => ({
    id: node.id, label: node.label, shape: "custom", x: node.x, y: node.y, fixed: true,
    size: NODE_SIZE[node.draw] || node.r, ctxRenderer: RENDERERS[node.draw](node),
  }));
  canvas.edges = new vis.DataSet([]);
  canvas.network = new vis.Network(place, {nodes: new vis.DataSet(nodes), edges: canvas.edges}, own.options);
  place.querySelectorAll("[tabindex]").forEach((frame) => frame.removeAttribute("tabindex"));
  canvas.network.on("beforeDrawing", drawHouseholds);
  canvas.network.on("afterDrawing", nameHouseholds);
  canvas.network.on("afterDrawing", () => on.drawn());
  canvas.network.on("resize", () => window.requestAnimationFrame(wholePicture));
  canvas.network.on("click", (event) => {
    canvas.network.unselectAll();
    const found = thingAt(event.pointer.DOM);
    if (found.node) on.node(found.node);
    else on.edge(found.edge);
  });
  let waiting = false;
  const point = (found, event) => {
    place.classList.toggle("over", Boolean(found && (found.node || found.edge)));
    pointAt(found ? found.node : "", found && found.edge ? [found.edge] : []);
    on.hover(found && (found.node || found.edge) ? found : null, event);
  };
  place.addEventListener("mousemove", (event) => {
    if (waiting) return;
    waiting = true;
    const box = place.getBoundingClientRect();
    const at = {x: event.clientX - box.left, y: event.clientY - box.top};
    window.requestAnimationFrame(() => {
      waiting = false;
      point(event.buttons ? null : thingAt(at), event);
    });
  });
  place.addEventListener("mouseleave", (event) => point(null, event));
  wholePicture();
}

/* The person, professional or agency at a point of the page, else the line nearest to it. A professional's words
   lie inside the agency's box and mean the professional. */
function thingAt(dom) {
  const at = canvas.network.DOMtoCanvas(dom);
  const within = (x, y, w, h) => Math.abs(at.x - x) <= w / 2 && Math.abs(at.y - y) <= h / 2;
  const found = {agency: "", worker: "", person: ""};
  for (const node of own.nodes) {
    const lines = node.label.split("\n").length;
    if (node.draw === "agency" && within(node.x, node.y, node.w, node.h)) found.agency = node.id;
    if (node.draw === "worker") {
      const box = nodeById.get("agency:" + node.agency);
      if (within(node.x, node.y, 16, 16)
        || within(box.x, node.y + (lines - 1) * 8, box.w, lines * 16)) found.worker = node.id;
    }
    if (node.draw === "person") {
      const deep = lines * 16 + 6;
      if (within(node.x, node.y, 2 * node.r + 4, 2 * node.r + 4)
        || within(node.x, node.y + node.r + deep / 2, 90, deep)) found.person = node.id;
    }
  }
  const node = found.worker || found.agency || found.person;
  return {node, edge: node ? "" : canvas.network.getEdgeAt(dom) || ""};
}

function wholePicture() {
  const [left, top, right, bottom] = own.bounds;
  const place = document.getElementById("canvas");
  const scale = Math.min(place.clientWidth / (right - left), place.clientHeight / (bottom - top), 1.7);
  if (!(scale > 0)) return;
  canvas.network.moveTo({position: {x: (left + right) / 2, y: (top + bottom) / 2}, scale, animation: false});
}

const zoomBy = (factor) => canvas.network.moveTo({scale: canvas.network.getScale() * factor, animation: false});

/* The lines of a person, of a professional, or of an agency and all its professionals. */
function linesOf(node) {
  const own_ = node.startsWith("agency:") ? (end) => !end.startsWith("person:") && agencyOf(end) === node : (end) => end === node;
  return canvas.view.lines.filter(({edge}) => edge.ends.some(own_)).map(({edge}) => edge.id);
}

/* Bring out some lines, or those of a node, and let the others stand back; nothing given brings all of them back. */
function pointAt(node, edgeIds) {
  const lines = node ? linesOf(node) : edgeIds;
  if (node === pointed.node && lines.length === pointed.edges.size && lines.every((id) => pointed.edges.has(id))) return;
  const dimmed = pointed.edges.size || lines.length;
  pointed.node = node;
  pointed.edges = new Set(lines);
  canvas.hovered = node;
  if (dimmed) canvas.edges.update(canvas.view.lines.map((line) => lookOf(line, true)));
  canvas.network.redraw();
}

/* How strongly a line stands out, 0 to 1: what is pointed at, then what is chosen, then the finding's, then
   the contacts of those looked for in the view of men or any adult, then by kind. */
function strengthOf({edge, marked}) {
  const state = address.state;
  const focused = state.person || state.agency || state.worker;
  if (pointed.edges.size) return pointed.edges.has(edge.id) ? 1 : 0.07;
  if (selected) return edge.id === selected ? 1 : 0.1;
  if (canvas.view.finding) return marked ? 1 : 0.08;
  if (state.ring && !focused) return !edge.isBaton && ringed(nodeById.get(edge.to), state) ? 0.9 : 0.14;
  if (edge.isBaton) return 0.96;
  return focused ? 0.62 : 0.4;
}

function lookOf(line, only) {
  const {edge, things: here} = line;
  const look = looks.get(edge.kind);
  const opacity = strengthOf(line);
  const width = edge.kind === "together" ? 1.2 + 0.45 * Math.sqrt(here.length)
    : edge.isBaton ? 2 + Math.min(1.8, 0.5 * (here.length - 1)) : 0.9 + 0.55 * Math.sqrt(here.length);
  const colour = look.colour || nodeById.get(edge.from).color;
  const changing = {
    id: edge.id,
    width: edge.id === selected ? width + 2 : width,
    color: {color: colour, highlight: colour, hover: colour, opacity},
    background: {enabled: edge.isBaton && opacity > 0.5, color: "rgba(255,255,255,0.88)", size: width + 4, dashes: false},
  };
  if (only) return changing;
  return {
    ...changing, from: edge.from, to: edge.to, dashes: look.dashes.length ? look.dashes : false,
    smooth: edge.isBaton ? {enabled: true, type: edge.side, roundness: edge.bend} : {enabled: false},
    arrows: arrowsOf(edge, here, look),
  };
}

/* An arrow has its end at the receiver; a line for all batons between two agencies has one for each way they went. */
function arrowsOf(edge, here, look) {
  if (!edge.isBaton) return {to: {enabled: false}};
  const end = (enabled) => ({enabled, type: look.end, scaleFactor: 0.75});
  if (edge.kind !== "together") return {to: end(true)};
  const small = (enabled) => ({...end(enabled), scaleFactor: 0.6});
  const forward = here.filter((thing) => "agency:" + thing.agencies[thing.agencies.length - 1] === edge.ends[1]).length;
  return {to: small(forward > 0), from: small(forward < here.length)};
}

/* Draw the lines afresh: contacts, then batons, then what stands out, so that it lies above the others. */
function drawLines(view) {
  canvas.view = view;
  const state = address.state;
  canvas.strong = new Set(["person:" + state.person, "agency:" + state.agency, state.worker]);
  for (const {edge} of view.lines) {
    for (const end of edge.ends) {
      canvas.strong.add(end);
      if (!end.startsWith("person:")) canvas.strong.add(agencyOf(end));
    }
  }
  const rank = (line) => (line.edge.id === selected || line.marked ? 2 : line.edge.isBaton ? 1 : 0);
  const drawn = [...view.lines].sort((a, b) => rank(a) - rank(b));
  canvas.edges.clear();
  canvas.edges.add(drawn.map((line) => lookOf(line, false)));
  canvas.network.redraw();
}
