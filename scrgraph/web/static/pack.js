// The pack: begin it, show how far it is, and show what was made as soon as it stands there.

import { act, say, shownReview } from "/static/workbench.js";

const made = document.getElementById("what-was-made");
const make = document.getElementById("make");
const pages = document.getElementById("make-pages");
const stylesFile = document.getElementById("styles-file");
let working = made.dataset.atWork !== "";

/* Load the page again at what was made, which tells also how far it is. */
function showWhatWasMade() {
  history.scrollRestoration = "manual";
  history.replaceState(null, "", "#made");
  location.reload();
}

async function begin(url, body) {
  try {
    await act(url, body);
    showWhatWasMade();
  } catch (failed) {
    return;
  }
}

make?.addEventListener("submit", (event) => {
  event.preventDefault();
  const chosen = new FormData(make);
  begin("/pack/make", {
    names: chosen.get("names"), styles: chosen.get("styles"), undecided: chosen.get("undecided") === "yes",
  });
});

pages?.addEventListener("submit", (event) => {
  event.preventDefault();
  begin("/pack/pages", { names: new FormData(pages).get("names") });
});

make?.querySelectorAll("[name=names]").forEach((choice) => choice.addEventListener("change", () => {
  document.getElementById("begin").textContent = choice.value ? "Make the pack without names" : "Make the pack";
}));

stylesFile?.addEventListener("change", async () => {
  const file = stylesFile.files[0];
  if (!file) return;
  let done = { error: "The workbench does not answer. Try once more." };
  try {
    const answer = await fetch(`/pack/styles?name=${encodeURIComponent(file.name)}`, {
      method: "POST", headers: { "content-type": "application/octet-stream", ...shownReview() }, body: file,
    });
    done = await answer.json();
  } catch (gone) {
    // What is said below tells it.
  }
  say(done.error || done.said);
  document.getElementById("said").classList.toggle("wrong", Boolean(done.error));
  stylesFile.value = "";
  if (done.error) return;
  const choices = document.getElementById("styles");
  if (![...choices.options].some((one) => one.value === done.name)) choices.add(new Option(done.name, done.name));
  choices.value = done.name;
});

document.addEventListener("status", ({ detail: status }) => {
  if (status.job) {
    const progress = document.getElementById("progress");
    if (!progress) return;
    document.getElementById("far").textContent = status.job_what || "beginning";
    if (status.job_total > 1) {
      progress.max = status.job_total;
      progress.value = status.job_done;
    } else progress.removeAttribute("value");
  } else if (working) {
    working = false;
    showWhatWasMade();
  }
});
