"use strict";
/* The same people, agencies and professionals as buttons over the canvas, for the keyboard and for screen readers:
   one of them is in the Tab order, the arrow keys go to the nearest in their direction. */
const nodeButtons = {
  box: document.getElementById("nodes"),
  all: new Map(),
  placedAt: "",

  start(choose, tell) {
    const inOrder = [...own.nodes.filter((n) => n.draw === "person").sort((a, b) => b.index - a.index),
      ...own.nodes.filter((n) => n.draw === "agency" || n.draw === "worker")];
    for (const node of inOrder) {
      const button = panel.make("button");
      button.type = "button";
      button.tabIndex = this.all.size ? -1 : 0;
      button.dataset.node = node.id;
      button.addEventListener("focus", () => { if (button.matches(":focus-visible")) { pointAt(node.id, []); tell(node.id, button); } });
      button.addEventListener("blur", () => { pointAt("", []); tell("", null); });
      button.addEventListener("click", () => choose(node.id));
      this.box.append(button);
      this.all.set(node.id, button);
    }
    this.box.addEventListener("keydown", (event) => this.key(event));
  },

  key(event) {
    const button = event.target.closest("button");
    const list = [...this.all.values()];
    const next = event.key.startsWith("Arrow") ? this.neighbour(button, event.key)
      : event.key === "Home" ? list[0] : event.key === "End" ? list[list.length - 1] : null;
    if (!next) return;
    event.preventDefault();
    for (const other of list) other.tabIndex = other === next ? 0 : -1;
    next.focus({focusVisible: true});
  },

  neighbour(from, key) {
    const here = nodeById.get(from.dataset.node);
    const across = key === "ArrowLeft" || key === "ArrowRight";
    const sign = key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1;
    let best = null;
    let least = Infinity;
    for (const [id, button] of this.all) {
      const other = nodeById.get(id);
      const [dx, dy] = [other.x - here.x, other.y - here.y];
      const [ahead, aside] = across ? [dx * sign, Math.abs(dy)] : [dy * sign, Math.abs(dx)];
      if (button === from || ahead <= 0.5) continue;
      const cost = ahead + aside * 2;
      if (cost < least) [best, least] = [button, cost];
    }
    return best;
  },

  /* Put the buttons where their nodes are drawn now. */
  place() {
    const scale = canvas.network.getScale();
    const {x: left, y: top} = canvas.network.canvasToDOM({x: 0, y: 0});
    const at = [scale, left, top].map((n) => n.toFixed(2)).join();
    if (at === this.placedAt) return;
    this.placedAt = at;
    for (const [id, button] of this.all) {
      const node = nodeById.get(id);
      const [w, h] = node.draw === "agency" ? [node.w, node.h] : node.draw === "worker" ? [16, 16] : [2 * node.r, 2 * node.r];
      button.style.left = `${left + scale * (node.x - w / 2)}px`;
      button.style.top = `${top + scale * (node.y - h / 2)}px`;
      button.style.width = `${scale * w}px`;
      button.style.height = `${scale * h}px`;
    }
  },

  name(view, state) {
    for (const [id, button] of this.all) button.setAttribute("aria-label", nodeInWords(id, view, state));
  },
};

/* A node in words: a person's role, where they lived in the dates chosen, and whether those looked for met them. */
function nodeInWords(id, view, state) {
  const node = nodeById.get(id);
  if (node.draw !== "person") return nodeName(id);
  const person = people.get(id.slice(7));
  const living = view.living.get(person.id);
  const parts = [person.name, person.role || (person.index ? "index child" : "")];
  if (living && living.words) parts.push(living.words);
  if (ringed(node, state)) parts.push(metWords(node, view, state));
  return parts.filter(Boolean).join(", ");
}

function metWords(node, view, state) {
  const met = view.met.of(node.id.slice(7));
  const dates = state.from || state.to ? " in these dates" : "";
  return met === 0 ? own.met[0] + dates : `${node.unseen.join(" ")}${dates}; ${own.met[met]}`;
}
