// An answer as a table that can be put in order, and as lines for a spreadsheet.
import { make } from "/static/workbench.js";

/** A cell as people read it. */
export function words(value) {
  if (value === null || value === undefined) return "";
  return Array.isArray(value) ? value.map(words).join(", ") : String(value);
}

function compare(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return words(a).localeCompare(words(b), "en-GB", { numeric: true });
}

/** The table of `answer` ({columns, rows}); a click on a heading puts the rows in its order, a second one backwards. */
export function answerTable(answer) {
  const table = make("table"), head = make("tr"), body = make("tbody");
  let order = null, back = false;
  const fill = () => body.replaceChildren(...sorted().map((row) => {
    const line = make("tr");
    line.append(...row.map((value) => make("td", words(value), typeof value === "number" ? { class: "n" } : {})));
    return line;
  }));
  const sorted = () => {
    if (order === null) return answer.rows;
    const rows = [...answer.rows].sort((one, other) => compare(one[order], other[order]));
    return back ? rows.reverse() : rows;
  };
  head.append(...answer.columns.map((column, number) => {
    const cell = make("th", "", { scope: "col" });
    const button = make("button", column, { type: "button", class: "plain" });
    button.addEventListener("click", () => {
      back = order === number && !back;
      order = number;
      for (const other of head.children) other.removeAttribute("aria-sort");
      cell.setAttribute("aria-sort", back ? "descending" : "ascending");
      fill();
    });
    cell.append(button);
    return cell;
  }));
  const top = make("thead");
  top.append(head);
  table.append(top, body);
  fill();
  return table;
}

/** The answer as CSV; a cell that a spreadsheet could take for a formula is written with an apostrophe before it. */
export function asCsv(answer) {
  const cell = (value) => {
    let text = words(value);
    if (typeof value !== "number" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [answer.columns, ...answer.rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}
