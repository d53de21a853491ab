// Times of work that a device does in the background: launches are queued in batches long enough that
// waiting for the last one does not count, and a batch's time is divided by its launches.
import type { Library } from '../engines/wgrad-workloads.ts';

type Tensor = import('../../src/index.ts').Tensor;

/** Something that can be queued again and again. */
export interface Task {
  /** Queues one run. */
  launch(): void;
  /** Resolves when everything queued is done. */
  finish(): Promise<void>;
  dispose(): void;
}

/** Milliseconds per run. */
export interface Timing {
  /** Trace, plan, compile and run once. */
  readonly firstMs: number;
  readonly ms: number;
  readonly leastMs: number;
  /** CPU time of the process per run: planning is done, so this is the cost of replaying. */
  readonly cpuMs: number;
}

const cpuNow = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Measures a task for about `budget` ms in five batches. */
export async function time(task: Task, budget: number): Promise<Timing> {
  const batch = async (runs: number) => {
    const start = performance.now();
    for (let i = 0; i < runs; i++) task.launch();
    await task.finish();
    return (performance.now() - start) / runs;
  };
  const firstMs = await batch(1);
  const once = await batch(1); // the autotuner, if it is on, may still have measured in the first
  const runs = Math.max(1, Math.min(1000, Math.round(budget / 5 / Math.min(once, firstMs))));
  const cpu = cpuNow();
  const batches: number[] = [];
  for (let i = 0; i < 5; i++) batches.push(await batch(runs));
  const cpuMs = (cpuNow() - cpu) / (5 * runs);
  batches.sort((a, b) => a - b);
  return { firstMs, ms: batches[2], leastMs: batches[0], cpuMs };
}

/** A compiled function of fixed arguments as a task. */
export function callTask<A extends unknown[]>(
  w: Library,
  f: (...args: A) => unknown,
  args: A,
  name: string,
): Task {
  const compiled = w.compile(f, { name });
  let last: Tensor[] = [];
  const drop = () => {
    for (const t of last) t.dispose();
  };
  return {
    launch() {
      drop();
      last = w.tree.leaves(compiled(...args));
    },
    finish: () => w.realize(last),
    dispose() {
      drop();
      compiled.dispose();
      for (const t of w.tree.leaves(args)) t.dispose();
    },
  };
}

/** A compiled step that takes over its state and gives the next one with a loss that is not read. */
export function stepTask<S>(
  w: Library,
  step: (state: S) => { state: S; loss: Tensor },
  start: S,
  name: string,
): Task {
  const compiled = w.compile(step, { name, donate: [0] });
  let state = start;
  let loss: Tensor | undefined;
  return {
    launch() {
      loss?.dispose();
      const out = compiled(state);
      state = out.state;
      loss = out.loss;
    },
    finish: () => w.realize([state, loss]),
    dispose() {
      loss?.dispose();
      compiled.dispose();
      for (const t of w.tree.leaves(state)) t.dispose();
    },
  };
}
