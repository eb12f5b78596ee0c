"use strict";
/* The findings by topic, as far as the filters let them through, each with the pictures that show it. */
const findingsList = {
  box: document.getElementById("found-list"),
  count: document.getElementById("found-count"),
  short: 4,
  open: new Set(),
  strengths: new Map(page.own.strengths),

  about(id, strength) {
    const [topic, possible, state] = page.own.findings[id];
    const line = panel.make("p", undefined, "about");
    line.append(panel.make("strong", this.strengths.get(strength)));
    const dates = marks.known.get(id).facts.find(([term]) => term === "Dates");
    line.append(`${possible ? ", possible" : ""}; ${dates[1]}. Show in: `);
    page.own.showIn[topic].forEach((key, place) => {
      const link = panel.make("a", page.own.places[key]);
      link.href = `${key}.html#${state}`;
      line.append(place ? " · " : "", link);
    });
    return line;
  },

  item(finding) {
    const {id, statement, strength} = finding;
    const chosen = address.state.finding === id;
    const item = panel.make("li", undefined, strength.replaceAll(" ", "-"));
    item.toggleAttribute("data-chosen", chosen);
    const button = panel.make("button", statement, "say");
    button.type = "button";
    button.dataset.finding = id;
    button.setAttribute("aria-pressed", String(chosen));
    item.append(button, this.about(id, strength));
    return item;
  },

  counted(found) {
    return page.own.strengths
      .map(([strength, words]) => [found.filter((one) => one.strength === strength).length, words.toLowerCase()])
      .filter(([number]) => number).map(([number, words]) => `${number.toLocaleString("en-GB")} ${words}`).join(", ");
  },

  topic(topic, heading, found) {
    const part = panel.make("section", undefined, "topic");
    const title = panel.make("h3", heading);
    title.append(panel.make("span", this.counted(found)));
    const list = panel.make("ul");
    const all = this.open.has(topic) || found.length <= this.short + 1;
    const shown = all ? found : found.filter((one, place) => place < this.short || one.id === address.state.finding);
    for (const one of shown) list.append(this.item(one));
    part.append(title, list);
    if (found.length > this.short + 1) {
      const button = panel.make("button", all ? `Show ${this.short} of them` : `Show the other ${found.length - shown.length}`);
      button.type = "button";
      button.dataset.topic = topic;
      button.setAttribute("aria-expanded", String(all));
      part.append(button);
    }
    return part;
  },

  show() {
    const focused = document.activeElement && this.box.contains(document.activeElement) ? {...document.activeElement.dataset} : null;
    const through = page.findings.map(([id]) => findingById.get(id)).filter(({id}) => !marks.known.get(id).off);
    const byTopic = new Map(page.own.topics.map(([topic]) => [topic, []]));
    for (const one of through) byTopic.get(page.own.findings[one.id][0]).push(one);
    const parts = page.own.topics.filter(([topic]) => byTopic.get(topic).length)
      .map(([topic, heading]) => this.topic(topic, heading, byTopic.get(topic)));
    if (!parts.length) {
      parts.push(panel.make("p", page.findings.length ? "No finding fits what is chosen above." : "No finding has been made from these records.", "quiet"));
    }
    this.box.replaceChildren(...parts);
    this.count.textContent = through.length === page.findings.length ? `(${through.length})` : `(${through.length} of ${page.findings.length})`;
    for (const number of document.querySelectorAll("tspan[data-topic]")) {
      const [topic, all] = [number.dataset.topic, page.findings.filter(([id]) => page.own.findings[id][0] === number.dataset.topic).length];
      number.textContent = byTopic.get(topic).length === all ? all : `${byTopic.get(topic).length} of ${all}`;
    }
    if (!focused) return;
    for (const name of ["finding", "topic"]) {
      if (focused[name] === undefined) continue;
      const again = [...this.box.querySelectorAll(`button[data-${name}]`)].find((button) => button.dataset[name] === focused[name]);
      if (again) again.focus();
    }
  },
};
findingsList.box.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.finding !== undefined) {
    address.set({finding: address.state.finding === button.dataset.finding ? "" : button.dataset.finding});
  } else if (button.dataset.topic !== undefined) {
    const topic = button.dataset.topic;
    if (findingsList.open.has(topic)) findingsList.open.delete(topic); else findingsList.open.add(topic);
    findingsList.show();
  }
});
const known = document.getElementById("known");
known.addEventListener("submit", (event) => event.preventDefault());
known.addEventListener("input", () => address.tell());
bar.addEventListener("reset", () => known.reset(), true);
marks.listeners.push(() => findingsList.show());
findingsList.show();
