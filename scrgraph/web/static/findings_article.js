// One finding on the screen: its sentence, how it is known, its source rows on demand, and what is decided about it.

import { make } from "/static/workbench.js";

/** A finding as an element; `told` is what was decided about it, `acts` what can be done. */
export function article(finding, page, told, acts) {
  const element = make("article", "", {
    class: "finding", id: `finding-${finding.id}`, tabindex: "-1", "data-strength": finding.strength,
    "aria-labelledby": `sentence-${finding.id}`,
  });
  const marks = make("p", "", { class: "marks" });
  marks.append(make("span", page.strengths[finding.strength], { class: `mark ${finding.strength.replaceAll(" ", "-")}` }));
  if (finding.new) marks.append(make("span", "New since last time", { class: "fresh" }));
  marks.append(make("span", `Certainty: ${page.certainties[finding.certainty]}`));
  if (finding.summary) marks.append(make("span", "In the summary period, for which agencies give key events only"));
  const facts = make("dl", "", { class: "facts" });
  for (const [name, words] of [["Dates", finding.days], ["People", finding.people], ["Agencies", finding.agencies]]) {
    if (!words) continue;
    const line = make("div");
    line.append(make("dt", name), make("dd", words));
    facts.append(line);
  }
  const showIn = make("p", "Show in: ", { class: "show-in" });
  page.pictures[finding.topic].forEach(([title, key], at) => {
    if (at) showIn.append(" · ");
    showIn.append(make("a", title, { href: `/pictures/${key}#finding=${encodeURIComponent(finding.id)}` }));
  });
  element.append(
    make("h4", finding.statement, { id: `sentence-${finding.id}` }), marks, facts, showIn,
    make("div", "", { class: "told" }), make("div", "", { class: "acts" }), make("div", "", { class: "rows" }),
  );
  showDecided(element, finding, told, acts);
  element.addEventListener("focusin", () => acts.choose(finding.id));
  element.addEventListener("click", () => acts.choose(finding.id));
  return element;
}

/** Show what was decided and said about a finding, and what can be done now; a form that is open stays. */
export function showDecided(element, finding, told, acts) {
  const lines = [];
  if (told?.by) {
    const standing = told.standing;
    const name = `${standing[0].toUpperCase()}${standing.slice(1)}`;
    lines.push(line(told.by.words ? `${name}: ${told.by.words}` : name, told.by, acts, standing.replace(" ", "-")));
  }
  for (const comment of told?.comments || []) lines.push(line(`Comment: ${comment.words}`, comment, acts, ""));
  element.querySelector(".told").replaceChildren(...lines);
  element.classList.toggle("aside", told?.standing === "set aside");
  const buttons = [];
  if (told?.standing !== "accepted") buttons.push(button("Accept", "a", () => acts.decide(finding.id, "accept").catch(() => {})));
  if (told?.standing !== "set aside") buttons.push(button("Set aside …", "s", () => showForm(element, finding, "set aside", acts)));
  buttons.push(button("Comment …", "c", () => showForm(element, finding, "comment", acts)));
  const rows = button(`Source rows (${finding.rows})`, "e", () => showRows(element, finding));
  rows.setAttribute("aria-expanded", String(element.querySelector(".rows").childElementCount > 0));
  buttons.push(rows);
  element.querySelector(".acts").replaceChildren(...buttons);
}

function button(words, key, does) {
  const made = make("button", words, { type: "button", "aria-keyshortcuts": key });
  made.addEventListener("click", does);
  return made;
}

function line(words, said, acts, kind) {
  const element = make("div", words, { class: `decided ${kind}`.trim() });
  const who = make("div", `${said.who}, ${said.when} `, { class: "who" });
  const back = make("button", "Take back", { type: "button", class: "plain", "aria-label": `Take back: ${words.slice(0, 80)}` });
  back.addEventListener("click", () => acts.takeBack([said.id]).catch(() => {}));
  who.append(back);
  element.append(who);
  return element;
}

/** A form for the words that setting aside or a comment needs; Escape closes it. */
export function showForm(element, finding, what, acts) {
  element.querySelector("form")?.remove();
  const id = `words-${finding.id}`;
  const form = make("form");
  const words = make("textarea", "", { id, name: "words", required: "", maxlength: "20000" });
  const send = make("button", what === "comment" ? "Keep the comment" : "Set aside", { class: "first" });
  const close = make("button", "Cancel", { type: "button" });
  const buttons = make("div");
  buttons.append(send, close);
  form.append(make("label", what === "comment" ? "Comment" : "Why it is set aside", { for: id }), words, buttons);
  const leave = () => { form.remove(); element.focus({ preventScroll: true }); };
  close.addEventListener("click", leave);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    send.disabled = true;
    try {
      await acts.decide(finding.id, what, words.value);
      form.remove();
    } catch (failed) {
      send.disabled = false;
    }
  });
  element.querySelector(".acts").after(form);
  words.focus();
  form.scrollIntoView({ block: "nearest" });
}

/** Open or close the source rows of a finding; they are fetched when they are first asked for. */
export async function showRows(element, finding) {
  const place = element.querySelector(".rows");
  const opener = element.querySelector("[aria-expanded]");
  if (place.childElementCount) {
    place.replaceChildren();
    opener.setAttribute("aria-expanded", "false");
    return;
  }
  opener.setAttribute("aria-expanded", "true");
  const answer = await fetch(`/findings/rows?id=${encodeURIComponent(finding.id)}`).catch(() => null);
  const found = answer && answer.ok ? (await answer.json()).rows : [];
  if (place.childElementCount) return;
  place.replaceChildren(found.length ? table(found) : make("p", "These rows are no longer there: the review was read again. Choose “Show what is new”."));
}

function table(found) {
  const wide = make("div", "", { class: "wide" });
  const made = make("table");
  const head = make("tr");
  for (const name of ["Date", "Agency", "What the row says", "Where it stands"]) head.append(make("th", name, { scope: "col" }));
  const body = make("tbody");
  for (const row of found) {
    const cells = make("tr");
    const where = make("td");
    where.append(make("a", `${row.file}, ${row.place}`, { href: `/chronology#row=${encodeURIComponent(row.entry_id)}` }));
    cells.append(make("td", row.date), make("td", row.agency), make("td", row.text, { class: "words" }), where);
    body.append(cells);
  }
  const top = make("thead");
  top.append(head);
  made.append(top, body);
  wide.append(made);
  return wide;
}
