// One exercise: run a query, have it checked, take a hint; what was checked is kept by the workbench.
import { act, make, pageData } from "/static/workbench.js";
import { answerTable } from "/static/answer_table.js";
import { colour, cypherBox } from "/static/cypher_box.js";
import { newest } from "/static/in_turn.js";

const { exercise, start, schema } = pageData();
const area = document.getElementById("query");
const asking = newest();
const verdict = document.getElementById("verdict");

const box = cypherBox({
  area, coloured: document.getElementById("coloured"), offers: document.getElementById("offers"), schema, run: check,
});

function show(answer) {
  document.getElementById("answer").hidden = !answer;
  if (!answer) return;
  const count = answer.rows.length;
  document.getElementById("counted").textContent = `${answer.more ? "The first " : ""}${count.toLocaleString("en-GB")} ${count === 1 ? "row" : "rows"}.`;
  document.getElementById("table").replaceChildren(count ? answerTable(answer) : make("p", "No rows."));
  document.getElementById("picture").replaceChildren(answer.picture
    ? make("img", "", { src: `data:image/svg+xml;base64,${answer.picture}`, alt: answer.picture_words })
    : make("p", "No row names two people or agencies, so there is nothing to join."));
}

function tell(words, kind) {
  verdict.textContent = words;
  verdict.className = `verdict ${kind}`;
}

async function run() {
  const isLast = asking();
  tell("", "");
  try {
    const answer = await act("/training/run", { exercise, query: area.value });
    if (isLast()) show(answer);
  } catch (refused) {
    if (!isLast()) return;
    show(null);
    tell(refused.message, "not-yet");
  }
}

async function check() {
  const isLast = asking();
  let checked;
  try {
    checked = await act("/training/check", { exercise, query: area.value });
  } catch (refused) {
    if (isLast()) tell(refused.message, "not-yet");
    return;
  }
  if (checked.passed) document.getElementById("solved").hidden = false;
  document.getElementById("solution").disabled = !checked.may_see_solution;
  if (!isLast()) return;
  show(checked.answer);
  tell(checked.said, checked.passed ? "right" : "not-yet");
}

async function hint() {
  const told = await act("/training/hint", { exercise });
  const list = document.getElementById("hints");
  const last = list.lastElementChild;
  if (!last || last.textContent !== told.hint) list.append(make("li", told.hint));
  document.getElementById("hint").disabled = told.left === 0;
}

async function solution() {
  const told = await act("/training/solution", { exercise });
  document.getElementById("solutions").replaceChildren(...told.solutions.map((query) => {
    const shown = make("pre", "", { class: "solution", tabindex: "0" });
    colour(shown, query.trim());
    return shown;
  }));
}

function showAs(which) {
  for (const name of ["table", "picture"]) {
    document.getElementById(name).hidden = name !== which;
    document.getElementById(`as-${name}`).setAttribute("aria-pressed", String(name === which));
  }
}

document.getElementById("typed").addEventListener("submit", (event) => { event.preventDefault(); run(); });
document.getElementById("check").addEventListener("click", check);
document.getElementById("hint").addEventListener("click", () => hint().catch(() => {}));
document.getElementById("solution").addEventListener("click", () => solution().catch(() => {}));
document.getElementById("again").addEventListener("click", () => { area.value = start; box.paint(); area.focus(); });
document.getElementById("as-table").addEventListener("click", () => showAs("table"));
document.getElementById("as-picture").addEventListener("click", () => showAs("picture"));
