// Composed operations: first and second derivatives against finite differences, including the points
// where a careless rule gives NaN (zeros in products, powers at 0, norms of nothing, masked rows), and
// fused kernels against the oracle.
import { describe, expect, it } from 'vitest';
import { backward } from '../../src/autodiff/backward.ts';
import { placeholder } from '../../src/tensor/ops/create.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { type Case, checkDerivatives, evaluate, evaluateCompiled, numbers } from './support.ts';

const f64 = (values: readonly number[] | Float64Array, shape?: readonly number[]): Tensor =>
  ops.tensor(Float64Array.from(values), { shape: shape ?? [values.length] });

const gradient = (f: Case, ...xs: Tensor[]): number[][] => {
  const y = f(...xs);
  return evaluate(backward([y], [f64(new Float64Array(y.size).fill(1), y.shape)], xs)).map((g) =>
    Array.from(g),
  );
};

const labels = ops.tensor([2, 0], { dtype: 'i32' });

const cases: [string, Case, number[][]][] = [
  ['softmax over the last axis', (x) => ops.softmax(x), [[2, 3]]],
  ['softmax over the first axis', (x) => ops.softmax(x, 0), [[3, 2]]],
  ['logSoftmax', (x) => ops.logSoftmax(x, 1), [[2, 3, 2]]],
  ['logSumExp over two axes', (x) => ops.logSumExp(x, [0, 2]), [[2, 3, 2]]],
  ['logSumExp that keeps axes', (x) => ops.logSumExp(x, 1, { keepDims: true }), [[2, 3]]],
  ['mean', (x) => ops.mean(x, [0, -1]), [[2, 3, 2]]],
  ['prod over two axes', (x) => ops.prod(x, [0, 2]), [[2, 2, 2]]],
  ['variance', (x) => ops.variance(x, 1), [[2, 4]]],
  ['standardDeviation', (x) => ops.standardDeviation(x, 0, { correction: 0 }), [[4, 2]]],
  ['2-norm', (x) => ops.norm(x, 1), [[2, 3]]],
  ['3-norm', (x) => ops.norm(ops.add(x, 3), 1, { p: 3 }), [[2, 3]]],
  ['normalize', (x) => ops.normalize(x), [[2, 3]]],
  ['layerNorm', (x, s, b) => ops.layerNorm(x, { scale: s, bias: b }), [[2, 4], [4], [4]]],
  [
    'layerNorm over two axes',
    (x, s) => ops.layerNorm(x, { axes: [1, 2], scale: s }),
    [
      [2, 2, 2],
      [2, 2],
    ],
  ],
  ['rmsNorm', (x, s) => ops.rmsNorm(x, { scale: s }), [[2, 3], [3]]],
  ['groupNorm', (x, s, b) => ops.groupNorm(x, 2, { scale: s, bias: b }), [[2, 2, 2, 4], [4], [4]]],
  ['groupNorm, plain', (x) => ops.groupNorm(x, 1), [[1, 3, 2]]],
  ['instanceNorm', (x) => ops.instanceNorm(x), [[2, 3, 2]]],
  ['batchNorm', (x, s, b) => ops.batchNorm(x, { scale: s, bias: b }).y, [[3, 2, 2], [2], [2]]],
  ['crossEntropy', (x) => ops.crossEntropy(x, labels, { labelSmoothing: 0.1 }), [[2, 3]]],
  [
    'crossEntropy with probabilities',
    (x, p) => ops.crossEntropy(x, ops.softmax(p)),
    [
      [2, 3],
      [2, 3],
    ],
  ],
  ['huberLoss', (x, t) => ops.huberLoss(x, t, { delta: 0.7 }), [[5], [5]]],
  ['binaryCrossEntropyWithLogits', (x, t) => ops.binaryCrossEntropyWithLogits(x, t), [[4], [4]]],
  [
    'klDivergence',
    (x, t) => ops.klDivergence(ops.logSoftmax(x), ops.softmax(t)),
    [
      [2, 3],
      [2, 3],
    ],
  ],
  [
    'cosineSimilarity',
    (a, b) => ops.cosineSimilarity(a, b),
    [
      [2, 3],
      [1, 3],
    ],
  ],
  ['logCumSumExp', (x) => ops.logCumSumExp(x, 0), [[5, 2]]],
  ['mish', (x) => ops.mish(x), [[4]]],
  ['elu', (x) => ops.elu(x, 1.3), [[6]]],
  ['softplus with beta', (x) => ops.softplus(x, 2.5), [[4]]],
  ['hardSwish', (x) => ops.hardSwish(ops.mul(x, 2)), [[6]]],
  ['clip', (x) => ops.clip(x, -0.5, 0.9), [[6]]],
  ['lerp', (a, b, t) => ops.lerp(a, b, t), [[3], [3], []]],
  ['x^5', (x) => ops.pow(x, 5), [[4]]],
  [
    'broadcasting',
    (a, b) => ops.div(a, ops.add(ops.square(b), 1)),
    [
      [2, 1, 3],
      [4, 1],
    ],
  ],
];

describe('derivatives of composed operations', () => {
  it.each(cases)('%s', (_, f, shapes) => {
    checkDerivatives(
      f,
      shapes.map((shape) => ({ shape })),
    );
  });

  it.each(cases)('%s, fused', (_, f, shapes) => {
    const xs = shapes.map((shape, k) => {
      const n = shape.reduce((a, b) => a * b, 1);
      return placeholder({ shape, dtype: 'f32' }, `input ${n} ${k}`);
    });
    const feed = new Map(xs.map((x, k) => [x, numbers(x.size, -2, 2, k + 20)]));
    const y = f(...xs);
    const ct = ops.tensor(Float32Array.from(numbers(y.size, -1, 1, 5)), { shape: y.shape });
    const outputs = [y, ...backward([y], [ct], xs)];
    const [want, got] = [evaluate(outputs, feed), evaluateCompiled(outputs, feed)];
    want.forEach((w, i) => {
      w.forEach((v, j) => {
        expect(got[i][j]).toBeCloseTo(v, 9);
      });
    });
  });
});

describe('derivatives at awkward points', () => {
  const zeros: [string, number[]][] = [
    ['no zero', [1.5, -2, 0.5]],
    ['one zero', [1.5, 0, -2]],
    ['two zeros', [0, 1.5, 0]],
  ];
  it.each(zeros)('prod with %s', (_, values) => {
    checkDerivatives((x) => ops.prod(x), [{ shape: [3], values }]);
  });
  it.each(zeros)('cumprod with %s', (_, values) => {
    for (const reverse of [false, true]) {
      for (const exclusive of [false, true]) {
        const options = { reverse, exclusive };
        checkDerivatives((x) => ops.cumprod(x, 0, options), [{ shape: [3], values }]);
      }
    }
  });
  it('third derivatives of a product with a zero', () => {
    const x = f64([0, 2, 3, 5]);
    let y = ops.prod(x);
    const one = f64([1], []);
    // d³(x0 x1 x2 x3) / dx0 dx1 dx2 = x3
    for (const k of [0, 1, 2]) {
      const [g] = backward([y], [one], [x]);
      y = ops.sum(ops.mul(g, ops.equal(ops.iota([4]), k)));
    }
    expect(evaluate([y])[0][0]).toBe(5);
  });
  it('powers at 0', () => {
    expect(gradient((x) => ops.pow(x, 2), f64([0]))).toEqual([[0]]);
    expect(gradient((x) => ops.pow(x, 1), f64([0]))).toEqual([[1]]);
    expect(gradient((x) => ops.pow(x, 1.5), f64([0]))).toEqual([[0]]);
    expect(gradient((a, b) => ops.pow(a, b), f64([0, 0, 3]), f64([2, 0, 0]))).toEqual([
      [0, 0, 0],
      [0, 0, Math.log(3)],
    ]);
    checkDerivatives((x) => ops.pow(x, 3), [{ shape: [2], values: [0, -1] }]);
  });
  it('ties share the gradient evenly', () => {
    expect(gradient((x) => ops.max(x), f64([3, 1, 3]))).toEqual([[0.5, 0, 0.5]]);
    expect(gradient((x) => ops.min(x, 0), f64([1, 1, 2]))).toEqual([[0.5, 0.5, 0]]);
    expect(gradient((a, b) => ops.maximum(a, b), f64([1, 2]), f64([1, 0]))).toEqual([
      [0.5, 1],
      [0.5, 0],
    ]);
  });
  it('kinks follow PyTorch', () => {
    expect(gradient((x) => ops.relu(x), f64([0, -1, 2]))).toEqual([[0, 0, 1]]);
    expect(gradient((x) => ops.abs(x), f64([0, -2]))).toEqual([[0, -1]]);
    expect(gradient((x) => ops.clip(x, -1, 1), f64([-1, 1, 1.1]))).toEqual([[1, 1, 0]]);
    expect(gradient((x) => ops.elu(x), f64([0]))).toEqual([[1]]);
    expect(gradient((x) => ops.norm(x), f64([0, 0]))).toEqual([[0, 0]]);
    expect(gradient((x) => ops.standardDeviation(x), f64([2, 2]))).toEqual([[0, 0]]);
    expect(gradient((x) => ops.floor(ops.mul(x, 3)), f64([0.4]))).toEqual([[0]]);
  });
  it('where does not leak NaN from the branch not taken', () => {
    const f: Case = (x) => ops.where(ops.greater(x, 0), ops.log(x), ops.square(x));
    expect(gradient(f, f64([-2, 4]))).toEqual([[-4, 0.25]]);
  });
  it('masked rows', () => {
    const inf = Number.POSITIVE_INFINITY;
    const x = f64([1, -inf, 1, -inf, -inf, -inf], [2, 3]);
    const [value, grad] = [ops.logSumExp(x, 1), gradient((t) => ops.logSumExp(t, 1), x)];
    expect(Array.from(evaluate([value])[0])).toEqual([1 + Math.log(2), -inf]);
    [0.5, 0, 0.5, 0, 0, 0].forEach((g, i) => {
      expect(grad[0][i]).toBeCloseTo(g, 12);
    });
    const row = f64([1, -inf, 1]);
    expect(Array.from(evaluate([ops.softmax(row)])[0])).toEqual([0.5, 0, 0.5]);
    expect(gradient((t) => ops.mul(ops.softmax(t), [1, 2, 3]), row)).toEqual([[-0.5, 0, 0.5]]);
  });
  it('cummax gives the gradient to the latest record', () => {
    expect(gradient((x) => ops.cummax(x), f64([1, 3, 2, 3, 5]))).toEqual([[1, 2, 0, 1, 1]]);
    expect(gradient((x) => ops.cummax(x, 0, { reverse: true }), f64([4, 1, 2]))).toEqual([
      [1, 0, 2],
    ]);
  });
  it('activations at +-100 and infinity have finite gradients', () => {
    const xs = f64([-100, 100]);
    expect(gradient((x) => ops.sigmoid(x), xs)[0][1]).toBeCloseTo(0, 12);
    expect(gradient((x) => ops.softplus(x), xs)[0][1]).toBe(1);
    for (const f of [ops.silu, ops.gelu, ops.geluTanh, ops.mish, ops.logSigmoid, ops.elu]) {
      expect(gradient((x) => f(x), xs)[0].every(Number.isFinite), f.name).toBe(true);
    }
  });
  it('the second derivative of softplus keeps its digits where the first is nearly 1', () => {
    const at = [-30, -1, 0, 10, 17, 30];
    for (const dtype of ['f32', 'f64'] as const) {
      const x = ops.tensor(at, { dtype });
      const [first] = backward([ops.softplus(x)], [ops.onesLike(x)], [x]);
      const [second] = evaluate(backward([first], [ops.onesLike(x)], [x]));
      for (const [i, v] of at.entries()) {
        const exact = 1 / (2 + Math.exp(v) + Math.exp(-v));
        expect(Math.abs(second[i] / exact - 1), `${dtype} at ${v}`).toBeLessThan(1e-5);
      }
    }
  });
  it('operations without a gradient say why', () => {
    const x = f64([1, 2]);
    const y = ops.argmax(x);
    expect(() => backward([y], [ops.onesLike(y)], [x])).toThrow(/argmax is piecewise constant/);
  });
});

describe('norms are a few kernels', () => {
  it('group norm with its gradient', () => {
    const x = placeholder({ shape: [2, 8, 8, 16], dtype: 'f32' });
    const ct = placeholder({ shape: x.shape, dtype: 'f32' });
    const [scale, bias] = [0, 1].map(() => placeholder({ shape: [16], dtype: 'f32' }));
    const y = ops.groupNorm(x, 4, { scale, bias });
    const outputs = [y, ...backward([y], [ct], [x, scale, bias])];
    const feed = new Map([x, ct, scale, bias].map((t, k) => [t, numbers(t.size, -2, 2, k)]));
    const programs: Parameters<typeof evaluateCompiled>[2] = [];
    evaluateCompiled(outputs, feed, programs);
    // kernels over as many points as x has elements: reductions count theirs
    const big = programs[0].steps.filter(({ kernel }) => {
      if (kernel.kind !== 'nest') return true;
      const points = [...kernel.axes, ...kernel.reduceAxes].reduce((a, b) => a * b, 1);
      return points >= x.size;
    });
    // sum, squares, y; sums of ct and ct (x - m); dx
    expect(big.length).toBeLessThanOrEqual(6);
  });
});
