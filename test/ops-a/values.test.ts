// Values that are known from elsewhere: NumPy's and PyTorch's answers for dtypes, NaN, infinities, empty
// tensors, ties and rounding, and the errors of bad calls.
import { describe, expect, it } from 'vitest';
import * as ops from '../../src/tensor/ops/index.ts';
import type { TensorLike } from '../../src/tensor/tensor.ts';
import { evaluate, valuesOf } from './support.ts';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

describe('dtypes', () => {
  const i32 = ops.tensor([7, -7, 2], { dtype: 'i32' });
  it('integers stay integers, except under division', () => {
    expect(ops.add(i32, 1).dtype).toBe('i32');
    expect(ops.mul(i32, 0.5).dtype).toBe('f32');
    expect(ops.div(i32, 2).dtype).toBe('f32');
    expect(valuesOf(ops.div(i32, 2))).toEqual([3.5, -3.5, 1]);
    expect(valuesOf(ops.floorDiv(i32, 2))).toEqual([3, -4, 1]);
    expect(valuesOf(ops.rem(i32, 4))).toEqual([3, -3, 2]);
    expect(valuesOf(ops.pow(i32, 3))).toEqual([343, -343, 8]);
    expect(ops.exp(i32).dtype).toBe('f32');
  });
  it('integers wrap', () => {
    const big = ops.tensor([2 ** 31 - 1], { dtype: 'i32' });
    expect(valuesOf(ops.add(big, 1))).toEqual([-(2 ** 31)]);
    expect(valuesOf(ops.mul(big, big))).toEqual([1]);
    expect(valuesOf(ops.sum(ops.broadcastTo(big, [3])))).toEqual([2 ** 31 - 3]);
  });
  it('booleans count as i32', () => {
    const b = ops.tensor([true, false, true]);
    expect(ops.sum(b).dtype).toBe('i32');
    expect(valuesOf(ops.sum(b))).toEqual([2]);
    expect(ops.add(b, b).dtype).toBe('i32');
    expect(ops.mean(b).dtype).toBe('f32');
  });
  it('bits are for integers', () => {
    expect(valuesOf(ops.bitwiseNot(ops.tensor([5], { dtype: 'u32' })))).toEqual([2 ** 32 - 6]);
    expect(valuesOf(ops.shiftRight(ops.tensor([-8], { dtype: 'i32' }), 1))).toEqual([-4]);
    expect(() => ops.bitwiseAnd([1.5], [1])).toThrow(/bitwiseAnd: f32\[1\]/);
  });
});

describe('NaN and infinities', () => {
  const x = ops.tensor([nan, inf, -inf, 1]);
  it('are told apart', () => {
    expect(valuesOf(ops.isNan(x))).toEqual([1, 0, 0, 0]);
    expect(valuesOf(ops.isInf(x))).toEqual([0, 1, 1, 0]);
    expect(valuesOf(ops.isFinite(x))).toEqual([0, 0, 0, 1]);
  });
  it('compare as IEEE says', () => {
    for (const f of [ops.equal, ops.less, ops.lessEqual, ops.greater, ops.greaterEqual]) {
      expect(valuesOf(f([nan], [nan]))).toEqual([0]);
    }
    expect(valuesOf(ops.notEqual([nan], [nan]))).toEqual([1]);
  });
  it('propagate', () => {
    expect(valuesOf(ops.maximum([nan, 1], [1, nan]))).toEqual([nan, nan]);
    expect(valuesOf(ops.max([1, nan, 3]))).toEqual([nan]);
    expect(valuesOf(ops.relu([nan, -inf, inf]))).toEqual([nan, 0, inf]);
    expect(valuesOf(ops.clip([nan, inf], 0, 1))).toEqual([nan, 1]);
    expect(valuesOf(ops.sign([nan, -3, 0]))).toEqual([nan, -1, 0]);
    expect(valuesOf(ops.softplus([-inf, inf]))).toEqual([0, inf]);
    expect(valuesOf(ops.logAddExp([-inf, inf, -inf], [-inf, inf, 2]))).toEqual([-inf, inf, 2]);
  });
  it('the first NaN is the extreme of argmax and argmin', () => {
    expect(valuesOf(ops.argmax([1, nan, 5, nan]))).toEqual([1]);
    expect(
      valuesOf(
        ops.argmin(
          [
            [1, nan],
            [0, 0],
          ],
          1,
        ),
      ),
    ).toEqual([1, 0]);
  });
});

describe('reductions', () => {
  it('of nothing', () => {
    const none = ops.zeros([2, 0]);
    expect(valuesOf(ops.sum(none, 1))).toEqual([0, 0]);
    expect(valuesOf(ops.prod(none, 1))).toEqual([1, 1]);
    expect(valuesOf(ops.mean(none, 1))).toEqual([nan, nan]);
    expect(valuesOf(ops.any(none, 1))).toEqual([0, 0]);
    expect(valuesOf(ops.all(none, 1))).toEqual([1, 1]);
    expect(valuesOf(ops.logSumExp(none, 1))).toEqual([-inf, -inf]);
    expect(ops.max(none, 0).shape).toEqual([0]);
    expect(() => ops.max(none, 1)).toThrow(/max: no value for the reduction of no elements/);
    expect(() => ops.argmin(none)).toThrow(/argmin/);
  });
  it('keep axes or not', () => {
    const x = ops.ones([2, 3, 4]);
    expect(ops.sum(x, [0, -1]).shape).toEqual([3]);
    expect(ops.sum(x, [0, -1], { keepDims: true }).shape).toEqual([1, 3, 1]);
    expect(ops.logSumExp(x, 1).shape).toEqual([2, 4]);
    expect(ops.prod(x, [1, 2]).shape).toEqual([2]);
    expect(
      valuesOf(
        ops.argmax([
          [1, 2],
          [4, 3],
        ]),
      ),
    ).toEqual([2]);
    expect(() => ops.sum(x, 3)).toThrow(/sum: axis 3 is out of range/);
    expect(() => ops.sum(x, [0, 0])).toThrow(/repeat/);
  });
  it('variance keeps its digits far from 0', () => {
    const far = ops.tensor(Float64Array.of(1e8 + 1, 1e8 + 2, 1e8 + 3));
    expect(valuesOf(ops.variance(far))).toEqual([1]);
    expect(valuesOf(ops.variance(far, 0, { correction: 0 }))[0]).toBeCloseTo(2 / 3, 12);
    expect(valuesOf(ops.variance([1]))).toEqual([nan]);
  });
  it('norms of several orders', () => {
    const x = [3, -4, 0];
    const orders = [1, 2, inf, -inf, 0].map((p) => valuesOf(ops.norm(x, 0, { p }))[0]);
    expect(orders).toEqual([7, 5, 4, 0, 2]);
    expect(valuesOf(ops.norm(x, 0, { p: 3 }))[0]).toBeCloseTo(91 ** (1 / 3), 12);
  });
});

describe('rounding and remainders', () => {
  it('halves go to even', () => {
    expect(valuesOf(ops.round([0.5, 1.5, 2.5, -1.5, 2.4]))).toEqual([0, 2, 2, -2, 2]);
  });
  it('powers', () => {
    expect(valuesOf(ops.pow([-3], 3))).toEqual([-27]);
    expect(valuesOf(ops.pow([4], -0.5))).toEqual([0.5]);
    expect(valuesOf(ops.pow(2, [3, -1]))).toEqual([8, 0.5]);
    expect(() => ops.pow(ops.tensor([2], { dtype: 'i32' }), -1)).toThrow(/no power -1/);
  });
});

describe('cumulative', () => {
  it('runs forwards, backwards and exclusively', () => {
    const x = [1, 2, 3];
    expect(valuesOf(ops.cumsum(x))).toEqual([1, 3, 6]);
    expect(valuesOf(ops.cumsum(x, 0, { reverse: true }))).toEqual([6, 5, 3]);
    expect(valuesOf(ops.cumprod(x, 0, { exclusive: true }))).toEqual([1, 1, 2]);
    expect(valuesOf(ops.cummax([2, 1, 3], 0))).toEqual([2, 2, 3]);
    expect(
      valuesOf(
        ops.cumsum(
          [
            [1, 2],
            [3, 4],
          ],
          0,
        ),
      ),
    ).toEqual([1, 2, 4, 6]);
  });
  it('logCumSumExp neither overflows nor loses small terms', () => {
    const y = valuesOf(ops.logCumSumExp(ops.tensor(Float64Array.of(-1000, -1000, 1000, -inf))));
    expect(y).toEqual([-1000, -1000 + Math.log(2), 1000, 1000]);
  });
});

describe('losses', () => {
  it('ignore what should not count', () => {
    const logits = ops.tensor(
      [
        [2, 0],
        [0, 2],
        [5, 5],
      ],
      { dtype: 'f64' },
    );
    const target = ops.tensor([0, 0, -100], { dtype: 'i32' });
    const [a, b] = [Math.log1p(Math.exp(-2)), Math.log1p(Math.exp(2))];
    expect(valuesOf(ops.crossEntropy(logits, target))[0]).toBeCloseTo((a + b) / 2, 12);
    const each = valuesOf(ops.crossEntropy(logits, target, { reduction: 'none' }));
    expect(each[2]).toBe(0);
  });
  it('refuse shapes and dtypes that do not fit', () => {
    expect(() => ops.meanSquaredError(ops.zeros([3, 1]), ops.zeros([3]))).toThrow(
      /differ in shape/,
    );
    expect(() => ops.nllLoss(ops.zeros([2, 3]), ops.zeros([2]))).toThrow(/must hold integers/);
    expect(() => ops.crossEntropy(ops.zeros([2, 3]), ops.zeros([3], 'i32'))).toThrow(/do not fit/);
    expect(() => ops.groupNorm(ops.zeros([1, 4, 6]), 4)).toThrow(/4 groups do not divide/);
  });
  it('binary cross entropy at certainty is limited', () => {
    const f = (p: TensorLike, t: TensorLike) => valuesOf(ops.binaryCrossEntropy(p, t))[0];
    expect(f([0], [0])).toBeCloseTo(0, 12);
    expect(f([1], [0])).toBe(100);
  });
});

describe('norms', () => {
  it('group norm gives groups mean 0 and variance 1, per sample', () => {
    const x = ops.tensor(
      Float64Array.from({ length: 48 }, (_, i) => 1e6 + Math.sin(i * i)),
      {
        shape: [2, 2, 3, 4],
      },
    );
    const y = ops.reshape(ops.groupNorm(x, 2, { eps: 0 }), [2, 6, 2, 2]);
    const [m, v] = evaluate([ops.mean(y, [1, 3]), ops.variance(y, [1, 3], { correction: 0 })]);
    for (let i = 0; i < 4; i++) {
      expect(m[i]).toBeCloseTo(0, 8);
      expect(v[i]).toBeCloseTo(1, 8);
    }
  });
  it('batch norm in use is the affine map of its statistics', () => {
    const running = { mean: [1, 2], variance: [4, 9] };
    const y = ops.batchNormInference([[3, 5]], running, { scale: [2, 1], bias: [0, 1], eps: 0 });
    valuesOf(y).forEach((v, i) => {
      expect(v).toBeCloseTo([2, 2][i], 6);
    });
  });
});

describe('klDivergence', () => {
  it('is summed and divided by the number of rows, unless told otherwise', () => {
    // rows [1/2, 1/2] from [1/4, 3/4], and equal rows: ln(4/3) / 2 and 0
    const q = [
      [Math.log(0.25), Math.log(0.75)],
      [Math.log(0.5), Math.log(0.5)],
    ];
    const t = [
      [0.5, 0.5],
      [0.5, 0.5],
    ];
    const total = Math.log(4 / 3) / 2;
    expect(valuesOf(ops.klDivergence(q, t))[0]).toBeCloseTo(total / 2, 6);
    expect(valuesOf(ops.klDivergence(q, t, { reduction: 'sum' }))[0]).toBeCloseTo(total, 6);
    expect(valuesOf(ops.klDivergence(q, t, { reduction: 'mean' }))[0]).toBeCloseTo(total / 4, 6);
  });
});
