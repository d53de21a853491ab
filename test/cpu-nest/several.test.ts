// Nests with several reductions and several results, as horizontal merging makes them, against plain
// loops: every arrangement of loops, mixed operations and dtypes, ragged sizes, long sums.
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/backends/cpu/nest/analysis.ts';
import { schedule } from '../../src/backends/cpu/nest/schedule.ts';
import type { NestKernel } from '../../src/compiler/program.ts';
import type { DType } from '../../src/tensor/dtype.ts';
import type { Expr } from '../../src/tensor/expr.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import { check, f32, floats, i, integers, r } from './check.ts';
import { nest, runNest } from './run-nest.ts';

type Along = 'rows' | 'columns' | 'all';

const acc = (n: number): Expr => ir.acc(n, 'f32');
const modeOf = (k: NestKernel): string => schedule(analyse(k)).mode;

// axes, reduced axes and the position of an element of [m, n]
function arrangement(along: Along, m: number, n: number) {
  if (along === 'rows')
    return { axes: [m], reduceAxes: [n], at: ix.add(ix.scale(i(0, m), n), r(0, n)) };
  if (along === 'columns')
    return { axes: [n], reduceAxes: [m], at: ix.add(ix.scale(r(0, m), n), i(0, n)) };
  return { axes: [], reduceAxes: [m, n], at: ix.add(ix.scale(r(0, m), n), r(1, n)) };
}

const sizes: [number, number][] = [
  [1, 5],
  [3, 7],
  [37, 33],
  [70, 64],
  [600, 41],
  [5, 2100],
];

describe('several reductions in one nest', () => {
  for (const along of ['rows', 'columns', 'all'] as const) {
    it(`two sums over shared operands along ${along}`, () => {
      for (const [m, n] of sizes) {
        const { axes, reduceAxes, at } = arrangement(along, m, n);
        const [x, y] = [f32(0, at), f32(1, at)];
        const k = nest({
          axes,
          reduceAxes,
          inputs: ['f32', 'f32'],
          outputs: ['f32', 'f32'],
          reductions: [
            { op: 'sum', body: x },
            { op: 'sum', body: ir.mul(x, y) },
          ],
          results: [acc(0), acc(1)],
        });
        check(k, [floats(m * n), floats(m * n)], 1e-5);
      }
    });

    it(`three reductions and four results of mixed dtypes along ${along}`, () => {
      for (const [m, n] of sizes) {
        const { axes, reduceAxes, at } = arrangement(along, m, n);
        const x = f32(0, at);
        const k = nest({
          axes,
          reduceAxes,
          inputs: ['f32', 'i32'],
          outputs: ['f32', 'i32', 'f16', 'bool'],
          reductions: [
            { op: 'sum', body: ir.mul(x, x) },
            { op: 'sum', body: ir.load(1, at, 'i32') },
            { op: 'max', body: x },
          ],
          results: [
            ir.unary('sqrt', acc(0)),
            ir.add(ir.acc(1, 'i32'), ir.constant(3, 'i32')),
            acc(2),
            ir.lt(acc(2), acc(0)),
          ],
        });
        check(k, [floats(m * n), integers(m * n, -1000, 1000)], 1e-3);
      }
    });

    it(`a maximum, its place and a sum along ${along}`, () => {
      for (const [m, n] of sizes) {
        const { axes, reduceAxes, at } = arrangement(along, m, n);
        const x = f32(0, at);
        const k = nest({
          axes,
          reduceAxes,
          inputs: ['f32'],
          outputs: ['f32', 'i32', 'f32'],
          reductions: [
            { op: 'max', body: x },
            { op: 'argmax', body: x },
            { op: 'sum', body: x },
          ],
          results: [acc(0), ir.acc(1, 'i32'), ir.sub(acc(2), acc(0))],
        });
        const values = floats(m * n);
        check(k, [values], 1e-5);
        values[(m * n) >> 1] = Number.NaN;
        check(k, [values], 1e-5);
      }
    });
  }

  // float32 alone would be off by 1e-3 on equal terms
  it('keeps the error of long sums small, of each of them', () => {
    for (const along of ['rows', 'columns'] as const) {
      const [m, n] = along === 'rows' ? [4, 100_003] : [100_003, 4];
      const { axes, reduceAxes, at } = arrangement(along, m, n);
      const x = f32(0, at);
      const k = nest({
        axes,
        reduceAxes,
        inputs: ['f32'],
        outputs: ['f32', 'f32'],
        reductions: [
          { op: 'sum', body: x },
          { op: 'sum', body: ir.mul(x, x) },
        ],
        results: [acc(0), acc(1)],
      });
      const [sums, squares] = runNest(k, [new Array<number>(m * n).fill(Math.fround(0.1))]);
      const one = Math.fround(0.1);
      const two = Math.fround(one * one);
      for (let e = 0; e < 4; e++) {
        expect(Math.abs(sums[e] / (100_003 * one) - 1)).toBeLessThan(5e-6);
        expect(Math.abs(squares[e] / (100_003 * two) - 1)).toBeLessThan(5e-6);
      }
    }
  });

  it('divides the registers for accumulators between the reductions', () => {
    const copies = (count: number): number => {
      const { axes, reduceAxes, at } = arrangement('columns', 64, 512);
      const k = nest({
        axes,
        reduceAxes,
        inputs: Array<DType>(count).fill('f32'),
        outputs: Array<DType>(count).fill('f32'),
        reductions: Array.from({ length: count }, (_, b) => ({ op: 'sum', body: f32(b, at) })),
        results: Array.from({ length: count }, (_, b) => acc(b)),
      });
      expect(modeOf(k)).toBe('block');
      check(
        k,
        Array.from({ length: count }, () => floats(64 * 512)),
        1e-5,
      );
      return schedule(analyse(k)).copies;
    };
    expect([1, 2, 3, 4, 9].map(copies)).toEqual([8, 4, 2, 2, 1]);
  });

  it('sums tall matrices band by band', () => {
    for (const [m, n] of [[301, 1797]]) {
      const { axes, reduceAxes, at } = arrangement('columns', m, n);
      const [x, y] = [f32(0, at), f32(1, at)];
      const k = nest({
        axes,
        reduceAxes,
        inputs: ['f32', 'f32', 'f32'],
        outputs: ['f32', 'f32'],
        reductions: [
          { op: 'sum', body: x },
          { op: 'sum', body: ir.mul(ir.sub(x, f32(2, i(0, n))), y) },
        ],
        results: [ir.mul(acc(0), f32(2, i(0, n))), acc(1)],
      });
      expect(schedule(analyse(k)).tall).toBe(true);
      check(k, [floats(m * n), floats(m * n), floats(n)], 1e-3);
    }
  });

  it('sums tall matrices in a batch', () => {
    const [b, m, n] = [2, 301, 1797];
    const at = ix.flatten([i(0, b), r(0, m), i(1, n)], [b, m, n]);
    const k = nest({
      axes: [b, n],
      reduceAxes: [m],
      inputs: ['f32', 'f32'],
      outputs: ['f32'],
      reductions: [{ op: 'sum', body: ir.mul(f32(0, at), f32(1, at)) }],
      results: [acc(0)],
    });
    expect(schedule(analyse(k)).tall).toBe(true);
    check(k, [floats(b * m * n), floats(b * m * n)], 1e-3);
  });
});

describe('several results without reduction', () => {
  it('of different dtypes over one loop', () => {
    for (const n of [1, 3, 16, 37, 1030]) {
      const x = f32(0, i(0, n));
      const k = nest({
        axes: [n],
        inputs: ['f32', 'i32'],
        outputs: ['f32', 'f16', 'bool', 'i32'],
        results: [
          ir.exp(x),
          ir.mul(x, ir.constant(0.5, 'f32')),
          ir.lt(x, ir.constant(0, 'f32')),
          ir.add(ir.load(1, i(0, n), 'i32'), ir.cast(x, 'i32')),
        ],
      });
      check(k, [floats(n), integers(n, -100, 100)], 1e-3);
    }
  });
});
