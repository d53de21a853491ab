// Operations on random shapes: broadcasting, sizes of zero and one, every axis. Values and gradients are
// compared with the oracle's, and shapes with NumPy's rule written out once more here.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { grad } from '../../src/autodiff/transforms.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import { sizeOf } from '../../src/tensor/shape.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { type TestDevice, use, worstError } from '../support/devices.ts';
import { total } from './random-graph.ts';

type Shape = number[];

const dims = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });

// an operand that broadcasts to `shape`: leading dimensions dropped, others replaced by 1
const operandOf = (shape: Shape): fc.Arbitrary<Shape> =>
  fc
    .tuple(fc.nat(shape.length), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }))
    .map(([drop, ones]) => shape.slice(drop).map((n, i) => (ones[i] ? 1 : n)));

const wave = (shape: Shape, phase: number): Tensor =>
  ops.tensor(
    Float32Array.from({ length: sizeOf(shape) }, (_, i) => 1.2 * Math.sin(2.3 * i + phase)),
    { shape },
  );

const broadcast = (a: Shape, b: Shape): Shape => {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, i) => {
    const [m, n] = [a, b].map((s) => s[s.length - rank + i] ?? 1);
    return m === 1 ? n : m;
  });
};

/** Values and gradients of `f` at the same inputs on a device and on the oracle. */
async function same(
  device: TestDevice,
  make: () => Tensor[],
  f: (...xs: Tensor[]) => Tensor,
  what: string,
): Promise<void> {
  const compute = async (): Promise<ArrayLike<number>[]> => {
    const xs = make();
    const y = f(...xs);
    const nodes = y.isFloat ? [y, ...grad((zs: Tensor[]) => total([f(...zs)]))(xs)] : [y];
    return Promise.all(nodes.map((t) => t.data()));
  };
  await use('interpret');
  const want = await compute();
  await use(device);
  const got = await compute();
  got.forEach((g, i) => {
    assert(
      worstError(g, want[i]) <= 3e-5,
      `${what}, result ${i}: ${Array.from(g).slice(0, 6)} against ` +
        `${Array.from(want[i]).slice(0, 6)}`,
    );
  });
}

const check = <T>(arbitrary: fc.Arbitrary<T>, runs: number, f: (x: T) => Promise<void>) =>
  fc.assert(fc.asyncProperty(arbitrary, f), { numRuns: runs, seed: 7 });

const binary: Record<string, (a: Tensor, b: Tensor) => Tensor> = {
  add: ops.add,
  sub: ops.sub,
  mul: ops.mul,
  div: (a, b) => ops.div(a, ops.add(ops.square(b), 1)),
  maximum: ops.maximum,
  less: ops.less,
  where: (a, b) => ops.where(ops.less(a, b), a, b),
};

/** Elementwise operations broadcast as NumPy's. */
export const elementwise = (device: TestDevice, runs: number): Promise<void> =>
  check(
    fc.tuple(
      fc.constantFrom(...Object.keys(binary)),
      dims.chain((s) => fc.tuple(operandOf(s), operandOf(s))),
    ),
    runs,
    async ([name, [a, b]]) => {
      const f = binary[name];
      const what = `${name} of [${a}] and [${b}]`;
      assert.deepEqual([...f(wave(a, 0), wave(b, 1)).shape], broadcast(a, b), what);
      await same(device, () => [wave(a, 0), wave(b, 1)], f, what);
    },
  );

type Reduction = (x: Tensor, axes: number[], o: { keepDims: boolean }) => Tensor;
const reductions: Record<string, Reduction> = {
  sum: ops.sum,
  mean: ops.mean,
  prod: ops.prod,
  max: ops.max,
  min: ops.min,
  variance: (x, axes, o) => ops.variance(x, axes, { ...o, correction: 0 }),
  logSumExp: ops.logSumExp,
  norm: ops.norm,
  any: (x, axes, o) => ops.any(ops.less(x, 0), axes, o),
};

/** Reductions over any axes, also none and empty ones. */
export const reduced = (device: TestDevice, runs: number): Promise<void> =>
  check(
    fc.tuple(
      fc.constantFrom(...Object.keys(reductions)),
      dims.chain((s) => fc.tuple(fc.constant(s), fc.subarray(s.map((_, i) => i)))),
      fc.boolean(),
      fc.boolean(),
    ),
    runs,
    async ([name, [shape, axes], keepDims, negative]) => {
      const empty = axes.some((a) => shape[a] === 0);
      const kept = shape.flatMap((n, i) => (axes.includes(i) ? (keepDims ? [1] : []) : [n]));
      const list = negative ? axes.map((a) => a - shape.length) : axes;
      const f = (x: Tensor): Tensor => reductions[name](x, list, { keepDims });
      const what = `${name} of [${shape}] over [${list}]`;
      if (empty && sizeOf(kept) > 0 && ['max', 'min'].includes(name)) {
        assert.throws(() => f(wave(shape, 0)), /no elements/, what);
        return;
      }
      assert.deepEqual([...f(wave(shape, 0)).shape], kept, what);
      await same(device, () => [wave(shape, 0)], f, what);
    },
  );

/** Matrix products: vectors, batches that broadcast, sizes of zero. */
export const products = (device: TestDevice, runs: number): Promise<void> => {
  const size = fc.integer({ min: 0, max: 5 });
  const batch = fc
    .array(fc.integer({ min: 0, max: 3 }), { maxLength: 2 })
    .chain((s) => fc.tuple(operandOf(s), operandOf(s)));
  return check(fc.tuple(batch, size, size, size, fc.nat(3)), runs, async ([[p, q], m, k, n, v]) => {
    const a = v === 1 ? [k] : [...p, m, k];
    const b = v === 2 ? [k] : [...q, k, n];
    const what = `matmul of [${a}] and [${b}]`;
    const rows = v === 1 ? [] : [m];
    const columns = v === 2 ? [] : [n];
    const lead = broadcast(v === 1 ? [] : p, v === 2 ? [] : q);
    const y = ops.matmul(wave(a, 0), wave(b, 1));
    assert.deepEqual([...y.shape], [...lead, ...rows, ...columns], what);
    await same(device, () => [wave(a, 0), wave(b, 1)], ops.matmul, what);
    // the same through views, which kernels read by strides
    const turned = (x: Tensor): Tensor =>
      x.rank < 2 ? ops.flip(x) : ops.swapAxes(ops.swapAxes(x, -1, -2), -1, -2);
    const views = (x: Tensor, y2: Tensor): Tensor =>
      ops.matmul(turned(x), v === 2 ? turned(y2) : ops.flip(y2, -1));
    await same(device, () => [wave(a, 0), wave(b, 1)], views, `${what} through views`);
  });
};
