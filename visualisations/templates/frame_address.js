"use strict";
/* The state of the page, kept in its address, so that a link or the next picture shows the same thing. */
const page = JSON.parse(document.getElementById("data").textContent);
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December"];
/* A copy whose dates are told as ages counts its days from a birth on 1 January 3000: no day of it is shown as a date. */
const BIRTH_YEAR = 3000, CLOCK_FROM = 2500;
const ageInWords = (months) => {
  const years = Math.floor(Math.abs(months) / 12), rest = Math.abs(months) % 12;
  const age = [years && several(years, "year"), (rest || !years) && several(rest, "month")].filter(Boolean).join(" ");
  return months < 0 ? `${age} before birth` : `aged ${age}`;
};
const monthInWords = (year, month) => year < CLOCK_FROM ? `${MONTHS[month]} ${year}` : ageInWords((year - BIRTH_YEAR) * 12 + month);
const inWords = (iso) => {
  const year = Number(iso.slice(0, 4)), words = monthInWords(year, Number(iso.slice(5, 7)) - 1);
  return year < CLOCK_FROM ? `${Number(iso.slice(8))} ${words}` : words;
};
const several = (number, one, many) => `${number.toLocaleString("en-GB")} ${number === 1 ? one : many || one + "s"}`;
const personName = new Map(page.people.map(([id, name]) => [id, name]));
const agencyName = new Map(page.agencies.map(([id, name]) => [id, name]));
const findingById = new Map(page.findings.map(([id, statement, strength, from, to, rows]) =>
  [id, {id, statement, strength, from, to, rows: new Set(rows)}]));

const address = {
  state: {},
  listeners: [],
  read() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const state = {};
    for (const [name, value] of asked) if (value) state[name] = value;
    if (state.person && !personName.has(state.person)) delete state.person;
    if (state.agency && !agencyName.has(state.agency)) delete state.agency;
    if (state.finding && !findingById.has(state.finding)) delete state.finding;
    for (const day of ["from", "to", "on"]) if (state[day] && !/^\d{4}-\d\d-\d\d$/.test(state[day])) delete state[day];
    this.state = state;
  },
  words() {
    const names = Object.keys(this.state).sort();
    return new URLSearchParams(names.map((name) => [name, this.state[name]])).toString();
  },
  /* Change some of the state; an empty value takes a part of it away. */
  set(changes) {
    for (const [name, value] of Object.entries(changes)) {
      if (value) this.state[name] = String(value); else delete this.state[name];
    }
    const words = this.words();
    history.replaceState(null, "", words ? "#" + words : location.pathname + location.search);
    this.tell();
  },
  /* Let every link to another picture lead to the same state there. */
  carry() {
    const words = this.words();
    for (const link of document.querySelectorAll("a[data-place]")) {
      link.href = link.dataset.place + ".html" + (words ? "#" + words : "");
    }
    const back = document.querySelector("a[data-findings]");
    if (back) back.href = "../index.html" + (this.state.finding ? "#finding-" + this.state.finding : "");
  },
  tell() {
    this.carry();
    for (const listener of this.listeners) listener(this.state);
  },
  /* Call ``listener`` with the state now and at each change. */
  follow(listener) {
    this.listeners.push(listener);
    listener(this.state);
  },
};
address.read();
address.carry();
window.addEventListener("hashchange", () => { address.read(); address.tell(); });
