// Values and gradients where operands are zero, infinite or NaN. Wanted numbers are PyTorch's or NumPy's, or
// the limit where PyTorch has none (said there).
import { describe, expect, it } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { type TestDevice, use } from '../support/devices.ts';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;
const devices: TestDevice[] = ['interpret', 'cpu'];

async function check(
  f: (x: Tensor) => Tensor,
  x: number[],
  value: number | number[],
  gradient?: number[],
): Promise<void> {
  for (const dtype of ['f32', 'f64'] as const) {
    const t = ops.tensor(x, { dtype });
    const near = (got: ArrayLike<number>, want: number[], what: string): void => {
      expect(got.length, what).toBe(want.length);
      want.forEach((w, i) => {
        const text = `${what} ${dtype} of [${x}]: [${Array.from(got)}], want [${want}]`;
        if (Number.isFinite(w)) expect(Math.abs(got[i] - w), text).toBeLessThan(2e-5);
        else expect(Object.is(got[i], w), text).toBe(true);
      });
    };
    near(await f(t).data(), [value].flat(), 'value');
    if (!gradient) continue;
    near(await grad((z: Tensor) => ops.sum(f(z)))(t).data(), gradient, 'gradient');
  }
}

describe.each(devices)('%s', (device) => {
  it('norms of any order', async () => {
    await use(device);
    const norm = (p: number) => (x: Tensor) => ops.norm(x, 0, { p });
    for (const p of [-1, -2.5]) {
      await check(norm(p), [0, 1, 2], 0, [0, 0, 0]);
      await check(norm(p), [0, 0], 0, [0, 0]);
      await check(norm(p), [inf, 1], 1, [0, 1]);
      await check(norm(p), [inf, -inf], inf, [nan, nan]);
      await check(norm(p), [nan, 1], nan, [nan, nan]);
    }
    await check(norm(0.5), [0, 1, 2], 5.828427, [0, 2.414214, 1.707107]);
    await check(norm(0.5), [inf, -inf], inf, [nan, nan]);
    await check(norm(0), [0, inf, nan], 2);
    await check(norm(1), [inf, -1], inf, [1, -1]);
    for (const p of [2, 3, 2.5]) {
      await check(norm(p), [inf, 1], inf, [nan, 0]);
      await check(norm(p), [0, 0], 0, [0, 0]);
    }
    await check(norm(inf), [inf, 1], inf, [1, 0]);
    await check(norm(inf), [nan, 1], nan, [nan, nan]);
    await check(norm(-inf), [inf, 1], 1, [0, 1]);
  });

  it('logarithms of sums of exponentials', async () => {
    await use(device);
    const lse = (x: Tensor): Tensor => ops.logSumExp(x);
    await check(lse, [inf, 1], inf, [nan, 0]);
    await check(lse, [nan, 1], nan, [nan, nan]);
    await check(lse, [-inf, 1], 1, [0, 1]);
    await check(lse, [-inf, -inf], -inf, [0, 0]); // PyTorch: NaN
    await check(ops.logCumSumExp, [1, nan, 2], [1, nan, nan], [nan, nan, nan]);
    await check(ops.logCumSumExp, [-inf, -inf, 1], [-inf, -inf, 1], [0, 0, 1]); // NaN
    const pair = (x: Tensor): Tensor => ops.logAddExp(ops.slice(x, [0, 1]), ops.slice(x, [1, 2]));
    await check(pair, [inf, inf], inf, [nan, nan]);
    await check(pair, [inf, 1], inf, [1, 0]);
    await check(pair, [1, inf], inf, [0, 1]);
    await check(pair, [nan, 1], nan, [nan, nan]);
    await check(pair, [1, nan], nan, [nan, nan]);
    await check(pair, [-inf, 1], 1, [0, 1]);
    await check(pair, [-inf, -inf], -inf, [0, 0]); // NaN
  });

  it('losses of infinite residuals', async () => {
    await use(device);
    const zeros = (x: Tensor): Tensor => ops.zerosLike(x);
    for (const loss of [ops.huberLoss, ops.smoothL1Loss]) {
      const f = (x: Tensor): Tensor => loss(x, zeros(x), { reduction: 'none' });
      await check(f, [inf, -inf, nan], [inf, inf, nan], [1, -1, nan]);
      await check(f, [1, -1, 0, 0.5, 3], [0.5, 0.5, 0, 0.125, 2.5], [1, -1, 0, 0.5, 1]);
    }
    const wide = (x: Tensor): Tensor => ops.huberLoss(x, zeros(x), { delta: 2, reduction: 'none' });
    await check(wide, [3, -1, -inf], [4, 0.5, inf], [2, -1, -2]);
    const narrow = (x: Tensor): Tensor =>
      ops.smoothL1Loss(x, zeros(x), { beta: 0.5, reduction: 'none' });
    await check(narrow, [3, -0.25, -inf], [2.75, 0.0625, inf], [1, -0.5, -1]);
  });

  it('a smooth L1 loss with beta 0 is the absolute difference', async () => {
    await use(device);
    const [at, target] = [
      [3, -0.25, 0, 1e-30, -inf, nan],
      [1, 0.25, 0, 0, 2, 0],
    ];
    const [value, slope] = [
      [2, 0.5, 0, 1e-30, inf, nan],
      [1, -1, 0, 1, -1, nan],
    ];
    const none = { beta: 0, reduction: 'none' } as const;
    await check((x) => ops.smoothL1Loss(x, target, none), at, value, slope);
    // by the target it is the opposite
    const opposite = slope.map((v) => (v === 0 ? 0 : -v));
    await check((t) => ops.smoothL1Loss(at, t, none), target, value, opposite);
    const [few, wanted] = [at.slice(0, 2), target.slice(0, 2)];
    for (const [reduction, scale] of [
      ['sum', 1],
      ['mean', 0.5],
    ] as const) {
      const f = (x: Tensor): Tensor => ops.smoothL1Loss(x, wanted, { beta: 0, reduction });
      await check(f, few, 2.5 * scale, [scale, -scale]);
    }
    // the limit of small beta
    await check(
      (x) => ops.smoothL1Loss(x, wanted, { ...none, beta: 1e-7 }),
      few,
      [2, 0.5],
      [1, -1],
    );
  });

  it('cumulative products that become infinite', async () => {
    await use(device);
    await check(ops.cumprod, [2, 1, 3, inf], [2, 2, 6, inf], [inf, inf, inf, 6]);
    const back = (x: Tensor): Tensor => ops.cumprod(x, 0, { reverse: true });
    await check(back, [inf, 3, 1, 2], [inf, 6, 2, 2], [6, inf, inf, inf]);
  });

  it('resized pictures: a neighbour of weight 0 takes no part', async () => {
    await use(device);
    const row = (alignCorners: boolean, n: number) => (x: Tensor) =>
      ops.reshape(
        ops.resize(ops.reshape(x, [1, 1, 3, 1]), [1, n], { mode: 'bilinear', alignCorners }),
        [n],
      );
    // sources 0, 0.5, 1, 1.5, 2; PyTorch multiplies by 0: NaN beside infinities
    await check(row(true, 5), [1, inf, 2], [1, inf, inf, inf, 2], [1.5, 2, 1.5]);
    await check(row(true, 5), [1, nan, 2], [1, nan, nan, nan, 2]);
    await check(row(false, 1), [inf, 2, nan], [2], [0, 1, 0]);
  });

  it('limits that are NaN', async () => {
    await use(device);
    await check((x) => ops.clip(x, nan, 2), [1, 5], [nan, nan], [0, 0]);
    await check((x) => ops.clip(x, 0, nan), [1, -5], [nan, nan], [0, 0]);
    await check((x) => ops.clip(x, [nan, 0], 2), [1, 5], [nan, 2], [0, 0]);
    await check((x) => ops.clip(x, 0, [nan, 2, 2]), [1, 1, -1], [nan, 1, 0], [0, 1, 0]);
    await check((x) => ops.clip(x, 0, 2), [nan, 0, 2, inf], [nan, 0, 2, 2], [1, 1, 1, 0]);
  });

  it('quotients rounded down', async () => {
    await use(device);
    const by = (d: number) => (x: Tensor) => ops.floorDiv(x, d);
    await check(by(0.1), [1, -1, 0.35, 0, -0.05], [9, -10, 3, 0, -1]);
    await check(by(-0.1), [1, -1, 0.05], [-10, 9, -1]);
    await check(by(0), [1, -1, 0], [inf, -inf, nan]);
    await check(by(inf), [1, -1, inf, nan], [0, -1, nan, nan]);
    await check(by(3), [2 ** 24 - 1, 9, -9, 8.999999], [5592405, 3, -3, 2]);
    // x = floorDiv(x, d) d + remainder, for the remainder with the sign of d
    const xs = Array.from({ length: 60 }, (_, i) => (i - 30) * 0.1);
    const x = ops.tensor(xs);
    for (const d of [0.1, 0.3, -0.7, 1.1]) {
      const q = await ops.floorDiv(x, d).data();
      const r = await ops.rem(x, d).data();
      const b = device === 'cpu' ? Math.fround(d) : d;
      const a = await x.data();
      for (let i = 0; i < xs.length; i++) {
        const rest = r[i] !== 0 && r[i] < 0 !== b < 0 ? r[i] + b : r[i];
        expect(Math.abs(q[i] * b + rest - a[i]), `${a[i]} by ${b}`).toBeLessThan(1e-6);
      }
    }
    const ints = ops.tensor([7, -7, 5], { dtype: 'i32' });
    expect(Array.from(await ops.floorDiv(ints, 0).data())).toEqual([0, 0, 0]);
    expect(Array.from(await ops.floorDiv(ints, 2).data())).toEqual([3, -4, 2]);
  });

  it('maxima of windows of minus infinities', async () => {
    await use(device);
    const x = ops.tensor([-inf, -inf, -inf, -inf], { shape: [1, 2, 2, 1] });
    const pool = (z: Tensor): Tensor => ops.maxPool2d(z, 2, { padding: 1, stride: 1 });
    expect(Array.from(await pool(x).data())).toEqual(new Array(9).fill(-inf));
    const g = await grad((z: Tensor) => ops.sum(pool(z)))(x).data();
    expect(Array.from(g)).toEqual([4, 2, 2, 1]);
    const odd = ops.tensor([1, nan, 3, nan], { shape: [1, 2, 2, 1] });
    const h = await grad((z: Tensor) => ops.sum(pool(z)))(odd).data();
    expect(Array.from(h)).toEqual([1, 4, 2, 2]);
  });

  it('orders of f16', async () => {
    await use(device);
    const x = ops.tensor([2, nan, -1, inf, 0.5, 2], { dtype: 'f16' });
    expect(Array.from(await ops.argsort(x).data())).toEqual([2, 4, 0, 5, 3, 1]);
    const { values, indices } = ops.sort(x, { descending: true });
    expect(values.dtype).toBe('f16');
    expect(Array.from(await values.data())).toEqual([inf, 2, 2, 0.5, -1, nan]);
    expect(Array.from(await indices.data())).toEqual([3, 0, 5, 4, 2, 1]);
    expect(Array.from(await ops.topK(x, 2).values.data())).toEqual([inf, 2]);
    const sums = ops.cumsum(ops.tensor([1, 2, 3], { dtype: 'f16' }));
    expect(sums.dtype).toBe('f16');
    expect(Array.from(await sums.data())).toEqual([1, 3, 6]);
  });
});

describe('softmax', () => {
  it.each(devices)('of numbers whose exponentials overflow, on %s', async (device) => {
    await use(device);
    const share = 1 / (1 + Math.exp(-1));
    await check((x) => ops.softmax(x), [1000, 999], [share, 1 - share]);
    await check((x) => ops.softmax(x), [-1000, -1001], [share, 1 - share]);
    await check((x) => ops.logSoftmax(x), [1000, 999], [Math.log(share), Math.log(1 - share)]);
  });
});
