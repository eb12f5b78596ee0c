// Ask: what is asked stands after the # (question=<id>&<value>=… or cypher=<query>), so that it can be linked and comes back.
import { act, make, pageData } from "/static/workbench.js";
import { answerTable, asCsv } from "/static/answer_table.js";
import { cypherBox } from "/static/cypher_box.js";
import { newest } from "/static/in_turn.js";

const { questions, schema } = pageData();
const area = document.getElementById("query");
const chosen = document.getElementById("chosen");
const result = document.getElementById("answer");
const asking = newest();
const SHOWN = ["words", "table", "picture"];
let question = "", given = {};

const box = cypherBox({
  area, coloured: document.getElementById("coloured"), offers: document.getElementById("offers"), schema, run: runTyped,
});

async function asked(url, body) {
  const button = document.activeElement;
  const isLast = asking();
  result.hidden = false;
  document.getElementById("counted").textContent = "Being asked.";
  let answer;
  try {
    answer = await act(url, body);
  } catch (refused) {
    if (!isLast()) return;
    document.getElementById("counted").textContent = refused.message;
    for (const name of SHOWN) document.getElementById(name).replaceChildren();
    return;
  }
  if (!isLast()) return;
  show(answer);
  if (button && button !== area) document.getElementById("answer-title").focus();
}

function runTyped() {
  location.replace(`#cypher=${encodeURIComponent(area.value)}`);
  asked("/ask/cypher", { query: area.value });
}

function show(answer) {
  given = answer.given;
  const count = answer.rows.length;
  document.getElementById("counted").textContent = answer.none
    || (answer.more ? `The first ${count.toLocaleString("en-GB")} rows. Ask for less to see all.` : `${count.toLocaleString("en-GB")} ${count === 1 ? "row" : "rows"}.`);
  document.getElementById("table").replaceChildren(count ? answerTable(answer) : make("p", "No rows."));
  const list = document.getElementById("words");
  list.replaceChildren(...answer.sentences.map((sentence) => {
    const item = make("li");
    const rows = make("p", "", { class: "quiet rows" });
    sentence.rows.slice(0, 6).forEach(([entry, place], number) => {
      if (number) rows.append("; ");
      rows.append(make("a", place, { href: `/chronology#row=${encodeURIComponent(entry)}` }));
    });
    if (sentence.rows.length > 6) rows.append(` and ${sentence.rows.length - 6} more`);
    item.append(make("span", sentence.strength, { class: `mark ${sentence.strength.replaceAll(" ", "-")}` }), " ", sentence.statement, rows);
    return item;
  }));
  const picture = document.getElementById("picture");
  picture.replaceChildren(answer.picture
    ? make("img", "", { src: `data:image/svg+xml;base64,${answer.picture}`, alt: answer.picture_words })
    : make("p", "No row of this answer names two people or agencies, so there is nothing to join. Return their display_name, for example."));
  const save = document.getElementById("save");
  URL.revokeObjectURL(save.href);
  save.href = URL.createObjectURL(new Blob(["\ufeff", asCsv(answer)], { type: "text/csv" }));
  save.download = `${question || "answer"}.csv`;
  showAs(answer.sentences.length ? "words" : "table");
  document.getElementById("as-words").hidden = !answer.sentences.length;
}

function showAs(which) {
  for (const name of SHOWN) {
    document.getElementById(name).hidden = name !== which;
    document.getElementById(`as-${name}`).setAttribute("aria-pressed", String(name === which));
  }
}

function choose(id, given) {
  const told = questions[id];
  chosen.hidden = !told;
  question = told ? id : "";
  for (const link of document.querySelectorAll(".asked a")) {
    if (link.getAttribute("href") === `#question=${id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  if (!told) return;
  document.getElementById("chosen-title").textContent = told.title;
  document.getElementById("chosen-question").textContent = told.question;
  document.getElementById("chosen-why").textContent = told.why;
  document.getElementById("value-lines").replaceChildren(...Object.entries(told.values).map(([name, value]) => {
    const line = make("p"), key = `value-${name}`;
    const hint = { date: "a day as in 2018-03-14, or a word", integer: "a whole number", text: "text" }[value.type];
    line.append(make("label", `${name.replaceAll("_", " ")} (${hint})`, { for: key }), " ");
    line.append(make("input", "", { id: key, name, value: given.get(name) ?? value.default, autocomplete: "off" }));
    return line;
  }));
  askQuestion();
}

function askQuestion() {
  const values = Object.fromEntries(new FormData(document.getElementById("values")));
  asked("/ask/question", { question, values });
}

function follow() {
  const state = new URLSearchParams(location.hash.slice(1));
  if (state.has("cypher")) {
    choose("", state);
    area.value = state.get("cypher");
    box.paint();
  } else if (state.has("question")) choose(state.get("question"), state);
}

document.getElementById("values").addEventListener("submit", (event) => {
  event.preventDefault();
  const state = new URLSearchParams({ question, ...Object.fromEntries(new FormData(event.target)) });
  history.replaceState(null, "", `#${state}`);
  askQuestion();
});
document.getElementById("as-cypher").addEventListener("click", () => {
  area.value = questions[question].query.replace(/\$(\w+)/g, (whole, name) => given[name] ?? whole);
  box.paint();
  area.focus();
});
document.getElementById("typed").addEventListener("submit", (event) => { event.preventDefault(); question = ""; runTyped(); });
for (const name of SHOWN) document.getElementById(`as-${name}`).addEventListener("click", () => showAs(name));
document.getElementById("find").addEventListener("input", (event) => {
  const wanted = event.target.value.toLowerCase().split(/\s+/);
  for (const section of document.querySelectorAll(".asked section")) {
    let any = false;
    for (const item of section.querySelectorAll("li")) {
      item.hidden = !wanted.every((word) => item.firstElementChild.dataset.words.toLowerCase().includes(word));
      any ||= !item.hidden;
    }
    section.hidden = !any;
  }
});

const list = make("dl");
for (const [label, told] of Object.entries(schema.labels)) {
  list.append(make("dt", `:${label}`), make("dd", `${told.meaning} ${told.properties.join(", ")}`));
}
for (const [name, told] of Object.entries(schema.edges)) {
  const ends = told.ends.map(([from, to]) => `(:${from})-[:${name}]->(:${to})`).join(", ");
  list.append(make("dt", `[:${name}]`), make("dd", `${told.meaning} ${ends} ${told.properties.join(", ")}`));
}
document.getElementById("schema-told").append(list);
addEventListener("hashchange", follow);
follow();
