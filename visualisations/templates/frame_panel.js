"use strict";
/* The panel beside the picture: what is pointed at or pinned, with the source rows behind it. */
const panel = {
  box: document.getElementById("details"),
  resting: null,
  pinned: "",
  make(name, words, className) {
    const element = document.createElement(name);
    if (words !== undefined) element.textContent = words;
    if (className) element.className = className;
    return element;
  },
  rows(numbers) {
    const box = this.make("div", undefined, "rows");
    for (const number of numbers) {
      const [file, place, date, words] = page.entries[number];
      const quote = this.make("blockquote", words || "(the row has no words)");
      quote.append(this.make("cite", [file, place, date].filter(Boolean).join(", ")));
      box.append(quote);
    }
    return box;
  },
  findingsOn(numbers) {
    const here = new Set(numbers);
    const found = page.findings.filter(([, , , , , rows]) => rows.some((row) => here.has(row)));
    if (!found.length) return null;
    const box = this.make("div", undefined, "findings-here");
    box.append(this.make("h3", several(found.length, "finding rests", "findings rest") + " on these rows"));
    const list = this.make("ul");
    for (const [id, statement, strength] of found) {
      const item = this.make("li");
      const button = this.make("button", statement, "item");
      button.type = "button";
      button.append(this.make("span", strength, "strength"));
      button.addEventListener("click", () => address.set({finding: id}));
      item.append(button);
      list.append(item);
    }
    box.append(list);
    return box;
  },
  /* Show one thing: {title, facts, rows}, or several of them. */
  show(things, heading) {
    if (!this.resting) this.resting = [...this.box.childNodes];
    const all = [];
    if (heading) all.push(this.make("h2", heading));
    for (const thing of things.slice(0, 60)) {
      all.push(this.make(heading ? "h3" : "h2", thing.title));
      if (thing.facts.length) {
        const list = this.make("dl");
        for (const [term, words] of thing.facts) list.append(this.make("dt", term), this.make("dd", words));
        all.push(list);
      }
      if (thing.rows.length) all.push(this.rows(thing.rows));
    }
    if (things.length > 60) all.push(this.make("p", `and ${things.length - 60} more; zoom in or filter to read them`));
    const findings = this.findingsOn(things.flatMap((thing) => thing.rows));
    if (findings) all.push(findings);
    this.box.replaceChildren(...all);
    document.getElementById("panel").scrollTop = 0;
  },
  clear() {
    if (this.resting) this.box.replaceChildren(...this.resting);
    this.pinned = "";
  },
};
