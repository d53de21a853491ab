// Generated reductions against plain loops: every operation, every arrangement of loops, NaN and ties,
// and the accuracy of long sums.
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/backends/cpu/nest/analysis.ts';
import { schedule } from '../../src/backends/cpu/nest/schedule.ts';
import type { NestKernel } from '../../src/compiler/program.ts';
import type { DType, ScalarType } from '../../src/tensor/dtype.ts';
import type { Expr, ReduceOp } from '../../src/tensor/expr.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import { check, f32, floats, i, integers, r, random } from './check.ts';
import { nest, runNest } from './run-nest.ts';

const modeOf = (k: NestKernel): string => schedule(analyse(k)).mode;

const reduceOps: ReduceOp[] = ['sum', 'prod', 'max', 'min', 'argmax', 'argmin', 'any', 'all'];

function reduction(
  op: ReduceOp,
  t: ScalarType,
  m: number,
  n: number,
  along: 'rows' | 'columns' | 'both' | 'middle',
): { k: NestKernel; size: number } {
  const load = (at: ix.Index): Expr => ir.load(0, at, t);
  const type =
    op === 'argmax' || op === 'argmin' ? 'i32' : op === 'any' || op === 'all' ? 'bool' : t;
  const make = (axes: number[], reduceAxes: number[], at: ix.Index, size: number) => ({
    k: nest({
      axes,
      reduceAxes,
      inputs: [t as DType],
      outputs: [type as DType],
      reductions: [
        { op, body: op === 'any' || op === 'all' ? ir.cast(load(at), 'bool') : load(at) },
      ],
      results: [ir.acc(0, type)],
    }),
    size,
  });
  if (along === 'rows') return make([m], [n], ix.add(ix.scale(i(0, m), n), r(0, n)), m * n);
  if (along === 'columns') return make([n], [m], ix.add(ix.scale(r(0, m), n), i(0, n)), m * n);
  if (along === 'both') return make([], [m, n], ix.add(ix.scale(r(0, m), n), r(1, n)), m * n);
  return make(
    [m, 3],
    [n, 5],
    ix.flatten([i(0, m), r(0, n), i(1, 3), r(1, 5)], [m, n, 3, 5]),
    m * n * 15,
  );
}

describe('reductions', () => {
  for (const along of ['rows', 'columns', 'both', 'middle'] as const) {
    for (const op of reduceOps) {
      it(`${op} along ${along}`, () => {
        for (const [m, n] of [
          [3, 1],
          [5, 7],
          [2, 33],
          [37, 6],
          [19, 70],
          [1, 64],
        ]) {
          for (const t of ['f32', 'i32', 'u32', 'f64'] as const) {
            const { k, size } = reduction(op, t, m, n, along);
            const integer = t === 'i32' || t === 'u32';
            const lo = t === 'u32' ? 0 : -3;
            const values = integer ? integers(size, lo, 3) : floats(size);
            if (op === 'prod' && !integer) values.forEach((v, j) => (values[j] = 1 + v / 20));
            if (t === 'i32' && op === 'sum') values[0] = 2 ** 31 - 1;
            check(k, [values], 1e-5);
          }
        }
      });
    }

    it(`NaN, ties and infinities along ${along}`, () => {
      for (const op of ['max', 'min', 'argmax', 'argmin'] as const) {
        for (const [m, n] of [
          [4, 9],
          [6, 40],
          [11, 3],
        ]) {
          for (const fill of [-Infinity, Infinity, 2]) {
            const { k, size } = reduction(op, 'f32', m, n, along);
            const values = Array<number>(size).fill(fill);
            check(k, [values]);
            for (let j = 0; j < size; j += 5) values[j] = Math.round(3 * random());
            check(k, [values]);
            values[Math.floor(size * 0.7)] = Number.NaN;
            values[Math.floor(size * 0.9)] = Number.NaN;
            check(k, [values]);
          }
        }
      }
    });
  }

  it('uses each arrangement where it belongs', () => {
    expect(modeOf(reduction('sum', 'f32', 64, 256, 'rows').k)).toBe('inner');
    expect(modeOf(reduction('sum', 'f32', 64, 256, 'columns').k)).toBe('block');
    expect(modeOf(reduction('sum', 'f64', 64, 256, 'rows').k)).toBe('scalar');
  });

  it('several reductions, a broadcast operand and an epilogue in one nest', () => {
    const [m, n] = [7, 45];
    for (const swap of [false, true]) {
      const at = swap
        ? ix.add(ix.scale(r(0, n), m), i(0, m))
        : ix.add(ix.scale(i(0, m), n), r(0, n));
      const x = ir.sub(f32(0, at), f32(1, i(0, m)));
      const k = nest({
        axes: [m],
        reduceAxes: [n],
        inputs: ['f32', 'f32', 'f32'],
        outputs: ['f32', 'f16'],
        reductions: [
          { op: 'sum', body: ir.mul(x, x) },
          { op: 'max', body: ir.mul(x, f32(2, r(0, n))) },
          { op: 'sum', body: f32(2, r(0, n)) },
        ],
        results: [
          ir.div(ir.acc(0, 'f32'), ir.add(f32(1, i(0, m)), ir.acc(2, 'f32'))),
          ir.mul(ir.acc(1, 'f32'), ir.constant(2, 'f32')),
        ],
      });
      check(k, [floats(m * n), floats(m).map((v) => v + 5), floats(n).map((v) => v + 3)], 1e-3);
    }
  });

  it('reduces over axes of one element', () => {
    check(
      nest({
        axes: [5],
        reduceAxes: [1],
        inputs: ['f32'],
        outputs: ['f32'],
        reductions: [{ op: 'sum', body: f32(0, i(0, 5)) }],
        results: [ir.acc(0, 'f32')],
      }),
      [floats(5)],
    );
    check(
      nest({
        axes: [],
        reduceAxes: [1, 1],
        inputs: ['f32'],
        outputs: ['i32'],
        reductions: [{ op: 'argmax', body: f32(0, ix.constant(0)) }],
        results: [ir.acc(0, 'i32')],
      }),
      [floats(1)],
    );
  });

  it.each([
    ['all', [] as number[], [4194304]],
    ['nested', [], [2048, 2048]],
    ['columns', [16], [262144]],
    ['short inner axis', [], [524288, 8]],
  ] as const)('4,194,304 squares keep their accuracy: %s', (_, axes, over) => {
    const size = 4194304;
    const values = new Float64Array(size).map(() => {
      // Box-Muller
      const v = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      return Math.fround(v);
    });
    const dims = [...over, ...axes];
    const at = ix.flatten([...over.map((n, j) => r(j, n)), ...axes.map((n, j) => i(j, n))], dims);
    const k = nest({
      axes,
      reduceAxes: over,
      inputs: ['f32'],
      outputs: ['f32'],
      reductions: [{ op: 'sum', body: ir.mul(f32(0, at), f32(0, at)) }],
      results: [ir.acc(0, 'f32')],
    });
    const [got] = runNest(k, [values]);
    const columns = got.length;
    got.forEach((g, c) => {
      let exact = 0;
      for (let j = c; j < size; j += columns) exact += values[j] ** 2;
      expect(Math.abs(g - exact) / exact).toBeLessThan(1e-6);
    });
  });
});
