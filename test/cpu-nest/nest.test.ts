// Generated nests against plain loops: layouts, guards, gathers, reductions of every kind and in every
// arrangement, storage types, integers.
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/backends/cpu/nest/analysis.ts';
import { schedule } from '../../src/backends/cpu/nest/schedule.ts';
import type { NestKernel } from '../../src/compiler/program.ts';
import type { DType, ScalarType } from '../../src/tensor/dtype.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import type { BinaryOp, Expr, ReduceOp } from '../../src/tensor/ir.ts';
import * as ir from '../../src/tensor/ir.ts';
import { evaluateNest, halfBits, halfValue, nest, runNest, type Values } from './eval-nest.ts';

let state = 12345;
const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const floats = (n: number): number[] =>
  Array.from({ length: n }, () => Math.fround(4 * random() - 2));
const integers = (n: number, lo: number, hi: number): number[] =>
  Array.from({ length: n }, () => lo + Math.floor((hi - lo + 1) * random()));

function check(k: NestKernel, inputs: Values, tolerance = 2e-6): number[][] {
  const expected = evaluateNest(k, inputs);
  const got = runNest(k, inputs);
  expected.forEach((column, j) => {
    column.forEach((e, i) => {
      const g = got[j][i];
      const close = Number.isNaN(e)
        ? Number.isNaN(g)
        : e === g || Math.abs(e - g) <= tolerance * (1 + Math.abs(e));
      if (!close) expect.fail(`output ${j}[${i}] is ${g}, expected ${e}`);
    });
  });
  return got;
}

const modeOf = (k: NestKernel): string => schedule(analyse(k)).mode;
const i = (n: number, size: number) => ix.axis(`i${n}`, size);
const r = (n: number, size: number) => ix.axis(`r${n}`, size);
const f32 = (buffer: number, at: ix.Index): Expr => ir.load(buffer, at, 'f32');

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
      const got = evaluateNest(k, [floats(m * n), floats(m), floats(n)]);
      expect(got.length).toBe(2);
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
    const columns = axes.length > 0 ? axes[0] : 1;
    got.forEach((g, c) => {
      let exact = 0;
      for (let j = c; j < size; j += columns) exact += values[j] ** 2;
      expect(Math.abs(g - exact) / exact).toBeLessThan(1e-6);
    });
  });
});

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
    const exact = evaluateNest(k, [a, b]);
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
