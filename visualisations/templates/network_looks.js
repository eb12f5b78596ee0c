"use strict";
/* How people, professionals, agencies and households look on the canvas; the looks of the drawing are the same. */
const INK = "#1b2430";
const QUIET = "#4d5866";
const RING = "#8a1458";
const AWAY = "#76808c";
const FACE = 'Arial, "Liberation Sans", Helvetica, sans-serif';
const canvas = {network: null, edges: null, hovered: "", strong: new Set(), view: null, drawn: new Map()};

function roundedBox(ctx, x, y, w, h, r) {
  ctx.beginPath();
  ctx.roundRect(x - w / 2, y - h / 2, w, h, r);
}

function drawHouseholds(ctx) {
  for (const [, , , x, y, w, h] of own.households) {
    ctx.save();
    roundedBox(ctx, x, y, w, h, 14);
    ctx.fillStyle = "#f8f5ec";
    ctx.fill();
    ctx.setLineDash([5, 4]);
    ctx.lineWidth = 1.2;
    ctx.strokeStyle = "#8d8368";
    ctx.stroke();
    ctx.restore();
  }
}

/* With dates chosen, a household is said to be one "in these dates", or one where nobody is recorded then. */
function headingOf(id, heading) {
  const living = canvas.view.living;
  if (!living.size) return heading;
  const anyone = Object.entries(own.homes).some(([person, home]) => home === id && living.get(person).here !== "no");
  return heading.replace(", at some time", anyone ? ", in these dates" : ", nobody then");
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
  for (const [id, , heading, x, y, , h] of own.households) {
    const words = headingOf(id, heading);
    ctx.strokeText(words, x, y - h / 2 + 14);
    ctx.fillText(words, x, y - h / 2 + 14);
  }
  ctx.restore();
}

const inFocus = (id) => ["person:" + address.state.person, "agency:" + address.state.agency, address.state.worker].includes(id);

function drawAgency(node) {
  return ({ctx, id, x, y}) => {
    const hover = canvas.hovered === id;
    const strong = canvas.strong.has(id);
    const drawNode = () => {
      roundedBox(ctx, x, y, node.w, node.h, 6);
      ctx.fillStyle = "#ffffff";
      ctx.fill();
      ctx.globalAlpha = strong ? 0.1 : 0.03;
      ctx.fillStyle = node.color;
      ctx.fill();
      ctx.globalAlpha = strong || hover ? 1 : 0.6;
      ctx.setLineDash(node.stands ? [] : [4, 3]);
      ctx.lineWidth = inFocus(id) ? 4 : hover ? 2.6 : 1.6;
      ctx.strokeStyle = node.color;
      ctx.stroke();
      ctx.globalAlpha = 1;
      ctx.fillStyle = strong ? node.color : QUIET;
      ctx.font = `bold ${node.text}px ${FACE}`;
      ctx.textBaseline = "middle";
      ctx.textAlign = node.side === "left" ? "left" : "right";
      const at = node.side === "left" ? x - node.w / 2 + 11 : x + node.w / 2 - 11;
      node.label.split("\n").forEach((line, i) => ctx.fillText(line, at, y - node.h / 2 + 18 + i * 18));
    };
    return {drawNode, nodeDimensions: {width: node.w, height: node.h}};
  };
}

function drawWorker(node) {
  return ({ctx, id, x, y}) => {
    const strong = canvas.strong.has(id);
    const drawNode = () => {
      ctx.beginPath();
      ctx.arc(x, y, canvas.hovered === id || inFocus(id) ? 7 : 5, 0, 2 * Math.PI);
      ctx.fillStyle = strong ? node.color : "#ffffff";
      ctx.fill();
      ctx.lineWidth = 1.8;
      ctx.strokeStyle = node.color;
      ctx.stroke();
      ctx.textBaseline = "middle";
      ctx.textAlign = node.side === "left" ? "left" : "right";
      ctx.font = `${node.who.length > 1 ? "italic " : ""}${node.text}px ${FACE}`;
      node.label.split("\n").forEach((line, i) => {
        ctx.fillStyle = i === 0 && strong ? INK : QUIET;
        ctx.fillText(line, x + (node.side === "left" ? 13 : -13), y + i * 16);
      });
    };
    return {drawNode, nodeDimensions: {width: 14, height: 14}};
  };
}

function symbol(ctx, figure, x, y, r) {
  ctx.beginPath();
  if (figure === "male") ctx.rect(x - r, y - r, 2 * r, 2 * r);
  else if (figure === "female") ctx.arc(x, y, r, 0, 2 * Math.PI);
  else {
    const points = figure === "unborn" ? [[0, -1], [1.1, 1], [-1.1, 1]] : [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]];
    points.forEach(([a, b], i) => (i ? ctx.lineTo(x + r * a, y + r * b) : ctx.moveTo(x + r * a, y + r * b)));
  }
  ctx.closePath();
}

/* Words on at most two lines of a person's width, cut short with "…" where they are longer. */
function twoLines(ctx, words, width) {
  const fits = (line) => ctx.measureText(line).width <= width;
  const lines = [];
  let rest = words.split(" ");
  while (rest.length && lines.length < 2) {
    let count = rest.length;
    while (count > 1 && !fits(rest.slice(0, count).join(" "))) count -= 1;
    lines.push(rest.slice(0, count).join(" "));
    rest = rest.slice(count);
  }
  if (rest.length) lines[1] += " " + rest.join(" ");
  return lines.map((line) => {
    let cut = line;
    while (cut.length > 1 && !fits(cut === line ? cut : cut + "…")) cut = cut.slice(0, -1);
    return cut === line ? line : cut.trimEnd() + "…";
  });
}

function drawPerson(node) {
  const person = node.id.slice(7);
  return ({ctx, id, x, y}) => {
    const state = address.state;
    const ring = ringed(node, state);
    const met = canvas.view.met.of(person);
    const living = canvas.view.living.get(person);
    const away = living && living.here === "no";
    const strong = canvas.strong.has(id) || canvas.hovered === id;
    const drawNode = () => {
      symbol(ctx, node.figure, x, y, node.r);
      ctx.fillStyle = node.index ? "#ffd24d" : "#ffffff";
      ctx.fill();
      ctx.lineWidth = inFocus(id) ? 4 : canvas.hovered === id ? 3 : node.index ? 2.4 : 1.7;
      ctx.strokeStyle = away || !(strong || ring) ? AWAY : INK;
      if (away) ctx.setLineDash([2, 3]);
      ctx.stroke();
      if (!ring) return;
      symbol(ctx, node.figure, x, y, node.r + 6);
      ctx.setLineDash(met === 0 ? [] : node.unsure ? [2, 5] : [6, 4]);
      ctx.lineWidth = 3;
      ctx.strokeStyle = met !== 0 && node.unsure ? QUIET : RING;
      ctx.stroke();
    };
    const drawExternalLabel = () => {
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      ctx.lineJoin = "round";
      ctx.lineWidth = 4;
      ctx.strokeStyle = "rgba(255,255,255,0.92)";
      const lines = node.label.split("\n");
      let down = y + node.r + 15;
      const write = (words, font, ink, apart) => {
        ctx.font = font;
        ctx.fillStyle = ink;
        for (const line of words) {
          ctx.strokeText(line, x, down);
          ctx.fillText(line, x, down);
          down += apart;
        }
      };
      write(lines.slice(0, node.names), `bold ${node.text}px ${FACE}`, strong || ring ? INK : QUIET, 16);
      ctx.font = `italic ${node.small}px ${FACE}`;
      const said = living && living.words ? twoLines(ctx, living.words, 130) : null;
      const unseen = ring && met !== 0 ? node.unseen : [];
      let below = said || lines.slice(node.names);
      if (unseen.length && below.length * 16 + unseen.length * 15 > node.room * 16 + 4) {
        below = [said ? said[0] : node.role].filter(Boolean);
      }
      write(below, `${said ? "italic " : ""}${node.small}px ${FACE}`, QUIET, 16);
      write(unseen, `${own.unseen_size}px ${FACE}`, node.unsure ? QUIET : RING, 15);
    };
    return {drawNode, drawExternalLabel, nodeDimensions: {width: 2 * node.r, height: 2 * node.r}};
  };
}

const drawPlace = () => () => ({drawNode: () => {}, nodeDimensions: {width: 0.1, height: 0.1}});
const RENDERERS = {place: drawPlace, agency: drawAgency, worker: drawWorker, person: drawPerson};
