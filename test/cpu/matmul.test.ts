// Matrix products against float64 loops: tile remainders, strides, broadcasting, empty dimensions.

import { describe, expect, it } from 'vitest';
import { matmulKernel } from '../../src/backends/cpu/kernels/matmul.ts';
import type { Product } from '../../src/backends/cpu/kernels/product.ts';
import { randomValues, relativeError, runKernel, simdVariants } from './support.ts';

/** Number of elements that strides reach. */
const extent = (...dims: readonly [size: number, stride: number][]) =>
  dims.some(([size]) => size === 0)
    ? 0
    : 1 + dims.reduce((sum, [size, stride]) => sum + (size - 1) * stride, 0);

const product = (spec: Product, a: Float32Array, b: Float32Array): Float64Array => {
  const out: number[] = [];
  const walk = (depth: number, aAt: number, bAt: number) => {
    const dim = spec.batch[depth];
    if (dim) {
      for (let i = 0; i < dim.size; i++) walk(depth + 1, aAt + i * dim.a, bAt + i * dim.b);
      return;
    }
    for (let i = 0; i < spec.m; i++) {
      for (let j = 0; j < spec.n; j++) {
        let sum = 0;
        for (let p = 0; p < spec.k; p++)
          sum +=
            a[aAt + i * spec.a.row + p * spec.a.col]! * b[bAt + p * spec.b.row + j * spec.b.col]!;
        out.push(sum);
      }
    }
  };
  walk(0, 0, 0);
  return Float64Array.from(out);
};

const check = (spec: Product) => {
  const { m, n, k } = spec;
  const aSize = extent(
    [m, spec.a.row],
    [k, spec.a.col],
    ...spec.batch.map((d): [number, number] => [d.size, d.a]),
  );
  const bSize = extent(
    [k, spec.b.row],
    [n, spec.b.col],
    ...spec.batch.map((d): [number, number] => [d.size, d.b]),
  );
  const a = randomValues(aSize, 1);
  const b = randomValues(bSize, 2);
  const expected = product(spec, a, b);
  for (const simd of simdVariants) {
    const kernel = matmulKernel({ ...spec, simd });
    const c = runKernel(kernel, [a, b], new Float32Array(expected.length));
    // Against the size of such sums, as one result alone may happen to be near zero.
    const error = relativeError(c, expected, Math.sqrt(k) / 3);
    expect(error, JSON.stringify({ ...spec, simd })).toBeLessThan(5e-6);
  }
};

const layouts = (m: number, n: number, k: number): Pick<Product, 'a' | 'b'>[] => [
  { a: { row: k, col: 1 }, b: { row: n, col: 1 } },
  { a: { row: 1, col: m }, b: { row: n, col: 1 } },
  { a: { row: k, col: 1 }, b: { row: 1, col: k } },
  { a: { row: 1, col: m }, b: { row: 1, col: k } },
  { a: { row: 2 * k + 1, col: 2 }, b: { row: 3 * n + 2, col: 3 } },
  { a: { row: 0, col: 1 }, b: { row: 0, col: 1 } },
];

describe('matmul kernel', () => {
  const sizes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 17, 24];
  it.each(sizes)('is right for m = %i and every small n, all layouts', (m) => {
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 16, 17, 25]) {
      for (const k of [1, 3, 9]) {
        for (const layout of layouts(m, n, k)) check({ m, n, k, ...layout, batch: [] });
      }
    }
  });

  it('blocks large products in every direction', () => {
    for (const [m, n, k] of [
      [200, 30, 300],
      [37, 1030, 40],
      [399, 9, 513],
      [97, 50, 769],
      [2, 1100, 70],
      [70, 1, 1030],
      [1, 1, 1001],
    ] as const)
      for (const layout of layouts(m, n, k)) check({ m, n, k, ...layout, batch: [] });
  });

  it('broadcasts, folds and merges batch dimensions', () => {
    const row = { a: { row: 7, col: 1 }, b: { row: 5, col: 1 } };
    const shape = { m: 4, n: 5, k: 7, ...row };
    check({ ...shape, batch: [{ size: 3, a: 28, b: 35 }] });
    check({ ...shape, batch: [{ size: 3, a: 28, b: 0 }] }); // folds into m
    check({ ...shape, batch: [{ size: 3, a: 0, b: 35 }] });
    check({ ...shape, batch: [{ size: 3, a: 0, b: 0 }] });
    check({
      ...shape,
      batch: [
        { size: 2, a: 84, b: 0 },
        { size: 3, a: 28, b: 35 },
      ],
    });
    check({
      ...shape,
      batch: [
        { size: 2, a: 84, b: 105 },
        { size: 3, a: 28, b: 35 },
      ],
    }); // merges
    check({
      ...shape,
      batch: [
        { size: 2, a: 0, b: 105 },
        { size: 3, a: 28, b: 0 },
      ],
    });
    check({ ...shape, m: 1, batch: [{ size: 9, a: 14, b: 0 }] });
    check({ ...shape, n: 1, batch: [{ size: 4, a: 28, b: 7 }] });
    // Heads inside rows: [batch, position, head, channel] without a transpose.
    check({
      m: 10,
      n: 10,
      k: 8,
      a: { row: 32, col: 1 },
      b: { row: 1, col: 32 },
      batch: [
        { size: 2, a: 320, b: 320 },
        { size: 4, a: 8, b: 8 },
      ],
    });
  });

  it('accepts reversed operands', () => {
    const spec = { m: 8, n: 9, k: 10, batch: [] };
    const a = randomValues(80, 3);
    const b = randomValues(90, 4);
    const forward = { a: { row: 10, col: 1 }, b: { row: 9, col: 1 } };
    const expected = product({ ...spec, ...forward }, a, b);
    const shifted = matmulKernel({ ...spec, a: { row: -10, col: -1 }, b: { row: -9, col: -1 } });
    // Stored backwards and read from the last element: the prefix makes room for the pointer.
    const run = (kernel: ReturnType<typeof matmulKernel>) => {
      const memory = new WebAssembly.Memory({ initial: 2, maximum: 65536 });
      const floats = new Float32Array(memory.buffer);
      floats.set([...a].reverse(), 0);
      floats.set([...b].reverse(), 100);
      const module = new WebAssembly.Module(kernel.bytes);
      const { exports } = new WebAssembly.Instance(module, { env: { memory } });
      (exports.run as (...args: number[]) => void)(4 * 79, 4 * 189, 4 * 200, 16 * 100);
      return floats.slice(200, 272);
    };
    expect(relativeError(run(shifted), expected, 1)).toBeLessThan(5e-6);
  });

  it('gives zeros for k = 0 and nothing for empty results', () => {
    const strides = { a: { row: 1, col: 1 }, b: { row: 1, col: 1 } };
    const zero = matmulKernel({ m: 3, n: 4, k: 0, ...strides, batch: [] });
    const none = new Float32Array(0);
    expect([...runKernel(zero, [none, none], new Float32Array(12))]).toEqual(Array(12).fill(0));
    for (const spec of [
      { m: 0, n: 4, k: 2, ...strides, batch: [] },
      { m: 3, n: 0, k: 2, ...strides, batch: [] },
      { m: 3, n: 4, k: 2, ...strides, batch: [{ size: 0, a: 6, b: 8 }] },
    ])
      runKernel(matmulKernel(spec), [new Float32Array(8), new Float32Array(8)], none);
  });
});
