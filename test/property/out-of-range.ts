// Indices that only the device knows and that have no place: NaN in values and gradients of floats, as
// FEATURES.md says; the same on every device.
import assert from 'node:assert/strict';
import { grad } from '../../src/autodiff/transforms.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { type TestDevice, use } from '../support/devices.ts';

const { NaN: nan } = Number;

// integers that are computed, so that only the device knows them
const unknown = (values: number[], shape = [values.length], dtype: 'i32' | 'u32' = 'i32'): Tensor =>
  ops.reshape(ops.add(ops.tensor(values, { dtype }), ops.zeros([values.length], dtype)), shape);

interface Case {
  readonly f: (x: Tensor) => Tensor;
  readonly x: number[];
  readonly shape?: number[];
  readonly value: number[];
  /** Of the sum of squares. */
  readonly gradient: number[];
}

const all = (n: number): number[] => new Array<number>(n).fill(nan);
const source = [10, 20];

const logits = [1, 2, 4, 8];
const logp = (i: number): number => {
  const [a, b] = logits.slice(2 * Math.floor(i / 2));
  return logits[i] - Math.log(Math.exp(a) + Math.exp(b));
};

const cases: Record<string, Case> = {
  take: { f: (x) => ops.take(x, unknown([2, 3])), x: [1, 2, 4], value: [4, nan], gradient: all(3) },
  'take, negative': {
    f: (x) => ops.take(x, unknown([-3, -4])),
    x: [1, 2, 4],
    value: [1, nan],
    gradient: all(3),
  },
  'take, large u32': {
    f: (x) => ops.take(x, unknown([0, 2 ** 32 - 1], [2], 'u32')),
    x: [1, 2, 4],
    value: [1, nan],
    gradient: all(3),
  },
  embedding: {
    f: (x) => ops.embedding(x, unknown([1, 2])),
    x: [1, 2, 3, 4],
    shape: [2, 2],
    value: [3, 4, nan, nan],
    gradient: all(4),
  },
  gather: {
    f: (x) => ops.gather(x, unknown([0, 2], [2, 1]), 1),
    x: [1, 2, 3, 4],
    shape: [2, 2],
    value: [1, nan],
    gradient: all(4),
  },
  takeAlongAxis: {
    f: (x) => ops.takeAlongAxis(x, unknown([0, -3], [2, 1]), 1),
    x: [1, 2, 3, 4],
    shape: [2, 2],
    value: [1, nan],
    gradient: all(4),
  },
  at: {
    f: (x) => ops.at(x, [unknown([0, 1]), unknown([1, 2])]),
    x: [1, 2, 3, 4],
    shape: [2, 2],
    value: [2, nan],
    gradient: all(4),
  },
  indexAdd: {
    f: (x) => ops.indexAdd(x, unknown([0, 2]), source),
    x: [1, 2],
    value: all(2),
    gradient: all(2),
  },
  scatterAdd: {
    f: (x) => ops.scatterAdd(x, unknown([0, 2]), source, 0),
    x: [1, 2],
    value: all(2),
    gradient: all(2),
  },
  indexSet: {
    f: (x) => ops.indexSet(x, unknown([0, 2]), source),
    x: [1, 2],
    value: all(2),
    gradient: [0, nan], // the first is replaced
  },
  scatter: {
    f: (x) => ops.scatter(x, unknown([0, 2]), source, 0),
    x: [1, 2],
    value: all(2),
    gradient: [0, nan],
  },
  'writing where there is a place': {
    f: (x) => ops.scatterAdd(x, unknown([0, -1]), source, 0),
    x: [1, 2],
    value: [11, 22],
    gradient: [22, 44],
  },
  crossEntropy: {
    f: (x) => ops.crossEntropy(x, unknown([1, 2]), { reduction: 'none' }),
    x: logits,
    shape: [2, 2],
    value: [-logp(1), nan],
    // 2 loss softmax, less one at the class
    gradient: [-2 * logp(1) * Math.exp(logp(0)), -2 * logp(1) * (Math.exp(logp(1)) - 1), nan, nan],
  },
  'nllLoss, negative': {
    f: (x) => ops.nllLoss(x, unknown([1, -1]), { reduction: 'none' }),
    x: logits,
    shape: [2, 2],
    value: [-2, nan],
    gradient: [0, 4, nan, nan],
  },
  'nllLoss, ignored': {
    f: (x) => ops.nllLoss(x, unknown([1, -7]), { reduction: 'none', ignoreIndex: -7 }),
    x: logits,
    shape: [2, 2],
    value: [-2, 0],
    gradient: [0, 4, 0, 0],
  },
};

/** Values and gradients of every indexing function. */
export async function floats(device: TestDevice): Promise<void> {
  await use(device);
  for (const [name, { f, x, shape, value, gradient }] of Object.entries(cases)) {
    const t = ops.tensor(x, { shape: shape ?? [x.length] });
    const close = (got: ArrayLike<number>, want: number[], what: string): void => {
      const same = want.every((w, i) =>
        Number.isNaN(w) ? Number.isNaN(got[i]) : Math.abs(got[i] - w) < 1e-5,
      );
      assert(
        same && got.length === want.length,
        `${name}, ${what}: [${Array.from(got)}], want [${want}]`,
      );
    };
    close(await f(t).data(), value, 'value');
    const g = grad((z: Tensor) => ops.sum(ops.square(f(z))))(t);
    close(await g.data(), gradient, 'gradient');
  }
}

/** Integers have no NaN. */
export async function integers(device: TestDevice): Promise<void> {
  await use(device);
  const x = ops.tensor([5, 6, 7], { dtype: 'i32' });
  const read = async (t: Tensor): Promise<number[]> => Array.from(await t.data());
  assert.deepEqual(await read(ops.take(x, unknown([2, 3, -4]))), [7, 0, 0]);
  assert.deepEqual(
    await read(ops.indexAdd(x, unknown([0, 3]), ops.tensor([1, 1], { dtype: 'i32' }))),
    [6, 6, 7],
  );
  assert.deepEqual(await read(ops.oneHot(unknown([1, 2]), 2, 'i32')), [0, 1, 0, 0]);
}
