// Generated nests against plain loops: memory layouts, index arithmetic, gathers and guards.
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/backends/cpu/nest/analysis.ts';
import { segmentsOf, usualCuts } from '../../src/backends/cpu/nest/segments.ts';
import type { DType } from '../../src/tensor/dtype.ts';
import type { Expr } from '../../src/tensor/expr.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import { check, f32, floats, i, integers } from './check.ts';
import { nest } from './run-nest.ts';

describe('layouts', () => {
  const sizes = [1, 2, 3, 4, 5, 7, 8, 11, 16, 17, 31, 33, 64, 100];
  it.each(sizes)('a * b + c over %i elements', (n) => {
    const at = i(0, n);
    const body = ir.add(ir.mul(f32(0, at), f32(1, at)), f32(2, at));
    check(nest({ axes: [n], inputs: ['f32', 'f32', 'f32'], outputs: ['f32'], results: [body] }), [
      floats(n),
      floats(n),
      floats(n),
    ]);
  });

  it.each(sizes)('rows, columns, strides and flips of width %i', (n) => {
    const m = 5;
    const [row, col] = [i(0, m), i(1, n)];
    const flat = ix.flatten([row, col], [m, n]);
    const parts = [
      f32(0, flat),
      f32(1, col),
      f32(2, row),
      f32(3, ix.constant(0)),
      f32(0, ix.flatten([row, ix.sub(ix.constant(n - 1), col)], [m, n])),
      f32(0, ix.add(ix.scale(col, m), row)),
      f32(4, ix.add(ix.scale(flat, 3), 2)),
      f32(4, ix.sub(ix.constant(3 * m * n - 1), ix.scale(flat, 2))),
    ];
    const body = parts.reduce((a, b) => ir.sub(ir.mul(a, ir.constant(0.5, 'f32')), b));
    check(
      nest({
        axes: [m, n],
        inputs: Array<DType>(5).fill('f32'),
        outputs: ['f32', 'f32'],
        results: [body, parts[5]],
      }),
      [floats(m * n), floats(n), floats(m), floats(1), floats(3 * m * n)],
    );
  });

  it.each([
    [6, 7],
    [12, 5],
    [4, 16],
    [9, 24],
  ])('quotients and remainders: %i x %i', (m, n) => {
    const total = m * n;
    const flat = i(0, total);
    for (const d of [2, 3, 5, 8]) {
      const swapped = ix.add(ix.div(flat, n), ix.scale(ix.mod(flat, n), m));
      const shifted = ix.mod(ix.sub(flat, 7), total);
      const value = ir.index(
        ix.add(ix.div(ix.sub(flat, 5), d), ix.scale(ix.mod(ix.sub(flat, 5), d), 10)),
      );
      check(
        nest({
          axes: [total],
          inputs: ['f32'],
          outputs: ['f32', 'f32', 'i32'],
          results: [f32(0, swapped), f32(0, shifted), value],
        }),
        [floats(total)],
      );
    }
  });

  it('gathers rows and single elements', () => {
    const [n, m, rows] = [9, 13, 6];
    const [a, b] = [i(0, n), i(1, m)];
    const row = ix.fromData(ir.load(1, a, 'i32'), rows);
    const each = ix.fromData(ir.load(2, ix.flatten([a, b], [n, m]), 'i32'), rows * m);
    check(
      nest({
        axes: [n, m],
        inputs: ['f32', 'i32', 'i32'],
        outputs: ['f32', 'f32'],
        results: [f32(0, ix.add(ix.scale(row, m), b)), f32(0, each)],
      }),
      [floats(rows * m), integers(n, 0, rows - 1), integers(n * m, 0, rows * m - 1)],
    );
  });

  it('vectors along the first axis store with strides', () => {
    const [m, n] = [32, 2];
    const [a, b] = [i(0, m), i(1, n)];
    const k = nest({
      axes: [m, n],
      inputs: ['f32', 'f32', 'f32'],
      outputs: ['f32'],
      results: [ir.exp(ir.tanh(ir.exp(ir.add(f32(0, ix.add(ix.scale(b, m), a)), f32(1, a)))))],
    });
    check(k, [floats(m * n), floats(m), floats(n)], 1e-5);
  });
});

describe('guards', () => {
  it.each([3, 8, 21, 40])('padding on both axes, width %i', (n) => {
    const [h, w] = [4, n];
    const [a, b] = [i(0, h + 3), i(1, w + 5)];
    const c = (x: number): Expr => ir.constant(x, 'i32');
    const y = ix.sub(a, 1);
    const x = ix.sub(b, 3);
    const inside = (p: ix.Index, size: number): Expr =>
      ir.and(ir.le(c(0), ir.index(p)), ir.lt(ir.index(p), c(size)));
    const at = ix.flatten([y, x], [h, w]);
    const both = ir.and(inside(y, h), inside(x, w));
    const other = ir.constant(-7, 'f32');
    const results = [
      ir.load(0, at, 'f32', both, other),
      ir.load(0, ix.sub(ix.constant(h * w - 1), at), 'f32', both, ir.neg(f32(1, b))),
      // two sources side by side, as concatenation makes them
      ir.load(0, ix.add(ix.scale(b, 2), 0), 'f32', ir.lt(ir.index(b), c(w >> 1)), f32(1, b)),
    ];
    check(
      nest({
        axes: [h + 3, w + 5],
        inputs: ['f32', 'f32'],
        outputs: ['f32', 'f32', 'f32'],
        results,
      }),
      [floats(h * w), floats(w + 5)],
    );
  });

  it('are decided once where a kernel is cut at its seams', () => {
    const [rows, widths] = [70, [20, 37, 16]];
    const n = widths.reduce((a, b) => a + b, 0);
    const [a, b] = [i(0, rows), i(1, n)];
    const c = (x: number): Expr => ir.constant(x, 'i32');
    let start = 0;
    let result = ir.constant(0, 'f32');
    widths.forEach((width, k) => {
      const at = ix.flatten([a, ix.sub(b, start)], [rows, width]);
      const end = c(start + width);
      const inside = ir.and(ir.le(c(start), ir.index(b)), ir.lt(ir.index(b), end));
      result = ir.select(inside, ir.exp(ir.load(k, at, 'f32', inside, result)), result);
      start += width;
    });
    const k = nest({
      axes: [rows, n],
      inputs: ['f32', 'f32', 'f32'],
      outputs: ['f32', 'i32'],
      results: [result, ir.index(b)],
    });
    const segments = segmentsOf(k, usualCuts);
    expect(segments.map((s) => s.kernel.axes)).toEqual(widths.map((w) => [rows, w]));
    segments.forEach(({ kernel }, s) => {
      const nodes = analyse(kernel).nodes.filter((e) => 'type' in e);
      expect(nodes.some((e) => e.kind === 'select' || (e.kind === 'load' && e.guard))).toBe(false);
      expect(nodes.flatMap((e) => (e.kind === 'load' ? [e.buffer] : []))).toEqual([s]);
    });
    check(
      k,
      widths.map((w) => floats(rows * w)),
    );
  });

  it('never reads where the guard is false', () => {
    const n = 37;
    const at = ix.add(ix.scale(i(0, n), 1 << 24), -(1 << 30));
    for (const guard of [
      ir.lt(ir.index(i(0, n)), ir.constant(0, 'i32')),
      ir.lt(ir.load(1, i(0, n), 'i32'), ir.constant(0, 'i32')),
    ]) {
      check(
        nest({
          axes: [n],
          inputs: ['f32', 'i32'],
          outputs: ['f32'],
          results: [ir.load(0, at, 'f32', guard, ir.constant(3, 'f32'))],
        }),
        [floats(4), integers(n, 0, 9)],
      );
    }
  });
});
