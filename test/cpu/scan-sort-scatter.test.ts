// Cumulative sums, argsort and scatter-add against plain loops.

import { describe, expect, it } from 'vitest';
import { argsortKernel } from '../../src/backends/cpu/kernels/argsort.ts';
import type { Element } from '../../src/backends/cpu/kernels/lanes.ts';
import { scanKernel } from '../../src/backends/cpu/kernels/scan.ts';
import { scatterAddKernel } from '../../src/backends/cpu/kernels/scatter-add.ts';
import { randomValues, runKernel } from './support.ts';

const arrays = { f32: Float32Array, f64: Float64Array, i32: Int32Array, u32: Uint32Array };
const elements = Object.keys(arrays) as Element[];

const values = (dtype: Element, count: number, seed = 1, scale = 100) => {
  const random = Float64Array.from(randomValues(count, seed), (v) => v * scale);
  if (dtype === 'f32') return Float32Array.from(random);
  if (dtype === 'f64') return random;
  if (dtype === 'i32') return Int32Array.from(random, Math.trunc);
  return Uint32Array.from(random, (v) => Math.trunc(v + 2 ** 31));
};

describe('scan kernel', () => {
  const shapes = [
    [1, 1, 1],
    [3, 7, 1],
    [2, 5, 3],
    [2, 6, 4],
    [1, 9, 23],
    [4, 3, 64],
    [2, 0, 3],
  ];
  it.each(elements)('sums %s along the middle axis', (dtype) => {
    for (const [outer, length, inner] of shapes as [number, number, number][])
      for (const exclusive of [false, true])
        for (const reverse of [false, true]) {
          const src = values(dtype, outer * length * inner);
          const expected = new arrays[dtype](src.length);
          for (let o = 0; o < outer; o++)
            for (let i = 0; i < inner; i++) {
              let sum = 0;
              for (let step = 0; step < length; step++) {
                const l = reverse ? length - 1 - step : step;
                const at = (o * length + l) * inner + i;
                if (exclusive) expected[at] = sum;
                sum += src[at]!;
                if (!exclusive) expected[at] = sum;
              }
            }
          const kernel = scanKernel({ outer, length, inner, exclusive, reverse }, dtype);
          expect(runKernel(kernel, [src], new arrays[dtype](src.length))).toEqual(expected);
        }
  });

  it('keeps its accuracy over a long f32 axis', () => {
    const n = 2 ** 20;
    const src = new Float32Array(n).fill(0.1);
    const kernel = scanKernel(
      { outer: 1, length: n, inner: 1, exclusive: false, reverse: false },
      'f32',
    );
    const last = runKernel(kernel, [src], new Float32Array(n))[n - 1]!;
    expect(Math.abs(last / (n * Math.fround(0.1)) - 1)).toBeLessThan(1e-7);
  });
});

/** Stable argsort in plain JavaScript, NaN last. */
const argsort = (row: ArrayLike<number>, descending: boolean) =>
  Array.from(row, (_, i) => i).sort((i, j) => {
    const [a, b] = [row[i]!, row[j]!];
    if (Number.isNaN(a) || Number.isNaN(b))
      return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
    if (a === b) return 0;
    return a < b !== descending ? -1 : 1;
  });

describe('argsort kernel', () => {
  it.each(elements)('sorts rows of %s stably, both ways', (dtype) => {
    for (const n of [0, 1, 2, 3, 4, 5, 8, 17, 100, 1000])
      for (const descending of [false, true]) {
        const rows = 3;
        // Few distinct values, so that ties are common.
        const src = values(dtype, rows * n, 7, n > 50 ? 1e9 : 3).map((v) => Math.round(v));
        if (n >= 5 && (dtype === 'f32' || dtype === 'f64'))
          src.set([Number.NaN, Infinity, -Infinity, -0, 0], 0);
        if (n >= 5 && dtype === 'i32') src.set([-(2 ** 31), 2 ** 31 - 1, 0, -1], 0);
        if (n >= 5 && dtype === 'u32') src.set([2 ** 32 - 1, 0, 2 ** 31], 0);
        const kernel = argsortKernel({ rows, n, descending }, dtype);
        const result = runKernel(kernel, [src], new Int32Array(rows * n));
        for (let r = 0; r < rows; r++)
          expect([...result.subarray(r * n, r * n + n)]).toEqual(
            argsort(src.subarray(r * n, r * n + n), descending),
          );
      }
  });
});

describe('scatterAdd kernel', () => {
  it.each(elements)('adds %s rows where the indices say', (dtype) => {
    for (const inner of [1, 2, 3, 4, 5, 8, 16, 21, 40]) {
      const [rows, count] = [5, 13];
      const src = values(dtype, count * inner, 2).map((v) => Math.round(v) % 64);
      const start = values(dtype, rows * inner, 3).map((v) => Math.round(v) % 64);
      const index = Int32Array.from({ length: count }, (_, i) => ((i * 7) % 8) - 1);
      const expected = start.slice();
      index.forEach((to, i) => {
        if (to < 0 || to >= rows) return;
        for (let e = 0; e < inner; e++) expected[to * inner + e]! += src[i * inner + e]!;
      });
      const kernel = scatterAddKernel({ rows, count, inner }, dtype);
      const inputs = [start, index, src];
      expect(runKernel(kernel, inputs, new arrays[dtype](rows * inner))).toEqual(expected);
    }
  });

  it('handles empty operands', () => {
    for (const [rows, count, inner] of [
      [3, 0, 2],
      [0, 3, 2],
      [3, 2, 0],
    ] as const) {
      const kernel = scatterAddKernel({ rows, count, inner }, 'f32');
      const index = new Int32Array(count);
      const out = runKernel(
        kernel,
        [new Float32Array(rows * inner).fill(3), index, new Float32Array(count * inner)],
        new Float32Array(rows * inner),
      );
      expect([...out]).toEqual(Array(rows * inner).fill(3));
    }
  });
});
