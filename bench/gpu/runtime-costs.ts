// What the runtime costs apart from arithmetic: replaying a dispatch, a round trip, compiling a pipeline,
// and moving data both ways.
import type { Library } from '../engines/wgrad-workloads.ts';
import { callTask, time } from './timing.ts';

type Tensor = import('../../src/index.ts').Tensor;

/** One figure. */
export interface RuntimeCost {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

interface Options {
  readonly tiny: boolean;
  readonly wanted: (name: string) => boolean;
  readonly note: (line: string) => void;
}

async function least(repetitions: number, f: () => Promise<void>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < repetitions; i++) {
    const start = performance.now();
    await f();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** A chain of small products, which nothing can fuse: one dispatch or more each. */
async function dispatches(w: Library, length: number): Promise<RuntimeCost[]> {
  const matrix = () => w.mul(w.random.normal(w.random.key(1), [16, 16]), 0.25);
  const chain = (x: Tensor, m: Tensor) => {
    let y = x;
    for (let i = 0; i < length; i++) y = w.matmul(y, m);
    return y;
  };
  const [x, m] = [matrix(), matrix()];
  await w.realize(x, m);
  const compiled = w.compile(chain);
  await w.realize(compiled(x, m));
  const { kernels } = await compiled.stats();
  const task = callTask(w, chain, [x, m], 'dispatches');
  const { ms, cpuMs } = await time(task, 500);
  task.dispose();
  compiled.dispose();
  return [
    { name: 'dispatch, wall', value: (ms * 1000) / kernels, unit: 'µs' },
    { name: 'dispatch, CPU', value: (cpuMs * 1000) / kernels, unit: 'µs' },
  ];
}

async function roundTrip(w: Library): Promise<RuntimeCost[]> {
  const next = w.compile((x: Tensor) => w.add(x, 1));
  const x = w.tensor(Float32Array.of(1), { shape: [1] });
  await next(x).data();
  const ms = await least(50, async () => {
    const y = next(x);
    await y.data();
    y.dispose();
  });
  return [{ name: 'round trip (one kernel, 4 bytes read)', value: ms * 1000, unit: 'µs' }];
}

/** Chains of functions that differ, so that each is a kernel never seen before. */
async function pipelines(w: Library, count: number): Promise<RuntimeCost[]> {
  const x = w.tensor(new Float32Array(1000), { shape: [1000] });
  await w.realize(x);
  const seed = 1 + Math.random(); // drivers keep compiled shaders on disk, between runs too
  const made: Tensor[] = [];
  const start = performance.now();
  for (let i = 0; i < count; i++) {
    const f = (y: Tensor) => {
      let z = y;
      for (let k = 0; k < 10; k++) z = w.add(w.tanh(w.mul(z, seed + i + k / 16)), y);
      return z;
    };
    made.push(w.compile(f)(x));
  }
  await w.realize(made);
  const ms = (performance.now() - start) / count;
  for (const t of made) t.dispose();
  return [{ name: 'first call of a fused kernel of 30 operations', value: ms, unit: 'ms' }];
}

async function transfers(w: Library, mebibytes: number): Promise<RuntimeCost[]> {
  const values = new Float32Array((mebibytes * 2 ** 20) / 4).fill(1);
  const up = await least(5, async () => {
    const t = w.tensor(values, { shape: [values.length] });
    const first = w.slice(t, [0, 1]);
    await w.realize(t, first); // a kernel has read it
    t.dispose();
    first.dispose();
  });
  const next = w.compile((x: Tensor) => w.add(x, 1));
  const x = w.tensor(values, { shape: [values.length] });
  await w.realize(x);
  let down = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i++) {
    const y = next(x);
    await w.realize(y);
    down = Math.min(down, await least(1, async () => void (await y.data())));
    y.dispose();
  }
  const rate = (ms: number) => (mebibytes * 2 ** 20) / ms / 1e6;
  return [
    { name: `upload of ${mebibytes} MiB`, value: rate(up), unit: 'GB/s' },
    { name: `download of ${mebibytes} MiB`, value: rate(down), unit: 'GB/s' },
  ];
}

/** All costs whose names `wanted` picks. */
export async function measureRuntime(
  w: Library,
  { tiny, wanted, note }: Options,
): Promise<RuntimeCost[]> {
  const parts: [string, () => Promise<RuntimeCost[]>][] = [
    ['dispatch', () => dispatches(w, tiny ? 50 : 1000)],
    ['round trip', () => roundTrip(w)],
    ['pipelines', () => pipelines(w, tiny ? 3 : 20)],
    ['transfers', () => transfers(w, tiny ? 1 : 64)],
  ];
  const costs: RuntimeCost[] = [];
  for (const [name, measure] of parts) {
    if (!wanted(name)) continue;
    const found = await measure();
    for (const c of found) note(`${c.name}: ${c.value.toPrecision(3)} ${c.unit}`);
    costs.push(...found);
  }
  return costs;
}
