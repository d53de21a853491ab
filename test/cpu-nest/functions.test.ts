// Elementary functions of float32: error in units in the last place over a sweep, and special values,
// both in four lanes and in scalar code.
import { describe, expect, it } from 'vitest';
import { erf } from '../../src/backends/cpu/nest/js-math.ts';
import { hasRelaxedSimd } from '../../src/backends/cpu/wasm/assembler.ts';
import type { Simd } from '../../src/backends/cpu/wasm/simd.ts';
import type { UnaryOp } from '../../src/tensor/expr.ts';
import { axis } from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import { nest, runNest } from './run-nest.ts';

const ulp = (x: number): number =>
  2 ** Math.max(Math.floor(Math.log2(Math.abs(x) || 1e-45)) - 23, -149);

const elementwise = (op: UnaryOp, n: number) =>
  nest({
    axes: [n],
    inputs: ['f32'],
    outputs: ['f32'],
    results: [ir.unary(op, ir.load(0, axis('i0', n), 'f32'))],
  });

const evenly = (lo: number, hi: number, n: number): number[] =>
  Array.from({ length: n }, (_, i) => Math.fround(lo + ((hi - lo) * (i + 0.37)) / n));

const signed = (xs: number[]): number[] => xs.concat(xs.map((x) => -x));
const powers = (lo: number, hi: number, n: number): number[] =>
  evenly(Math.log(lo), Math.log(hi), n).map((x) => Math.fround(Math.exp(x)));

// ulps allowed, inputs
const cases: [UnaryOp, (x: number) => number, number, number[]][] = [
  ['exp', Math.exp, 2, evenly(-103, 88.7, 20011).concat(signed(powers(1e-20, 1, 501)))],
  ['expm1', Math.expm1, 4, evenly(-20, 88.7, 20011).concat(signed(powers(1e-40, 1, 1001)))],
  ['log', Math.log, 2, powers(1e-44, 3e38, 20011).concat(evenly(0.5, 2, 4001))],
  ['log1p', Math.log1p, 4, powers(1e-44, 3e38, 9001).concat(evenly(-0.9999, 3, 9001))],
  ['tanh', Math.tanh, 3, signed(powers(1e-30, 30, 9001))],
  ['erf', erf, 4, signed(powers(1e-30, 8, 9001)).concat(evenly(-4, 4, 9001))],
  ['sqrt', Math.sqrt, 0.51, powers(1e-40, 1e38, 1001)],
  ['rsqrt', (x) => 1 / Math.sqrt(x), 1.6, powers(1e-40, 1e38, 1001)],
  ['atan', Math.atan, 0.51, signed(powers(1e-20, 1e20, 1001))],
  ['tan', Math.tan, 0.51, evenly(-20, 20, 1001)],
];

const modes: readonly Simd[] = hasRelaxedSimd() ? ['plain', 'fused', 'wide'] : ['plain'];

describe('float32 functions', () => {
  for (const simd of modes) {
    for (const [op, f, allowed, xs] of cases) {
      it(`${op} is within ${allowed} ulp ${simd}`, () => {
        const [ys] = runNest(elementwise(op, xs.length), [xs], simd);
        let worst = 0;
        let where = 0;
        xs.forEach((x, i) => {
          const exact = f(Math.fround(x));
          const error = Math.abs(ys[i] - exact) / ulp(exact);
          if (!(error <= worst)) [worst, where] = [error, x];
        });
        expect(worst, `at ${where}`).toBeLessThanOrEqual(allowed);
      });
    }
    for (const op of ['sin', 'cos'] as const) {
      it(`${op} is within 1.2e-7 absolute ${simd}`, () => {
        const xs = evenly(-100, 100, 20011).concat(evenly(-8000, 8000, 20011), [
          1e6,
          -3e7,
          Math.fround(1e30),
        ]);
        const [ys] = runNest(elementwise(op, xs.length), [xs], simd);
        const worst = Math.max(...xs.map((x, i) => Math.abs(ys[i] - Math[op](x))));
        expect(worst).toBeLessThan(1.2e-7);
      });
    }
  }

  const specials = [
    0,
    -0,
    1,
    -1,
    Infinity,
    -Infinity,
    NaN,
    100,
    -110,
    1e-42,
    -1e-42,
    3.4e38,
    -3.4e38,
  ];
  for (const [op, f] of [...cases, ['sin', Math.sin], ['cos', Math.cos]] as [
    UnaryOp,
    (x: number) => number,
  ][]) {
    it(`${op} of special values, vector and scalar`, () => {
      for (const xs of [specials, ...specials.map((x) => [x])]) {
        const [ys] = runNest(elementwise(op, xs.length), [xs]);
        xs.forEach((x, i) => {
          const exact = Math.fround(f(Math.fround(x)));
          if (Number.isNaN(exact)) expect(ys[i], `${op}(${x})`).toBeNaN();
          else if (op === 'sin' && exact === 0) expect(ys[i] === 0).toBe(true);
          else if (!Number.isFinite(exact) || exact === 0) expect(ys[i], `${op}(${x})`).toBe(exact);
          else expect(Math.abs(ys[i] - exact) / ulp(exact), `${op}(${x})`).toBeLessThan(3.1);
        });
      }
    });
  }
});
