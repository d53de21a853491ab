// Waiting for a device in Node. Dawn looks for news once a turn of the event loop and keeps the loop turning
// while anything is pending: a wait of a second burns a second of a core, which a software adapter, whose
// threads do the work, or a process beside this one could have used. So while somebody waits, and the loop
// has nothing else to do, the thread sleeps a little in each turn: a twentieth of the wait so far.

/** Milliseconds: longest nap, shortest one worth taking, and the turn of a loop that has other work. */
const longest = 0.3;
const shortest = 0.05;
const busyTurn = 0.2;

const asleep = new Int32Array(
  typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(4) : new SharedArrayBuffer(4),
);

let polled = false;
let waits = 0;
let turning = false;
let since = 0;
let lastTurn = 0;

/** Says that this process has a device that is asked for news by turns of the event loop. */
export function deviceIsPolled(): void {
  polled = typeof setImmediate === 'function' && typeof SharedArrayBuffer !== 'undefined';
}

function turn(): void {
  turning = waits > 0;
  if (!turning) return;
  const nap = Math.min(longest, (performance.now() - since) / 20);
  if (nap >= shortest && performance.now() - lastTurn < busyTurn) Atomics.wait(asleep, 0, 0, nap);
  lastTurn = performance.now();
  setImmediate(turn);
}

/** The same promise; until it is settled, an idle event loop turns slowly. */
export function patiently<T>(promise: Promise<T>): Promise<T> {
  if (!polled) return promise;
  if (waits++ === 0) since = performance.now();
  if (!turning) {
    turning = true;
    setImmediate(turn);
  }
  return promise.finally(() => {
    waits--;
  });
}
