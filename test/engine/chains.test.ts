// Long chains: thousands of operations behind each other neither overflow the stack nor take quadratic
// time, forwards, backwards and when planned. Processor time is measured, which other work on the
// machine does not change.
import { beforeAll, describe, expect, it } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import { compile } from '../../src/runtime/compile.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';

beforeAll(async () => {
  await use('cpu');
});

/** n operations in a row: sin, + 0.25, * 0.9, ... */
function chain(x: Tensor, n: number): Tensor {
  let y = x;
  for (let i = 0; i < n; i++) {
    y = i % 3 === 0 ? ops.sin(y) : i % 3 === 1 ? ops.add(y, 0.25) : ops.mul(y, 0.9);
  }
  return y;
}

function expected(x: number, n: number): number {
  let y = x;
  for (let i = 0; i < n; i++) y = i % 3 === 0 ? Math.sin(y) : i % 3 === 1 ? y + 0.25 : y * 0.9;
  return y;
}

async function cpuTime(f: () => Promise<void>): Promise<number> {
  const start = process.cpuUsage();
  await f();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

// a chain with a different constant each time, so that no cache helps
async function compileTime(n: number): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 2; run++) {
    const start = 0.3 + run;
    times.push(
      await cpuTime(async () => {
        const f = compile((x: Tensor) => ops.mul(chain(x, n), 1 + run));
        const y = f(ops.tensor([start]));
        expect(await y.item()).toBeCloseTo((1 + run) * expected(Math.fround(start), n), 4);
        f.dispose();
      }),
    );
  }
  return Math.min(...times);
}

describe('chains', () => {
  it('of 20,000 operations take at most 8 times as long to compile as of 5,000', async () => {
    await compileTime(1000); // let the engine warm up
    const short = await compileTime(5000);
    const long = await compileTime(20_000);
    expect(long / short).toBeLessThan(8);
  });

  it('of 20,000 operations evaluate without compile', async () => {
    const y = chain(ops.tensor([0.3, -0.7]), 20_000);
    const got = await y.data();
    expect(got[0]).toBeCloseTo(expected(Math.fround(0.3), 20_000), 4);
    expect(got[1]).toBeCloseTo(expected(Math.fround(-0.7), 20_000), 4);
  });

  it('of 2,000 operations have a gradient, and a second one', async () => {
    const n = 1000; // x <- x + sin(x) / n: two operations and a constant
    const f = (x: Tensor): Tensor => {
      let y = x;
      for (let i = 0; i < n; i++) y = ops.add(y, ops.mul(ops.sin(y), 1 / n));
      return y;
    };
    let [y, d, dd] = [0.3, 1, 0];
    for (let i = 0; i < n; i++) {
      dd = dd * (1 + Math.cos(y) / n) - (d * d * Math.sin(y)) / n;
      d *= 1 + Math.cos(y) / n;
      y += Math.sin(y) / n;
    }
    const x = ops.tensor(0.3);
    expect(await f(x).item()).toBeCloseTo(y, 4);
    expect(await grad(f)(x).item()).toBeCloseTo(d, 3);
    expect(await grad(grad(f))(x).item()).toBeCloseTo(dd, 3);
  });

  it('share constants without storing them, however many operations read one', async () => {
    // separate outputs: what is left are the kernels of the outputs and nothing else
    const f = compile((x: Tensor) =>
      Array.from({ length: 12 }, (_, i) => ops.mul(ops.add(x, i), 0.5)),
    );
    const outputs = f(ops.tensor([1, 2, 3]));
    for (const [i, y] of outputs.entries()) {
      expect([...(await y.data())]).toEqual([1, 2, 3].map((v) => (v + i) * 0.5));
    }
    const { kernels, tempBytes } = await f.stats();
    expect(kernels).toBeLessThanOrEqual(12);
    expect(tempBytes).toBe(0);
  });

  it('of numbers stay numbers of the other operand, whatever its dtype and shape', async () => {
    const whole = ops.tensor([[7], [-8]], { dtype: 'i32' });
    const sum = ops.add(1, ops.mul(whole, [2, 3]));
    expect(ops.add(whole, 2).dtype).toBe('i32');
    expect(ops.add(whole, 2.5).dtype).toBe('f32');
    expect(await sum.toArray()).toEqual([
      [15, 22],
      [-15, -23],
    ]);
    const spread = ops.broadcastTo(3, [2, 2]);
    expect(await ops.add(spread, whole).toArray()).toEqual([
      [10, 10],
      [-5, -5],
    ]);
    expect(
      await grad((t: Tensor) => ops.sum(ops.mul(ops.broadcastTo(t, [3]), 2)))(
        ops.full([], 5),
      ).item(),
    ).toBe(6);
  });
});
