// Does memory stay flat in the loops that people write? Each loop runs for so many steps and reports, window by
// window, the most bytes that tensors held, the resident memory of the process, nodes evaluated per
// step and plans made. By hand, 20,000 steps each: `npx tsx bench/memory-loops.ts [loop ...]` (STEPS=n).
import { pathToFileURL } from 'node:url';
import * as w from '../src/index.ts';
import { planCounts } from '../src/runtime/plans.ts';

/** What a stretch of steps showed. */
export interface Window {
  readonly steps: number;
  /** Most bytes held by tensors. */
  readonly bytes: number;
  /** Resident memory of the process at the end. */
  readonly rss: number;
  /** Nodes evaluated per step, and plans made. */
  readonly operations: number;
  readonly plans: number;
  readonly milliseconds: number;
}

type Step = (k: number) => Promise<void> | void;

interface Layer {
  readonly w: w.Tensor;
  readonly b: w.Tensor;
}

const values = (n: number, k: number): Float32Array =>
  new Float32Array(n).fill(0.1 * (k % 7) - 0.3);

const network = (width: number): Layer[] =>
  [1, 2].map((seed) => ({
    w: w.mul(w.random.normal(w.random.key(seed), [width, width]), 1 / Math.sqrt(width)),
    b: w.zeros([width]),
  }));

const loss = (layers: Layer[], x: w.Tensor): w.Tensor => {
  let h = x;
  for (const layer of layers) h = w.tanh(w.add(w.matmul(h, layer.w), layer.b));
  return w.mean(w.square(w.sub(h, 0.25)));
};

const batch = (width: number, k: number): w.Tensor =>
  w.tensor(values(4 * width, k), { shape: [4, width] });

// Two layers of `width`; `keep` also waits for the new parameters and moments.
function adamw(width: number, keep: boolean): Step {
  const tx = w.optim.adamw({ learningRate: 1e-3 });
  let params = network(width);
  let state = tx.init(params);
  return async (k) => {
    const [value, grads] = w.valueAndGrad(loss)(params, batch(width, k));
    const [updates, next] = tx.update(grads, state, params);
    params = w.optim.applyUpdates(params, updates);
    state = next;
    if (keep) await w.realize(params, state);
    await value.item();
  };
}

function compiled(width: number): Step {
  const tx = w.optim.adamw({ learningRate: 1e-3 });
  const step = w.compile(
    (p: Layer[], s: ReturnType<typeof tx.init>, x: w.Tensor) => {
      const [value, grads] = w.valueAndGrad(loss)(p, x);
      const [updates, next] = tx.update(grads, s, p);
      return [w.optim.applyUpdates(p, updates), next, value] as const;
    },
    { name: 'step', donate: [0, 1] },
  );
  let params = network(width);
  let state = tx.init(params);
  return async (k) => {
    const [p, s, value] = step(params, state, batch(width, k));
    params = p;
    state = s;
    await value.item();
  };
}

/** The loops, by name; `width` scales them: about 1,000,000 parameters at 707. */
export const loops: Record<string, (width: number) => Step> = {
  sum: (width) => async (k) => {
    await w.sum(w.tensor(values(128 * width, k))).item();
  },
  adamw: (width) => adamw(width, true),
  'adamw, only the loss read': (width) => adamw(width, false),
  'compiled adamw': compiled,
  'sum, dataSync': (width) => (k) => {
    w.sum(w.add(w.tensor(values(128 * width, k)), 1)).dataSync();
  },
};

/** Runs a loop in `count` windows. Where no step waits, all of it is one job of the event loop. */
export async function measure(
  step: Step,
  steps: number,
  count: number,
  report: (window: Window) => void = () => {},
): Promise<Window[]> {
  const windows: Window[] = [];
  const each = Math.ceil(steps / count);
  for (let n = 0; n < count; n++) {
    const before = planCounts();
    const started = performance.now();
    let bytes = 0;
    for (let k = 0; k < each; k++) {
      const waits = step(n * each + k);
      if (waits) await waits;
      bytes = Math.max(bytes, w.memory().bytes);
    }
    const { operations, plans } = planCounts();
    const window = {
      steps: each,
      bytes,
      rss: process.memoryUsage.rss(),
      operations: (operations - before.operations) / each,
      plans: plans - before.plans,
      milliseconds: (performance.now() - started) / each,
    };
    report(window);
    windows.push(window);
  }
  return windows;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await w.useDevice('cpu', { threads: 1 });
  const steps = Number(process.env.STEPS ?? 20_000);
  const width = Number(process.env.WIDTH ?? 707);
  const mib = (bytes: number): string => (bytes / 2 ** 20).toFixed(1).padStart(7);
  const names = process.argv.slice(2);
  for (const [name, make] of Object.entries(loops)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`${name}, ${steps} steps (MiB of tensors at most, MiB resident)`);
    await measure(make(width), steps, 10, (x) => {
      console.log(
        `${mib(x.bytes)} ${mib(x.rss)}  ${x.operations.toFixed(1)} operations a step, ` +
          `${x.plans} new plans, ${x.milliseconds.toFixed(2)} ms a step`,
      );
    });
  }
}
