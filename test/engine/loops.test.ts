// Loops that people write stay flat, by counters: bytes of tensors, resident memory, nodes evaluated and plans
// made. `bench/memory-loops.ts` runs the same loops for 20,000 steps by hand.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { loops, measure, type Window } from '../../bench/memory-loops.ts';
import { memory } from '../../src/runtime/cells.ts';
import { realize } from '../../src/runtime/evaluate.ts';
import { planCounts } from '../../src/runtime/plans.ts';
import { collectNow } from '../../src/runtime/reclaim.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';

beforeAll(async () => {
  await use('cpu');
});

const run = promisify(execFile);
const [mib, gib] = [2 ** 20, 2 ** 30];

// Runs a loop in a process of its own and gives what it measured; `collector` false: none is at hand, as in
// browsers.
async function inProcess(
  name: string,
  width: number,
  steps: number,
  collector = true,
): Promise<Window[]> {
  const program = `
    ${collector ? '' : 'process.getBuiltinModule = undefined;'}
    const { loops, measure } = await import('./bench/memory-loops.ts');
    const { useDevice } = await import('./src/index.ts');
    await useDevice('cpu', { threads: 1 });
    const windows = await measure(loops[${JSON.stringify(name)}](${width}), ${steps}, 10);
    console.log(JSON.stringify(windows));
  `;
  const args = ['--import', 'tsx', '--input-type=module', '-e', program];
  const { stdout, stderr } = await run(process.execPath, args);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Window[];
}

const most = (windows: readonly Window[], what: 'bytes' | 'rss'): number =>
  Math.max(...windows.map((x) => x[what]));

// Garbage comes and goes below the growth at which it is collected (128 MiB), so curves are saw teeth. After
// the first half their tips rise by at most 5 % and a tooth's width (what `step` allocates), and every step
// does the same work.
function expectFlat(windows: readonly Window[], step: number, limit: number): void {
  const [early, late] = [windows.slice(0, 5), windows.slice(5)];
  const tip = Math.max(most(early, 'bytes'), 128 * mib);
  expect(most(late, 'bytes')).toBeLessThanOrEqual(1.05 * tip + step);
  // what the teeth may still rise by to their full height shows in the process as well, whose heap breathes
  const rise = tip - most(early, 'bytes');
  expect(most(late, 'rss')).toBeLessThanOrEqual(1.05 * most(early, 'rss') + rise + 64 * mib);
  expect(most(windows, 'bytes')).toBeLessThan(limit);
  for (const x of late) {
    expect(x.plans).toBe(0);
    expect(x.operations).toBe(windows[9].operations);
  }
}

describe('memory of a loop', () => {
  it('over fresh batches is flat', async () => {
    // 1 MiB a step
    expectFlat(await inProcess('sum', 2048, 600), 1 * mib, gib / 4);
  });

  it('is flat where nothing but the engine decides when to collect garbage', async () => {
    expectFlat(await inProcess('sum', 2048, 600, false), 1 * mib, gib);
  });

  it('that never lets the event loop turn is flat', async () => {
    expectFlat(await inProcess('sum, dataSync', 2048, 400), 2 * mib, gib / 4);
  });

  it('of AdamW steps over a million parameters is flat', async () => {
    expectFlat(await inProcess('adamw', 707, 100), 12 * mib, gib / 4);
  });

  it('of AdamW steps that reads nothing but the loss is flat', async () => {
    expectFlat(await inProcess('adamw, only the loss read', 707, 100), 12 * mib, gib / 4);
  });

  it('of compiled steps over fresh batches is flat', async () => {
    expectFlat(await inProcess('compiled adamw', 128, 1000), mib, gib / 4);
  });
});

describe('a loop that reads nothing but the loss', () => {
  it('does the same work at each of 2,000 steps', async () => {
    const step = loops['adamw, only the loss read'](8);
    const windows = await measure(step, 2000, 100);
    const work = windows.at(-1) as Window;
    // one step forward and back: what a loop evaluates that waits for its parameters, but for the loss
    const all = await measure(loops.adamw(8), 40, 2);
    expect(work.operations).toBeLessThanOrEqual(all[1].operations);
    for (const { operations, plans } of windows.slice(1)) {
      expect({ operations, plans }).toEqual({ operations: work.operations, plans: 0 });
    }
    expect(windows[0].operations).toBeLessThan(3 * work.operations);
  });

  it('gives the same numbers as one that waits for its parameters', async () => {
    const losses = async (keep: boolean): Promise<number[]> => {
      const x = ops.random.normal(ops.random.key(1), [4, 8]);
      let p = ops.random.normal(ops.random.key(2), [8, 8]);
      const found: number[] = [];
      for (let k = 0; k < 30; k++) {
        const loss = ops.mean(ops.square(ops.sub(ops.matmul(x, p), k)));
        p = ops.sub(p, ops.mul(ops.tanh(ops.matmul(ops.transpose(x), ops.matmul(x, p))), 0.01));
        if (keep) await realize(p);
        found.push(await loss.item());
      }
      return found;
    };
    const [lazy, eager] = [await losses(false), await losses(true)];
    lazy.forEach((v, k) => {
      expect(Math.abs(v - eager[k]) / eager[k]).toBeLessThan(1e-5);
    });
  });
});

describe('a plan that is kept', () => {
  it.each(['interpret', 'program', 'cpu'] as const)('holds no tensors, on %s', async (device) => {
    await use(device);
    const made = async (): Promise<WeakRef<Tensor>[]> => {
      const x = ops.tensor([1, 2, 3]);
      const y = ops.exp(ops.add(x, 1));
      const z = ops.sum(y);
      await z.item();
      return [x, y, z].map((t) => new WeakRef(t));
    };
    const refs = await made();
    await made(); // registers of the engine may still point to what was read last
    for (let k = 0; k < 5; k++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(collectNow()).toBe(true);
    }
    expect(refs.map((r) => r.deref())).toEqual([undefined, undefined, undefined]);
    await use('cpu');
  });
});

describe('what is computed on the way to a value', () => {
  const chain = (x: Tensor): Tensor => ops.tanh(ops.sum(ops.exp(x), 1, { keepDims: true }));

  it('is not kept by forward passes, however many share a part', async () => {
    const x = ops.full([64, 64], 0.01);
    const before = memory().tensors;
    const values: Tensor[] = [];
    for (let k = 0; k < 20; k++) values.push(ops.mean(ops.mul(chain(ops.mul(x, k)), 2)));
    for (const v of values) await v.item();
    expect(memory().tensors - before).toBe(20);
  });

  it('is kept once it is needed for the third time', async () => {
    const h = chain(ops.full([64, 64], 0.01));
    const ask = async (f: (t: Tensor) => Tensor): Promise<number> => {
      const before = planCounts().operations;
      await f(h).item();
      return planCounts().operations - before;
    };
    const first = await ask((t) => ops.sum(t));
    await ask((t) => ops.mean(t));
    expect(h.storage).toBeUndefined();
    await ask((t) => ops.max(t));
    expect(h.storage).toBeDefined();
    expect(h.inputs).toEqual([]);
    expect(await ask((t) => ops.min(t))).toBeLessThan(first);
  });
});
