// How numbers behave: sums do not lose digits with length, NaN and infinities follow NumPy.
import { expect } from 'vitest';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { type TestDevice, use } from '../support/devices.ts';

/** Sum, mean and norm of 4,194,304 squares of normals, within 1e-6 of float64. */
export async function longSums(device: TestDevice): Promise<void> {
  await use(device);
  const n = 4_194_304;
  const values = new Float32Array(n);
  // normals by Box and Muller from a small generator, so that the data do not come from what is tested
  let state = 12345;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  for (let i = 0; i < n; i += 2) {
    const r = Math.sqrt(-2 * Math.log(uniform()));
    const t = 2 * Math.PI * uniform();
    values[i] = r * Math.cos(t);
    values[i + 1] = r * Math.sin(t);
  }
  let want = 0;
  for (const v of values) want += v * v;
  const x = ops.tensor(values);
  const near = (got: number, exact: number): void => {
    expect(Math.abs(got / exact - 1)).toBeLessThan(1e-6);
  };
  near(await ops.sum(ops.square(x)).item(), want);
  near(await ops.mean(ops.square(x)).item(), want / n);
  near(await ops.norm(x).item(), Math.sqrt(want));
  // the same along either axis of a matrix
  const wide = ops.reshape(ops.square(x), [2, n / 2]);
  const parts = [...(await ops.sum(wide, 1).data())];
  near(parts[0] + parts[1], want);
  const tall = ops.reshape(ops.square(x), [n / 2, 2]);
  const columns = [...(await ops.sum(tall, 0).data())];
  near(columns[0] + columns[1], want);
}

const [nan, inf] = [Number.NaN, Number.POSITIVE_INFINITY];

/** Expressions over NaN and infinities with NumPy's answers. */
export const nonFinite: Record<string, readonly [() => Tensor, readonly number[]]> = {
  'max propagates NaN': [() => ops.max(ops.tensor([1, nan, 3])), [nan]],
  'min propagates NaN': [() => ops.min(ops.tensor([1, nan, 3])), [nan]],
  'argmax finds the first NaN': [() => ops.argmax(ops.tensor([1, nan, 3, nan])), [1]],
  'maximum propagates NaN': [
    () => ops.maximum(ops.tensor([nan, 1, -inf]), ops.tensor([1, nan, inf])),
    [nan, nan, inf],
  ],
  'sum of opposite infinities': [() => ops.sum(ops.tensor([inf, -inf])), [nan]],
  'sum of an infinity': [() => ops.sum(ops.tensor([inf, 1])), [inf]],
  'division by zero': [
    () => ops.div(ops.tensor([1, -1, 0]), ops.tensor([0, 0, 0])),
    [inf, -inf, nan],
  ],
  'log at and below zero': [() => ops.log(ops.tensor([0, -1, inf])), [-inf, nan, inf]],
  'exp at the ends': [() => ops.exp(ops.tensor([-inf, inf, 1000])), [0, inf, inf]],
  'sqrt below zero': [() => ops.sqrt(ops.tensor([-1, inf, -0])), [nan, inf, -0]],
  'tanh and sigmoid saturate': [
    () => ops.concat([ops.tanh(ops.tensor([inf, -inf])), ops.sigmoid(ops.tensor([inf, -inf]))]),
    [1, -1, 1, 0],
  ],
  'comparisons with NaN are false': [
    () =>
      ops.cast(
        ops.concat([
          ops.less(ops.tensor([nan]), 1),
          ops.equal(ops.tensor([nan]), ops.tensor([nan])),
        ]),
        'i32',
      ),
    [0, 0],
  ],
  'NaN is not equal to itself': [
    () => ops.cast(ops.notEqual(ops.tensor([nan]), ops.tensor([nan])), 'i32'),
    [1],
  ],
  'where does not mix': [
    () => ops.where(ops.tensor([true, false]), ops.tensor([1, nan]), ops.tensor([nan, 2])),
    [1, 2],
  ],
  'softmax of masked logits': [() => ops.softmax(ops.tensor([-inf, 0, 0])), [0, 0.5, 0.5]],
  'logSumExp of nothing allowed': [() => ops.logSumExp(ops.tensor([-inf, -inf])), [-inf]],
  'logSumExp with an infinity': [() => ops.logSumExp(ops.tensor([inf, 0])), [inf]],
  pow: [
    () => ops.pow(ops.tensor([0, -1, nan, inf, -8]), ops.tensor([0, inf, 0, -1, 1 / 3])),
    [1, 1, 1, 0, nan],
  ],
  'sort puts NaN last': [
    () => ops.sort(ops.tensor([nan, 2, -inf, inf])).values,
    [-inf, 2, inf, nan],
  ],
  'sign and abs': [
    () => ops.concat([ops.sign(ops.tensor([-inf, nan])), ops.abs(ops.tensor([-inf, nan]))]),
    [-1, nan, inf, nan],
  ],
  'isFinite, isNan, isInf': [
    () => {
      const x = ops.tensor([1, nan, -inf]);
      return ops.cast(ops.concat([ops.isFinite(x), ops.isNan(x), ops.isInf(x)]), 'i32');
    },
    [1, 0, 0, 0, 1, 0, 0, 0, 1],
  ],
  'clip keeps NaN': [() => ops.clip(ops.tensor([nan, inf, -inf]), -1, 1), [nan, 1, -1]],
  'round to even': [() => ops.round(ops.tensor([0.5, 1.5, 2.5, -0.5, inf])), [0, 2, 2, -0, inf]],
  'empty sum, product, any, all': [
    () => {
      const none = ops.zeros([0]);
      const flags = [ops.any(ops.less(none, 1)), ops.all(ops.less(none, 1))];
      return ops.stack([ops.sum(none), ops.prod(none), ...flags.map((t) => ops.cast(t, 'f32'))]);
    },
    [0, 1, 0, 1],
  ],
  'mean of nothing': [() => ops.mean(ops.zeros([0])), [nan]],
};

/** Evaluates one of `nonFinite`; signs of zeros do not count. */
export async function followsNumPy(device: TestDevice, name: string): Promise<void> {
  await use(device);
  const [make, want] = nonFinite[name];
  const got = await make().data();
  const plain = (xs: Iterable<number>): number[] => [...xs].map((v) => (v === 0 ? 0 : v));
  const near = plain(got).map((v, i) => (Math.abs(v - want[i]) < 1e-6 ? want[i] : v));
  expect(plain(near)).toEqual(plain(want));
}
