"use strict";
/* The drawing: vis-network draws on a canvas, at the places worked out in Python. */
const INK = "#1b2430";
const QUIET = "#4d5866";
const RING = "#8a1458";
const FACE = 'Arial, "Liberation Sans", Helvetica, sans-serif';
const canvas = { network: null, edges: null, hovered: "", strongNodes: new Set(), metPeople: new Map() };

function roundedBox(ctx, x, y, w, h, r) {
  ctx.beginPath();
  ctx.roundRect(x - w / 2, y - h / 2, w, h, r);
}

function drawHouseholds(ctx) {
  for (const home of review.households) {
    ctx.save();
    roundedBox(ctx, home.x, home.y, home.w, home.h, 14);
    ctx.fillStyle = "#f8f5ec";
    ctx.fill();
    ctx.setLineDash([5, 4]);
    ctx.lineWidth = 1.2;
    ctx.strokeStyle = "#a89f86";
    ctx.stroke();
    ctx.restore();
  }
}

function nameHouseholds(ctx) {
  ctx.save();
  ctx.font = `italic 13px ${FACE}`;
  ctx.textBaseline = "middle";
  ctx.textAlign = "center";
  ctx.lineJoin = "round";
  ctx.lineWidth = 5;
  ctx.strokeStyle = "#f8f5ec";
  ctx.fillStyle = "#625a43";
  for (const home of review.households) {
    ctx.strokeText(home.heading, home.x, home.y - home.h / 2 + 14);
    ctx.fillText(home.heading, home.x, home.y - home.h / 2 + 14);
  }
  ctx.restore();
}

function drawAgency(node) {
  return ({ ctx, id, x, y }) => {
    const hover = canvas.hovered === id;
    const strong = canvas.strongNodes.has(id);
    const focused = state.focus === id;
    const draw = () => {
      roundedBox(ctx, x, y, node.w, node.h, 6);
      ctx.fillStyle = "#ffffff";
      ctx.fill();
      ctx.globalAlpha = strong ? 0.1 : 0.04;
      ctx.fillStyle = node.color;
      ctx.fill();
      ctx.globalAlpha = strong || hover ? 1 : 0.55;
      ctx.setLineDash(node.stands ? [] : [4, 3]);
      ctx.lineWidth = focused ? 4 : hover ? 2.6 : 1.6;
      ctx.strokeStyle = node.color;
      ctx.stroke();
      ctx.globalAlpha = strong ? 1 : 0.8;
      ctx.fillStyle = strong ? node.color : QUIET;
      ctx.font = `bold ${node.text}px ${FACE}`;
      ctx.textBaseline = "middle";
      ctx.textAlign = node.side === "left" ? "left" : "right";
      const at = node.side === "left" ? x - node.w / 2 + 11 : x + node.w / 2 - 11;
      node.label.split("\n").forEach((line, i) => ctx.fillText(line, at, y - node.h / 2 + 9 + 9 + i * 18));
    };
    return { drawNode: draw, nodeDimensions: { width: node.w, height: node.h } };
  };
}

function drawWorker(node) {
  return ({ ctx, id, x, y }) => {
    const hover = canvas.hovered === id;
    const strong = canvas.strongNodes.has(id);
    const draw = () => {
      ctx.beginPath();
      ctx.arc(x, y, hover || state.focus === id ? 7 : 5, 0, 2 * Math.PI);
      ctx.fillStyle = strong ? node.color : "#ffffff";
      ctx.fill();
      ctx.lineWidth = 1.8;
      ctx.strokeStyle = node.color;
      ctx.globalAlpha = strong ? 1 : 0.6;
      ctx.stroke();
      ctx.globalAlpha = 1;
      ctx.textBaseline = "middle";
      ctx.textAlign = node.side === "left" ? "left" : "right";
      const lines = node.label.split("\n");
      lines.forEach((line, i) => {
        ctx.font = `${node.who.length > 1 ? "italic " : ""}${node.text}px ${FACE}`;
        ctx.fillStyle = i === 0 && strong ? INK : QUIET;
        ctx.fillText(line, x + (node.side === "left" ? 13 : -13), y + i * 16);
      });
    };
    return { drawNode: draw, nodeDimensions: { width: 14, height: 14 } };
  };
}

function symbol(ctx, figure, x, y, r) {
  ctx.beginPath();
  if (figure === "male") ctx.rect(x - r, y - r, 2 * r, 2 * r);
  else if (figure === "female") ctx.arc(x, y, r, 0, 2 * Math.PI);
  else if (figure === "unborn") {
    ctx.moveTo(x, y - r);
    ctx.lineTo(x + r * 1.1, y + r);
    ctx.lineTo(x - r * 1.1, y + r);
  } else {
    ctx.moveTo(x, y - r * 1.2);
    ctx.lineTo(x + r * 1.2, y);
    ctx.lineTo(x, y + r * 1.2);
    ctx.lineTo(x - r * 1.2, y);
  }
  ctx.closePath();
}

function drawPerson(node) {
  const person = people.get(node.id.slice("person:".length));
  return ({ ctx, id, x, y }) => {
    const hover = canvas.hovered === id;
    const strong = canvas.strongNodes.has(id) || state.focus === "everyone";
    const met = canvas.metPeople.get(person.person_id);
    const draw = () => {
      symbol(ctx, node.figure, x, y, node.r);
      ctx.fillStyle = node.index ? "#ffd24d" : "#ffffff";
      ctx.fill();
      ctx.globalAlpha = strong || hover || ringed(person) ? 1 : 0.5;
      ctx.lineWidth = state.focus === id ? 4 : hover ? 3 : node.index ? 2.4 : 1.7;
      ctx.strokeStyle = INK;
      ctx.stroke();
      if (ringed(person)) {
        symbol(ctx, node.figure, x, y, node.r + 6);
        ctx.setLineDash(met ? [] : [6, 4]);
        ctx.lineWidth = 3;
        ctx.strokeStyle = RING;
        ctx.stroke();
      }
    };
    const label = () => {
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      ctx.lineJoin = "round";
      ctx.lineWidth = 4;
      ctx.strokeStyle = "rgba(255,255,255,0.92)";
      const lines = node.label.split("\n").map((words, i) => ({
        words,
        font: i < node.names ? `bold ${node.text}px ${FACE}` : `${node.small}px ${FACE}`,
        ink: strong && i < node.names ? INK : QUIET,
      }));
      if (ringed(person) && met !== "child's") {
        const words = met ? "other agencies only" : "no recorded contact";
        lines.push({ words, font: `bold 12px ${FACE}`, ink: RING });
      }
      lines.forEach((line, i) => {
        ctx.font = line.font;
        ctx.fillStyle = line.ink;
        const down = y + node.r + 15 + i * 16;
        ctx.strokeText(line.words, x, down);
        ctx.fillText(line.words, x, down);
      });
    };
    return { drawNode: draw, drawExternalLabel: label, nodeDimensions: { width: 2 * node.r, height: 2 * node.r } };
  };
}

const drawPlace = () => () => ({ drawNode: () => {}, nodeDimensions: { width: 0.1, height: 0.1 } });
const RENDERERS = { place: drawPlace, agency: drawAgency, worker: drawWorker, person: drawPerson };

const NODE_SIZE = { place: 0.05, agency: 1, worker: 7 };

function startCanvas(onNode, onEdge, onNothing, onHover) {
  const place = document.getElementById("canvas");
  const nodes = review.nodes.map((node) => ({
    id: node.id, label: node.label, shape: "custom", x: node.x, y: node.y, fixed: true,
    size: NODE_SIZE[node.draw] || node.r, ctxRenderer: RENDERERS[node.draw](node),
  }));
  canvas.edges = new vis.DataSet([]);
  canvas.network = new vis.Network(place, { nodes: new vis.DataSet(nodes), edges: canvas.edges }, review.options);
  place.querySelectorAll("[tabindex]").forEach((frame) => { frame.tabIndex = -1; });
  canvas.network.on("beforeDrawing", drawHouseholds);
  canvas.network.on("afterDrawing", nameHouseholds);
  canvas.network.on("resize", wholePicture);
  canvas.network.on("click", (event) => {
    canvas.network.unselectAll();
    const { node, edge } = thingAt(event.pointer.DOM);
    if (node) onNode(node);
    else if (edge) onEdge(edge);
    else onNothing();
  });
  let waiting = false;
  const hover = (found) => {
    const node = found ? found.node : "";
    if (node !== canvas.hovered) {
      canvas.hovered = node;
      canvas.network.redraw();
    }
    place.classList.toggle("over", Boolean(found && (found.node || found.edge)));
    onHover(found && (found.node || found.edge) ? found : null);
  };
  place.addEventListener("mousemove", (event) => {
    if (waiting) return;
    waiting = true;
    const box = place.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    window.requestAnimationFrame(() => {
      waiting = false;
      hover(event.buttons ? null : { ...thingAt(at), at });
    });
  });
  place.addEventListener("mouseleave", () => hover(null));
  wholePicture();
}

/* The person, professional or agency at a point of the page, else the line nearest to it. A professional's words
   lie inside the agency's box and mean the professional. */
function thingAt(dom) {
  const at = canvas.network.DOMtoCanvas(dom);
  const within = (x, y, w, h) => Math.abs(at.x - x) <= w / 2 && Math.abs(at.y - y) <= h / 2;
  const found = { agency: "", worker: "", person: "" };
  for (const node of review.nodes) {
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
  return { node, edge: node ? "" : canvas.network.getEdgeAt(dom) || "" };
}

function wholePicture() {
  const { left, right, top, bottom } = review.bounds;
  const place = document.getElementById("canvas");
  const scale = Math.min(place.clientWidth / (right - left), place.clientHeight / (bottom - top), 1.6);
  if (!(scale > 0)) return;
  canvas.network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
}

const zoomBy = (factor) => canvas.network.moveTo({ scale: canvas.network.getScale() * factor, animation: false });

/* Draw the lines afresh, faint ones first, so that strong ones lie above them. */
function drawLines(lines) {
  canvas.metPeople = peopleWithContact();
  canvas.strongNodes = new Set([state.focus]);
  const drawn = lines.map(({ edge, strong, faint }) => {
    const isBaton = BATON_KINDS.has(edge.kind);
    const chosen = state.selected === edge.id;
    const rank = chosen ? 3 : strong ? (isBaton ? 2 : 1) : 0;
    if (strong) edge.ends.forEach((end) => canvas.strongNodes.add(end));
    const thickness = strong || faint;
    const width = isBaton ? 2 + Math.min(1.8, 0.5 * (thickness - 1)) : 0.9 + 0.55 * Math.sqrt(thickness);
    const everyone = state.focus === "everyone";
    let opacity = isBaton ? 0.95 : everyone ? 0.4 : 0.62;
    if (state.selected && !chosen) opacity *= 0.35;
    if (!strong) opacity = isBaton ? 0.14 : 0.08;
    if (chosen) opacity = 1;
    return {
      id: edge.id, from: edge.from, to: edge.to, smooth: edge.smooth, dashes: edge.dashes, arrows: edge.arrows,
      width: chosen ? width + 2 : strong ? width : Math.min(width, 1.6),
      color: { color: edge.color, highlight: edge.color, hover: edge.color, opacity },
      rank,
    };
  });
  for (const node of review.nodes) {
    if (node.draw === "worker" && canvas.strongNodes.has(node.id)) canvas.strongNodes.add("agency:" + node.agency);
  }
  drawn.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  canvas.edges.clear();
  canvas.edges.add(drawn);
  canvas.network.redraw();
}
