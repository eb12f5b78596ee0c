"use strict";
/* The slider of dates with its two ends, and the play button, which goes on by months. */
const el = (id) => document.getElementById(id);
const [firstNumber, lastNumber] = firstDay ? [dayNumber(firstDay), dayNumber(lastDay)] : [0, 1];
const clamp = (number) => Math.max(firstNumber, Math.min(lastNumber, number));
const datesInWords = (from, to) => `${inWords(from)} to ${inWords(to)}`;

function setDates(since, until) {
  if (!firstDay) return;
  address.set({from: since <= firstNumber ? "" : isoDay(since), to: until >= lastNumber ? "" : isoDay(until)});
}

function showDates(state) {
  const since = clamp(state.from ? dayNumber(state.from) : firstNumber);
  const until = Math.max(since, clamp(state.to ? dayNumber(state.to) : lastNumber));
  const whole = Math.max(1, lastNumber - firstNumber);
  el("since").value = since;
  el("until").value = until;
  el("span").style.left = `${((since - firstNumber) / whole) * 100}%`;
  el("span").style.right = `${((lastNumber - until) / whole) * 100}%`;
  el("since").style.zIndex = since > firstNumber + whole / 2 ? 2 : 1;
  el("until").style.zIndex = since > firstNumber + whole / 2 ? 1 : 2;
  el("window").textContent = player.months
    || (firstDay ? datesInWords(state.from || firstDay, state.to || lastDay) : "no dated rows");
  el("window").classList.toggle("playing", Boolean(player.months));
  if (!firstDay) return;
  el("since").setAttribute("aria-valuetext", inWords(isoDay(since)));
  el("until").setAttribute("aria-valuetext", inWords(isoDay(until)));
}

const monthOf = (iso) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
const monthOfNumber = (month) => monthInWords(Math.floor(month / 12), month % 12);
const firstOfMonth = (month) => new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString().slice(0, 10);
const lastOfMonth = (month) => isoDay(dayNumber(firstOfMonth(month + 1)) - 1);

const motion = window.matchMedia("(prefers-reduced-motion: reduce)");
const player = {
  timer: 0,
  months: "",
  /* Months, or quarters where the records span more than four years; a chosen period keeps its length. */
  play() {
    if (this.timer) { this.stop(); return; }
    const {from, to} = address.state;
    const [first, last] = [monthOf(firstDay), monthOf(lastDay)];
    const step = last - first >= 48 ? 3 : 1;
    const chosen = from || to ? monthOf(to || lastDay) - monthOf(from || firstDay) + 1 : step;
    let month = from && monthOf(to || lastDay) < last ? monthOf(from) : first;
    let told = false;
    const go = () => {
      const end = Math.min(last, month + chosen - 1);
      const words = month === end ? monthOfNumber(month) : `${monthOfNumber(month)} to ${monthOfNumber(end)}`;
      this.months = words;
      address.set({from: firstOfMonth(month), to: lastOfMonth(end)});
      if (month % 12 < step || !told) el("said").textContent = words;
      told = true;
      if (end >= last) this.stop(); else month += step;
    };
    this.quiet(true);
    el("play").textContent = "Pause";
    el("play").setAttribute("aria-pressed", "true");
    this.timer = window.setInterval(go, motion.matches ? 2400 : 1200);
    go();
  },
  stop() {
    if (!this.timer) return;
    window.clearInterval(this.timer);
    this.timer = 0;
    el("play").textContent = "Play by months";
    el("play").setAttribute("aria-pressed", "false");
    el("said").textContent = `${this.months}. ${el("counts").textContent}`;
    this.months = "";
    this.quiet(false);
    showDates(address.state);
  },
  /* While it plays only the years are announced; when it stops, where it stands. */
  quiet(on) {
    for (const id of ["counts", "details"]) el(id).setAttribute("aria-live", on ? "off" : "polite");
  },
};

function startDates() {
  for (const id of ["since", "until"]) {
    el(id).min = firstNumber;
    el(id).max = lastNumber;
    el(id).disabled = !firstDay;
  }
  el("since").addEventListener("input", () => {
    player.stop();
    setDates(Math.min(Number(el("since").value), Number(el("until").value)), Number(el("until").value));
  });
  el("until").addEventListener("input", () => {
    player.stop();
    setDates(Number(el("since").value), Math.max(Number(el("since").value), Number(el("until").value)));
  });
  el("play").disabled = !firstDay;
  el("play").addEventListener("click", () => player.play());
  el("all-dates").addEventListener("click", () => { player.stop(); address.set({from: "", to: ""}); });
}
