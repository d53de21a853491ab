// Element types in generated nests: float16 storage, wrapping integers, casts, bool, float64, and the
// integer arithmetic of random numbers.

import { describe, expect, it } from 'vitest';
import type { DType } from '../../src/tensor/dtype.ts';
import type { BinaryOp } from '../../src/tensor/expr.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import { evalNest } from '../support/eval-nest.ts';
import { check, f32, i, integers } from './check.ts';
import { halfBits, halfValue, nest, runNest } from './run-nest.ts';

describe('types', () => {
  it('f16 storage rounds to nearest even and keeps special values', () => {
    const values = [
      0,
      -0,
      1,
      -2.5,
      65504,
      65519,
      65520,
      1e6,
      -1e6,
      Infinity,
      -Infinity,
      NaN,
      6e-8,
      2.9e-8,
      3.1e-8,
      6.1e-5,
      6.09e-5,
      1 + 2 ** -11,
      1 + 3 * 2 ** -11,
      0.1,
      1 / 3,
      -1e-9,
      2049,
      2051,
    ];
    for (const n of [1, 3, 4, 6, values.length]) {
      const xs = values.slice(values.length - n).map(Math.fround);
      const down = nest({
        axes: [n],
        inputs: ['f32'],
        outputs: ['f16'],
        results: [f32(0, i(0, n))],
      });
      const [got] = runNest(down, [xs]);
      xs.forEach((x, j) => expect(got[j]).toBe(halfValue(halfBits(x))));
      const up = nest({
        axes: [n],
        inputs: ['f16'],
        outputs: ['f32', 'f32'],
        results: [f32(0, i(0, n)), f32(0, ix.sub(ix.constant(n - 1), i(0, n)))],
      });
      const [plain, reversed] = runNest(up, [xs]);
      xs.forEach((x, j) => {
        expect(plain[j]).toBe(halfValue(halfBits(x)));
        expect(reversed[n - 1 - j]).toBe(halfValue(halfBits(x)));
      });
    }
    const scalar = nest({
      axes: [],
      inputs: ['f16'],
      outputs: ['f16'],
      results: [ir.neg(f32(0, ix.constant(0)))],
    });
    expect(runNest(scalar, [[6e-8]])[0][0]).toBe(-(2 ** -24));
  });

  const ops: BinaryOp[] = [
    'add',
    'sub',
    'mul',
    'div',
    'rem',
    'min',
    'max',
    'and',
    'or',
    'xor',
    'eq',
    'ne',
    'lt',
    'le',
  ];
  it.each(['i32', 'u32'] as const)('integer operations on %s', (t) => {
    const n = 23;
    const [lo, hi] = t === 'i32' ? [-(2 ** 31), 2 ** 31 - 1] : [0, 2 ** 32 - 1];
    const a = [lo, hi, lo, 0, 7, lo, ...integers(n - 6, lo, hi)];
    const b = [
      1,
      hi,
      t === 'i32' ? -1 : 3,
      0,
      0,
      2,
      ...integers(n - 6, -3, 3).map((v) => (t === 'u32' ? v >>> 0 : v)),
    ];
    for (const op of ops) {
      for (const size of [n, 1]) {
        const at = i(0, size);
        const e = ir.binary(op, ir.load(0, at, t), ir.load(1, at, t));
        check(
          nest({ axes: [size], inputs: [t, t], outputs: [e.type as DType], results: [e] }),
          [a.slice(0, size), b.slice(0, size)],
          0,
        );
      }
    }
    const s = ir.constant(5, t);
    const x = ir.load(0, i(0, n), t);
    const y = ir.and(ir.load(1, i(0, n), t), ir.constant(31, t));
    check(
      nest({
        axes: [n],
        inputs: [t, t],
        outputs: Array<DType>(6).fill(t),
        results: [
          ir.shl(x, s),
          ir.shr(x, s),
          ir.shl(x, y),
          ir.shr(x, y),
          ir.unary('bitNot', x),
          ir.unary('abs', x),
        ],
      }),
      [a, b],
      0,
    );
  });

  it('casts saturate and bool is 0 or 1', () => {
    const xs = [0, -0.5, 0.99, -1.5, 3e9, -3e9, 5e9, NaN, Infinity, -Infinity, 2147483648, 7];
    for (const n of [xs.length, 1]) {
      const x = f32(0, i(0, n));
      const flag = ir.lt(x, ir.constant(1, 'f32'));
      check(
        nest({
          axes: [n],
          inputs: ['f32'],
          outputs: ['i32', 'u32', 'bool', 'f32', 'i32', 'bool', 'f32', 'u32'],
          results: [
            ir.cast(x, 'i32'),
            ir.cast(x, 'u32'),
            ir.cast(x, 'bool'),
            ir.cast(flag, 'f32'),
            ir.cast(ir.not(flag), 'i32'),
            ir.xor(flag, ir.cast(x, 'bool')),
            ir.select(flag, ir.cast(ir.cast(x, 'u32'), 'f32'), ir.constant(-1, 'f32')),
            ir.bitcast(x, 'u32'),
          ],
        }),
        [xs.slice(0, n)],
        0,
      );
      check(
        nest({
          axes: [n],
          inputs: ['bool'],
          outputs: ['f32', 'bool'],
          results: [
            ir.cast(ir.load(0, i(0, n), 'bool'), 'f32'),
            ir.not(ir.load(0, i(0, n), 'bool')),
          ],
        }),
        [integers(n, 0, 1)],
        0,
      );
    }
  });

  it('float64 functions', () => {
    const xs = Array.from({ length: 41 }, (_, j) => (j - 20) / 4.1);
    const x = ir.load(0, i(0, 41), 'f64');
    const results = (['exp', 'tanh', 'erf', 'sin', 'expm1', 'rsqrt', 'round', 'atan'] as const).map(
      (op) => ir.unary(op, x),
    );
    results.push(
      ir.binary('pow', ir.unary('abs', x), x),
      ir.binary('atan2', x, ir.constant(2, 'f64')),
    );
    check(
      nest({ axes: [41], inputs: ['f64'], outputs: results.map(() => 'f64' as const), results }),
      [xs],
      1e-15,
    );
  });

  it('min, max, pow, rem and atan2 of float32', () => {
    const special = [0, -0, 1, -1, 2.5, -3, NaN, Infinity, -Infinity, 0.5];
    const a = special.flatMap((x) => special.map(() => x));
    const b = special.flatMap(() => special);
    const at = i(0, a.length);
    const results = (['min', 'max', 'pow', 'rem', 'atan2'] as const).map((op) =>
      ir.binary(op, f32(0, at), f32(1, at)),
    );
    results.push(
      ir.max(f32(0, at), ir.constant(0, 'f32')),
      ir.min(ir.constant(1, 'f32'), f32(0, at)),
    );
    const k = nest({
      axes: [a.length],
      inputs: ['f32', 'f32'],
      outputs: results.map(() => 'f32' as const),
      results,
    });
    const exact = evalNest(k, [a, b], true);
    a.forEach((x, j) => {
      if (x === 1 || (x === -1 && Math.abs(b[j]) === Infinity)) exact[2][j] = 1; // C99
    });
    runNest(k, [a, b]).forEach((column, c) => {
      column.forEach((g, j) =>
        expect(
          g === exact[c][j] ||
            Math.abs(g - exact[c][j]) < 1e-6 ||
            Number.isNaN(g) === Number.isNaN(exact[c][j]),
          `${c}: ${a[j]}, ${b[j]} gave ${g} not ${exact[c][j]}`,
        ).toBe(true),
      );
    });
  });

  it('threefry rounds keep every bit', () => {
    const n = 21;
    let [a, b] = [ir.load(0, i(0, n), 'u32'), ir.load(1, i(0, n), 'u32')];
    for (const turn of [13, 15, 26, 6, 17, 29, 16, 24]) {
      a = ir.add(a, b);
      b = ir.xor(
        a,
        ir.or(ir.shl(b, ir.constant(turn, 'u32')), ir.shr(b, ir.constant(32 - turn, 'u32'))),
      );
    }
    const unit = ir.sub(
      ir.bitcast(ir.or(ir.shr(a, ir.constant(9, 'u32')), ir.constant(0x3f800000, 'u32')), 'f32'),
      ir.constant(1, 'f32'),
    );
    const words = [integers(n, 0, 2 ** 32 - 1), integers(n, 0, 2 ** 32 - 1)];
    check(
      nest({
        axes: [n],
        inputs: ['u32', 'u32'],
        outputs: ['u32', 'u32', 'f32'],
        results: [a, b, unit],
      }),
      words,
      0,
    );
  });
});
