// A text area for Cypher: coloured behind the text, and completed with the labels, edges and properties of the graph.
import { make } from "/static/workbench.js";

const KEYWORDS = new Set(("ALL AND ANY AS ASC BY CALL CASE COLLECT CONTAINS COUNT DESC DISTINCT ELSE END ENDS EXISTS IN IS "
  + "LIMIT MATCH NONE NOT NULL OPTIONAL OR ORDER RETURN SKIP STARTS THEN TRUE FALSE UNION UNWIND WHEN WHERE WITH XOR").split(" "));
const PIECES = /(\/\/[^\n]*)|("(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)|(\$\w+)|(\b\d+(?:\.\d+)?\b)|([A-Za-z_]\w*)/g;
const BEFORE = /(?:([:|&!])\s*|(\w+)\.)(\w*)$/;
const MOST_OFFERS = 12;

/** The kind of each piece of a query, for its colour. */
function kindOf(match, text) {
  if (match[1]) return "comment";
  if (match[2]) return "string";
  if (match[3]) return "given";
  if (match[4]) return "number";
  const before = text.slice(0, match.index).trimEnd().slice(-1);
  if (before === ":" || before === "|") return "label";
  return KEYWORDS.has(match[5].toUpperCase()) ? "keyword" : "";
}

/** Show `text` in `element`, each piece with its kind as class; all of it as text. */
export function colour(element, text) {
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(PIECES)) {
    const kind = kindOf(match, text);
    if (!kind) continue;
    parts.push(text.slice(at, match.index), make("span", match[0], { class: kind }));
    at = match.index + match[0].length;
  }
  parts.push(text.slice(at) + "\n");
  element.replaceChildren(...parts);
}

/** The label or edge a variable stands for, as far as the query tells: (p:Person) or [r:REFERRED_TO]. */
function labelsOf(text) {
  const found = new Map();
  for (const [, name, label] of text.matchAll(/[([]\s*(\w+)\s*:\s*(\w+)/g)) found.set(name, label);
  return found;
}

/** What fits at the place of the caret: {from, words: [[word, meaning]]}. */
export function offersAt(text, caret, schema) {
  const match = BEFORE.exec(text.slice(0, caret));
  if (!match) return { from: caret, words: [] };
  const begun = match[3], from = caret - begun.length;
  let all;
  if (match[1]) {
    const inEdge = text.lastIndexOf("[", caret - 1) > text.lastIndexOf("(", caret - 1);
    all = Object.entries(inEdge ? schema.edges : schema.labels).map(([word, told]) => [word, told.meaning]);
  } else {
    const label = labelsOf(text).get(match[2]);
    const told = schema.labels[label] || schema.edges[label];
    all = told ? told.properties.map((word) => [word, label]) : [];
  }
  const wanted = begun.toLowerCase();
  const fits = all.filter(([word]) => word.toLowerCase().includes(wanted) && word !== begun)
    .sort((a, b) => b[0].toLowerCase().startsWith(wanted) - a[0].toLowerCase().startsWith(wanted) || (a[0] < b[0] ? -1 : 1));
  return { from, words: fits.slice(0, MOST_OFFERS) };
}

/** Make a box of a text area, the `pre` behind it and the list of offers; `run` is called on Ctrl+Enter. */
export function cypherBox({ area, coloured, offers, schema, run }) {
  let shown = { from: 0, words: [] }, at = -1;

  function paint() {
    colour(coloured, area.value);
    coloured.scrollTop = area.scrollTop;
    coloured.scrollLeft = area.scrollLeft;
  }
  function close() {
    offers.hidden = true;
    at = -1;
    area.removeAttribute("aria-activedescendant");
    area.setAttribute("aria-expanded", "false");
  }
  function mark(next) {
    at = (next + shown.words.length) % shown.words.length;
    [...offers.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === at)));
    area.setAttribute("aria-activedescendant", `offer-${at}`);
    offers.children[at].scrollIntoView({ block: "nearest" });
  }
  function offer() {
    shown = offersAt(area.value, area.selectionStart, schema);
    if (!shown.words.length) return close();
    offers.replaceChildren(...shown.words.map(([word, meaning], number) => {
      const item = make("li", "", { id: `offer-${number}`, role: "option", "aria-selected": "false" });
      item.append(make("strong", word), " ", make("span", meaning, { class: "quiet" }));
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(number); });
      return item;
    }));
    offers.hidden = false;
    area.setAttribute("aria-expanded", "true");
    at = -1;
  }
  function take(number) {
    const word = shown.words[number][0];
    area.setRangeText(word, shown.from, area.selectionStart, "end");
    close();
    paint();
  }

  area.setAttribute("aria-autocomplete", "list");
  area.setAttribute("aria-controls", offers.id);
  area.setAttribute("aria-expanded", "false");
  area.setAttribute("role", "combobox");
  area.setAttribute("aria-haspopup", "listbox");
  area.addEventListener("input", () => { paint(); offer(); });
  area.addEventListener("scroll", paint);
  area.addEventListener("blur", close);
  area.addEventListener("click", close);
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); close(); run(); return; }
    if (event.key === " " && event.ctrlKey) { event.preventDefault(); offer(); return; }
    if (offers.hidden) return;
    if (event.key === "ArrowDown") { event.preventDefault(); mark(at + 1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); mark(at < 0 ? shown.words.length - 1 : at - 1); }
    else if (event.key === "Escape") { event.preventDefault(); close(); }
    else if (event.key === "Enter" && at >= 0) { event.preventDefault(); take(at); }
    else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) close();
  });
  paint();
  return { paint };
}
