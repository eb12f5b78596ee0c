// What is fetched again and again: in turn, the last one asked for, and shown while no hand is on a button.

/** `work` as a function that never runs twice at once: a call while it runs has it run once more, and waits for that. */
export function inTurn(work) {
  let running = null, next = null;
  const start = () => {
    next = null;
    running = work().finally(() => { running = null; });
    return running;
  };
  return () => {
    if (!running && !next) return start();
    next ??= running.then(start, start);
    return next;
  };
}

/** Of things asked for one after another, tells which was asked for last: an answer that comes late must not be shown. */
export function newest() {
  let last = 0;
  return () => {
    const mine = (last += 1);
    return () => mine === last;
  };
}

/** Longest that a hand is waited for, in milliseconds, as its lifting may go unseen. */
const PATIENCE = 2000;
let down = false, free = [];

function lift() {
  down = false;
  const waiting = free;
  free = [];
  // After the click that the lifting of the hand makes.
  setTimeout(() => { for (const go of waiting) go(); }, 0);
}

for (const begins of ["pointerdown", "keydown"]) addEventListener(begins, () => { down = true; }, true);
for (const ends of ["pointerup", "pointercancel", "keyup", "dragend"]) addEventListener(ends, lift, true);
// The list of a choice takes the lifting of the hand for itself.
addEventListener("change", (event) => { if (event.target.matches?.("select")) lift(); }, true);
addEventListener("blur", (event) => { if (event.target === window) lift(); });

/** Comes when no key and no button is held down: what is held must not be replaced, or the click is lost. */
export function handsOff() {
  if (!down) return Promise.resolve();
  return new Promise((resolve) => {
    free.push(resolve);
    setTimeout(resolve, PATIENCE);
  });
}
