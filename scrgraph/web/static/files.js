// Files: what is dropped or chosen is sent one file after another; one that is refused does not spoil the others.
import { handsOff } from "/static/in_turn.js";
import { make, say, shownReview } from "/static/workbench.js";

const drop = document.getElementById("drop");
const choose = document.getElementById("choose");
const taken = document.getElementById("taken");
let sending = Promise.resolve();

async function add(file, replace = false) {
  const line = make("li", `${file.name}: being added`);
  taken.append(line);
  try {
    const answer = await fetch(`/files/add?name=${encodeURIComponent(file.name)}${replace ? "&replace=1" : ""}`, {
      method: "POST", headers: { "content-type": "application/octet-stream", ...shownReview() }, body: file,
    });
    const done = await answer.json();
    line.textContent = done.said || `${file.name}: ${done.error}`;
    line.classList.toggle("wrong", !answer.ok);
    if (done.there) {
      const button = make("button", `Replace ${file.name}`, { type: "button" });
      button.addEventListener("click", () => { line.remove(); start([file], true); });
      line.append(" ", button);
      return false;
    }
    return answer.ok;
  } catch (gone) {
    line.textContent = `${file.name} was not added: the workbench did not take it. See whether it still runs, and try again.`;
    line.classList.add("wrong");
    return false;
  }
}

function start(files, replace = false) {
  const list = [...files];
  if (!list.length) return;
  sending = sending.then(async () => {
    let fine = 0;
    for (const file of list) fine += await add(file, replace) ? 1 : 0;
    say(`${fine} of ${list.length} ${list.length === 1 ? "file" : "files"} taken in.`);
    const wrong = taken.querySelector(".wrong");
    if (fine && !wrong) location.reload();
    else if (fine) {
      const again = make("button", "Show what was taken in", { type: "button" });
      again.addEventListener("click", () => location.reload());
      taken.append(again);
    }
  });
}

choose.addEventListener("change", () => { start(choose.files); choose.value = ""; });
for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
}
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over"); });
document.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  start(event.dataTransfer.files);
});
// A reading that came in while nothing is being sent or filled in is shown at once.
document.addEventListener("status", (event) => {
  const fresh = String(event.detail.version) !== document.getElementById("bar").dataset.version;
  const busy = () => taken.children.length || document.activeElement?.matches("input, select, textarea");
  if (fresh && !busy() && !event.detail.reading) handsOff().then(() => { if (!busy()) location.reload(); });
});
