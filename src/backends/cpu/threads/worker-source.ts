// The program of a worker thread, as text: `new Worker(text, { eval: true })` in Node and a Blob URL in
// browsers, so that no bundler has to know of it. A worker serves tickets until it has mail: then it
// goes back to its event loop, which is the only way to receive modules, and from there to serving.
import { control as c, PART_BITS, TEXT_LENGTH } from './control.ts';

/** A step that threads divide: `part(...addresses, bounds[i], bounds[i + 1], fresh)`. */
export interface WorkerStep {
  /** Number in the plan's kernels. */
  readonly kernel: number;
  /** Places in the plan's `at`. With `scratch` the last one is thread 0's, those of others follow it. */
  readonly slots: readonly number[];
  readonly scratch: boolean;
  readonly bounds: readonly number[];
}

/** The divided steps of a program. */
export interface WorkerPlan {
  readonly id: number;
  /** Byte addresses, written by the main thread before every run. */
  readonly at: Float64Array<SharedArrayBuffer>;
  readonly kernels: readonly WebAssembly.Module[];
  /** By number of the step in the program; undefined if it is not divided. */
  readonly steps: readonly (WorkerStep | undefined)[];
}

/** What is sent to a worker. */
export type Message =
  | {
      readonly kind: 'start';
      readonly control: Int32Array<SharedArrayBuffer>;
      readonly memory: WebAssembly.Memory;
      /** 1 for the first worker; the main thread is 0. */
      readonly number: number;
      /** Milliseconds of looking for work before sleeping. */
      readonly spin: number;
    }
  | { readonly kind: 'plan'; readonly plan: WorkerPlan }
  | { readonly kind: 'drop'; readonly id: number };

/**
 * JavaScript, written out: no function of ours in it as text, because bundlers and loaders rewrite
 * functions and leave calls of helpers in them that a worker does not have.
 */
export const workerSource = `'use strict';
const port = typeof require === 'function' ? require('node:worker_threads').parentPort : globalThis;
const plans = new Map();
let ctl, memory, number, spin;
let received = 0;
let seen = 0;

port.onmessage = ({ data }) => {
  received++;
  if (data.kind === 'start') {
    ({ control: ctl, memory, number, spin } = data);
    Atomics.add(ctl, ${c.ready}, 1);
  } else if (data.kind === 'drop') plans.delete(data.id);
  else {
    const parts = data.plan.kernels.map(
      (module) => new WebAssembly.Instance(module, { env: { memory } }).exports.part,
    );
    plans.set(data.plan.id, { ...data.plan, parts });
  }
  serve();
};

// Waits for tickets and serves them, until there is mail.
function serve() {
  for (;;) {
    let ticket;
    let since = performance.now();
    for (let i = 1; (ticket = Atomics.load(ctl, ${c.ticket})) >>> ${PART_BITS} === seen; i++) {
      if (Atomics.load(ctl, ${c.mail} + number) !== received) return;
      if (i % 64 > 0 || performance.now() - since < spin) continue;
      Atomics.add(ctl, ${c.asleep}, 1);
      Atomics.wait(ctl, ${c.ticket}, ticket);
      Atomics.sub(ctl, ${c.asleep}, 1);
      since = performance.now();
    }
    seen = ticket >>> ${PART_BITS};
    work();
  }
}

// Plan and step may be those of a later ticket, but then no part of this one can be taken any more.
function work() {
  const plan = plans.get(Atomics.load(ctl, ${c.plan}));
  const step = plan && plan.steps[Atomics.load(ctl, ${c.step})];
  if (!step) return;
  const { bounds, slots } = step;
  let args;
  for (;;) {
    const ticket = Atomics.load(ctl, ${c.ticket});
    const left = ticket & ${(1 << PART_BITS) - 1};
    if (ticket >>> ${PART_BITS} !== seen || left === 0) return;
    if (Atomics.compareExchange(ctl, ${c.ticket}, ticket, ticket - 1) !== ticket) continue;
    try {
      const fresh = args ? 0 : 1;
      if (!args) {
        args = slots.map((slot) => plan.at[slot]);
        if (step.scratch) args[args.length - 1] = plan.at[slots[slots.length - 1] + number];
      }
      plan.parts[step.kernel](...args, bounds[left - 1], bounds[left], fresh);
    } catch (error) {
      const text = String(error && error.message || error).slice(0, ${TEXT_LENGTH});
      for (let i = 0; i < text.length; i++) ctl[${c.text} + i] = text.charCodeAt(i);
      Atomics.store(ctl, ${c.error}, text.length);
    }
    Atomics.add(ctl, ${c.done}, 1);
    if (Atomics.load(ctl, ${c.waiting})) Atomics.notify(ctl, ${c.done});
  }
}
`;
