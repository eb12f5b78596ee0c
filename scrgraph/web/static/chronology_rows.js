// The rows of the chronology with what has been decided laid over them, and which of them pass the filter.

const FIELDS = [
  "id", "first", "last", "date", "written", "dateDoubt", "agency", "agencyText", "kind", "by", "sure", "event",
  "telling", "seen", "peopleText", "people", "words", "others", "file", "place", "doubts", "findings", "copy",
];
const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];
const AUTHOR = 3;

/** A day as people write it: 14 March 2018. */
export function inWords(day) {
  return day ? `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(0, 4))}` : "";
}

/** A row's date with the month in three letters where it is a single day: 14 Mar 2018. */
export function shortly(row) {
  return row.first && row.first === row.last ? inWords(row.first).replace(/ (\p{L}{3})\p{L}+ /u, " $1 ") : row.date;
}

/** The month of a day: March 2018. */
export function monthWords(day) {
  return day ? `${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(0, 4))}` : "No date given";
}

/** Every row, in order, as the filter and the list use it. */
export class Rows {
  constructor(told, kinds) {
    this.key = told.key;
    this.people = told.people;
    this.agencies = told.agencies;
    this.kinds = kinds;
    this.findings = new Map(told.findings.map((id, n) => [id, n]));
    this.all = told.rows.map((cells, n) => {
      const row = { n };
      for (let at = 0; at < FIELDS.length; at += 1) row[FIELDS[at]] = cells[at];
      if (row.first && !row.last) row.last = row.first;
      if (!row.date) row.date = inWords(row.first);
      row.month = monthWords(row.first);
      return withMarks(row);
    });
    this.byId = new Map(this.all.map((row) => [row.id, row]));
    this.changed = [];
    this.periods = {};
  }

  /** Lay what has been decided over the rows. */
  decide(decided) {
    for (const { n, before } of this.changed) Object.assign(this.all[n], before);
    this.changed = [];
    this.periods = decided.periods;
    const number = new Map(this.people.map(([id], n) => [id, n]));
    for (const [id, told] of Object.entries(decided.rows)) {
      const row = this.byId.get(id);
      if (!row) continue;
      const after = { key: Boolean(told.key), notes: told.notes || [], waiting: Boolean(told.waiting) };
      if (told.kind !== undefined) Object.assign(after, { kind: told.kind, by: AUTHOR });
      if (told.seen !== undefined) after.seen = told.seen;
      if (told.date) [after.date, after.first, after.last] = told.date;
      if (told.people) Object.assign(after, { peopleText: told.people[0], people: told.people[1].map((one) => number.get(one)) });
      after.month = monthWords(told.date ? after.first : row.first);
      after.text = undefined;
      this.changed.push({ n: row.n, before: Object.fromEntries(Object.keys(after).map((name) => [name, row[name]])) });
      Object.assign(row, after);
    }
    for (const row of this.all) row.part = this.partOf(row);
  }

  /** The period a row lies in: one that may be of the detailed period is. As the pack has it; the whole review where neither is set. */
  partOf(row) {
    if (!row.first) return "undated";
    const { detailed, summary } = this.periods;
    if (!detailed || (!set(detailed) && !set(summary))) return "whole";
    if (set(detailed) && touches(row, detailed)) return "detailed";
    if (set(summary)) return touches(row, summary) ? "summary" : "outside";
    return detailed.from && row.last < detailed.from ? "summary" : "outside";
  }

  /** The numbers of the rows that pass, in order. */
  passing(wanted) {
    const person = wanted.person === undefined ? -1 : wanted.person;
    const found = [];
    for (const row of this.all) {
      if (wanted.finding !== undefined && !row.findings.includes(wanted.finding)) continue;
      if (wanted.doubt && !row.doubts && !row.dateDoubt) continue;
      if (wanted.key && !row.key) continue;
      if (wanted.note && !row.notes.length) continue;
      if (person >= 0 && !row.people.includes(person)) continue;
      if (wanted.agency !== undefined && row.agency !== wanted.agency) continue;
      if (wanted.kind !== undefined && row.kind !== wanted.kind) continue;
      if (row.first && ((wanted.from && row.last < wanted.from) || (wanted.to && row.first > wanted.to))) continue;
      if (wanted.seen && !seenPasses(row.seen, wanted.seen)) continue;
      if (wanted.part && row.part !== wanted.part && !(wanted.part === "detailed" && row.part === "whole")) continue;
      if (wanted.words.length && !wanted.words.every((word) => this.text(row).includes(word))) continue;
      found.push(row.n);
    }
    return found;
  }

  /** Make ready what is searched, a piece at a time, so that the first word looked for is found as fast as the next. */
  prepare(from = 0) {
    const to = Math.min(this.all.length, from + 1500);
    for (let n = from; n < to; n += 1) this.text(this.all[n]);
    if (to < this.all.length) setTimeout(() => this.prepare(to), 5);
  }

  /** All that is said of a row, in small letters. */
  text(row) {
    if (row.text === undefined) {
      row.text = [
        row.words, row.peopleText, row.event, row.others, row.date, row.written, row.place, row.file, ...row.notes,
        this.kinds[row.kind] || "",
      ].join("\n").toLowerCase();
    }
    return row.text;
  }
}

function withMarks(row) {
  row.key = false;
  row.notes = [];
  row.waiting = false;
  row.text = undefined;
  return row;
}

function set(period) {
  return Boolean(period.from || period.to);
}

function touches(row, period) {
  return (!period.to || row.first <= period.to) && (!period.from || row.last >= period.from);
}

function seenPasses(seen, wanted) {
  if (wanted === "untold") return seen === "";
  return seen === wanted || (wanted === "seen" && seen === "alone");
}

/** The words asked for, in small letters; a phrase in quotes stays whole. */
export function wordsOf(text) {
  return [...(text || "").toLowerCase().matchAll(/"([^"]+)"?|([^\s"]+)/g)].map((found) => (found[1] || found[2]).trim()).filter(Boolean);
}
