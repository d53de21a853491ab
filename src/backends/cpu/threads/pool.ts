// Threads that compute parts of kernels together. The main thread publishes one step at a time as a
// ticket; whoever is free takes parts off it, the main thread among them, until none is left, and the
// main thread waits for parts that others have begun. Nothing depends on a worker that has not begun,
// so workers may start late, sleep or end at any time. Workers look for the next ticket for a tenth of
// a millisecond (a step is handed over in less than a microsecond then) before they sleep.
//
// On a busy machine a worker may be held up by the system in the middle of a part, and everybody waits
// for it. So a balance of time won and lost is kept, and a loss is followed by twenty times as long on
// one thread: threads never cost more than about a twentieth.
import { CONTROL_WORDS, control as c, PART_BITS } from './control.ts';
import { spawn, type Thread } from './spawn.ts';
import { type Message, type WorkerPlan, workerSource } from './worker-source.ts';

/** Milliseconds of looking for work, or for the end of others' parts, before sleeping. */
const SPIN = 0.1;
/** A loss is followed by so many times as long on one thread, but not by more milliseconds than this. */
const REPAY = 20;
const LONGEST_PAUSE = 2000;
/** Milliseconds won that may be set against a later loss. */
const MOST_SAVED = 20;

/** How a pool is made; the defaults are right outside of tests. */
export interface PoolOptions {
  /** Milliseconds after which a part that somebody has begun is given up. */
  readonly patience?: number;
  /** False: never back to one thread on a busy machine. */
  readonly cautious?: boolean;
}

/** Worker threads of one memory. */
export interface Pool {
  /** Threads when all have started, with the main thread. */
  readonly threads: number;
  /** Starts the workers in the background; `ready` of them have started. */
  start(): void;
  readonly ready: number;
  /** Why there are no workers, if the host has refused them. */
  readonly refused: string | undefined;
  /** Parts that workers have computed so far. */
  readonly helped: number;
  /** Makes a program known to the workers, until it is dropped. */
  add(plan: WorkerPlan): void;
  drop(plan: WorkerPlan): void;
  /** Whether dividing a step is worth trying now. */
  willing(): boolean;
  /**
   * Computes all parts of a step; `own(i, fresh)` computes part i on this thread. @throws what `own`
   * throws, the error of a worker, or an error about a worker that does not finish
   */
  divide(plan: WorkerPlan, step: number, own: (part: number, fresh: number) => void): void;
  /** Ends the workers. */
  close(): void;
}

// The main thread of a browser must not sleep.
function maySleep(): boolean {
  try {
    return Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 1) === 'not-equal';
  } catch {
    return false;
  }
}

/** A pool of `threads` - 1 workers that compute in `memory`, which is shared; they start later. */
export function createPool(
  memory: WebAssembly.Memory,
  threads: number,
  { patience = 30_000, cautious = true }: PoolOptions = {},
): Pool {
  const words = new Int32Array(
    new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * CONTROL_WORDS),
  ) as Int32Array<SharedArrayBuffer>;
  const sleeps = maySleep();
  const plans = new Map<number, WorkerPlan>();
  const workers = new Map<number, Thread>();
  // shortest time of a part on this thread, by plan and step
  const shortest = new WeakMap<WorkerPlan, Float64Array>();
  let started = false;
  let refused: string | undefined;
  let epoch = 0;
  let helped = 0;
  let balance = 0;
  let pausedUntil = 0;

  const publish = (parts: number): void => {
    epoch = (epoch + 1) & ((1 << (32 - PART_BITS)) - 1);
    Atomics.store(words, c.ticket, (epoch << PART_BITS) | parts);
    if (Atomics.load(words, c.asleep) > 0) Atomics.notify(words, c.ticket);
  };
  const send = (message: Message, to: Iterable<number> = workers.keys()): void => {
    for (const n of to) {
      workers.get(n)?.post(message);
      Atomics.add(words, c.mail + n, 1);
    }
    publish(0); // sleepers look for mail
  };
  const close = (): void => {
    for (const worker of workers.values()) worker.terminate();
    workers.clear();
    plans.clear();
  };
  const start = (): void => {
    if (started) return;
    started = true;
    try {
      for (let n = 1; n < threads; n++) {
        workers.set(
          n,
          spawn(workerSource, (why) => {
            workers.delete(n);
            if (workers.size === 0 && words[c.ready] === 0) refused = why;
          }),
        );
        send({ kind: 'start', control: words, memory, number: n, spin: SPIN }, [n]);
      }
    } catch (e) {
      close();
      refused = (e as Error).message;
      return;
    }
    for (const plan of plans.values()) send({ kind: 'plan', plan });
  };

  // Waits until workers have finished `count` parts.
  const join = (count: number): void => {
    const since = performance.now();
    for (let i = 1; Atomics.load(words, c.done) !== count; i++) {
      if (i % 64 > 0) continue;
      const waited = performance.now() - since;
      if (waited > patience) {
        close();
        throw new Error(
          `a worker thread has begun a part of it and not finished within ${patience} ms; it must ` +
            'have been ended from outside, and the rest runs on one thread',
        );
      }
      if (!sleeps || waited < SPIN) continue;
      Atomics.store(words, c.waiting, 1);
      const done = Atomics.load(words, c.done);
      if (done !== count) Atomics.wait(words, c.done, done, Math.min(50, patience));
      Atomics.store(words, c.waiting, 0);
    }
  };
  const checkError = (): void => {
    const length = Atomics.exchange(words, c.error, 0);
    if (length > 0) throw new Error(String.fromCharCode(...words.slice(c.text, c.text + length)));
  };
  // Notes what threads have won on a step: the parts of others less the wait for them.
  const account = (plan: WorkerPlan, step: number, own: number, time: number, wait: number) => {
    let best = shortest.get(plan);
    if (!best) {
      best = new Float64Array(plan.steps.length).fill(Number.POSITIVE_INFINITY);
      shortest.set(plan, best);
    }
    if (own > 0) best[step] = Math.min(best[step], time / own);
    const others = (plan.steps[step]?.bounds.length as number) - 1 - own;
    helped += others;
    if (!cautious || others === 0 || best[step] === Number.POSITIVE_INFINITY) return;
    balance = Math.min(balance + others * best[step] - wait, MOST_SAVED);
    if (balance >= 0) return;
    pausedUntil = performance.now() + Math.min(-REPAY * balance, LONGEST_PAUSE);
    balance = 0;
  };

  return {
    threads,
    start,
    get ready() {
      return Math.min(Atomics.load(words, c.ready), workers.size);
    },
    get refused() {
      return refused;
    },
    get helped() {
      return helped;
    },
    add(plan) {
      plans.set(plan.id, plan);
      if (workers.size > 0) send({ kind: 'plan', plan });
    },
    drop(plan) {
      if (plans.delete(plan.id) && workers.size > 0) send({ kind: 'drop', id: plan.id });
    },
    willing: () =>
      workers.size > 0 && words[c.ready] > 0 && (!cautious || performance.now() >= pausedUntil),
    divide(plan, step, own) {
      const { bounds } = plan.steps[step] as NonNullable<WorkerPlan['steps'][number]>;
      const parts = bounds.length - 1;
      words[c.plan] = plan.id;
      words[c.step] = step;
      words[c.done] = 0;
      const before = performance.now();
      publish(parts);
      let mine = 0;
      let failure: unknown;
      for (;;) {
        const ticket = Atomics.load(words, c.ticket);
        const left = ticket & ((1 << PART_BITS) - 1);
        if (left === 0) break;
        if (Atomics.compareExchange(words, c.ticket, ticket, ticket - 1) !== ticket) continue;
        try {
          if (failure === undefined) own(left - 1, mine === 0 ? 1 : 0);
        } catch (e) {
          failure = e; // others are still at work in the same memory
        }
        mine++;
      }
      const middle = performance.now();
      join(parts - mine);
      checkError();
      if (failure !== undefined) throw failure;
      account(plan, step, mine, middle - before, performance.now() - middle);
    },
    close,
  };
}
