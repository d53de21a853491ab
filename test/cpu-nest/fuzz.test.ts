// Random nests: expressions of correctly rounded operations over random loads must match plain loops
// bit for bit, whatever the loop order, the vector axis and the tail.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf, usualCuts } from '../../src/backends/cpu/nest/segments.ts';
import { usualSimd } from '../../src/backends/cpu/wasm/simd.ts';
import type { NestKernel } from '../../src/compiler/program.ts';
import type { DType, ScalarType } from '../../src/tensor/dtype.ts';
import type { Expr } from '../../src/tensor/expr.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import { evalNest } from '../support/eval-nest.ts';
import { nest, runNest } from './run-nest.ts';

const inputs: DType[] = ['f32', 'i32', 'u32', 'bool', 'f16'];
const typeOf: ScalarType[] = ['f32', 'i32', 'u32', 'bool', 'f32'];
const SIZE = 97;

/** A stream of choices; fast-check shrinks the list. */
interface Choices {
  pick(n: number): number;
}

const choices = (list: readonly number[]): Choices => {
  let at = 0;
  return { pick: (n) => (list.length === 0 ? 0 : list[at++ % list.length] % n) };
};

function randomIndex(c: Choices, axes: readonly ix.Index[]): ix.Index {
  let form = ix.constant(c.pick(11) - 5);
  for (const a of axes) form = ix.add(form, ix.scale(a, [0, 1, 1, -1, 2, 3, 7][c.pick(7)]));
  const kind = c.pick(8);
  if (kind === 0) form = ix.div(form, 2 + c.pick(6));
  if (kind === 1) form = ix.add(ix.mod(form, 3 + c.pick(6)), ix.scale(ix.div(form, 4), 2));
  return form;
}

function randomLoad(c: Choices, axes: readonly ix.Index[], depth: number): Expr {
  const buffer = c.pick(inputs.length);
  const type = typeOf[buffer];
  let at = randomIndex(c, axes);
  if (c.pick(6) === 0) {
    const low = ir.binary('and', ir.load(1, ix.mod(at, SIZE), 'i32'), ir.constant(31, 'i32'));
    at = ix.add(
      ix.fromData(low, 32),
      ix.scale(axes.length > 0 ? axes[axes.length - 1] : ix.constant(0), 1),
    );
  }
  if (c.pick(3) > 0) return ir.load(buffer, ix.mod(at, SIZE), type);
  if (at.min >= 0 && at.max < SIZE) return ir.load(buffer, at, type);
  const i = ir.index(at);
  const inside = ir.and(ir.le(ir.constant(0, 'i32'), i), ir.lt(i, ir.constant(SIZE, 'i32')));
  const other = depth > 0 ? randomExpr(c, axes, type, depth - 1) : ir.constant(1, type);
  return ir.load(buffer, at, type, inside, other);
}

function randomExpr(c: Choices, axes: readonly ix.Index[], type: ScalarType, depth: number): Expr {
  const sub = (t: ScalarType = type): Expr => randomExpr(c, axes, t, depth - 1);
  if (depth <= 0) {
    const leaf = c.pick(4);
    if (leaf === 0) return ir.constant(type === 'bool' ? c.pick(2) : c.pick(9), type);
    if (leaf === 1) return ir.cast(ir.index(randomIndex(c, axes)), type);
    return ir.cast(randomLoad(c, axes, 0), type);
  }
  const k = c.pick(10);
  if (k === 0) return ir.cast(sub((['f32', 'i32', 'u32', 'bool'] as const)[c.pick(4)]), type);
  if (k === 1) return ir.select(sub('bool'), sub(), sub());
  if (k === 2) return ir.cast(randomLoad(c, axes, depth), type);
  if (type === 'f32') {
    if (k === 3)
      return ir.unary(
        (['neg', 'abs', 'floor', 'ceil', 'round', 'trunc'] as const)[c.pick(6)],
        sub(),
      );
    if (k === 4) return ir.sqrt(ir.unary('abs', sub()));
    if (k === 5) return ir.bitcast(ir.and(sub('u32'), ir.constant(0x3fffffff, 'u32')), 'f32');
    return ir.binary(
      (['add', 'sub', 'mul', 'div', 'min', 'max'] as const)[c.pick(6)],
      sub(),
      sub(),
    );
  }
  if (type === 'bool' && axes.length > 0 && c.pick(4) === 0) {
    // a seam along the last axis
    const at = ir.index(ix.add(axes[axes.length - 1], c.pick(5) - 2));
    const limit = ir.constant(c.pick(24), 'i32');
    const op = c.pick(2) ? ir.lt : ir.le;
    return c.pick(2) ? op(at, limit) : op(limit, at);
  }
  if (type === 'bool') {
    const t = (['f32', 'i32', 'u32', 'bool'] as const)[c.pick(4)];
    if (k < 6) return ir.binary((['eq', 'ne', 'lt', 'le'] as const)[c.pick(4)], sub(t), sub(t));
    if (k === 6) return ir.not(sub());
    return ir.binary((['and', 'or', 'xor'] as const)[c.pick(3)], sub(), sub());
  }
  if (k === 3) return ir.unary((['neg', 'abs', 'bitNot'] as const)[c.pick(3)], sub());
  if (k === 4) {
    const amount = ir.and(sub(), ir.constant(31, type));
    return ir.binary(c.pick(2) ? 'shl' : 'shr', sub(), amount);
  }
  const ops = ['add', 'sub', 'mul', 'div', 'rem', 'min', 'max', 'and', 'or', 'xor'] as const;
  return ir.binary(ops[c.pick(10)], sub(), sub());
}

const types = ['f32', 'i32', 'u32', 'bool'] as const;

function randomNest(
  shape: readonly number[],
  reduce: readonly number[],
  list: readonly number[],
): NestKernel {
  const c = choices(list);
  const out = shape.map((n, j) => ix.axis(`i${j}`, n));
  const all = [...out, ...reduce.map((n, j) => ix.axis(`r${j}`, n))];
  const depth = 1 + c.pick(4);
  if (reduce.length === 0) {
    const outputs = Array.from({ length: 1 + c.pick(2) }, () => types[c.pick(4)]);
    return nest({
      axes: shape,
      inputs,
      outputs,
      results: outputs.map((t) => randomExpr(c, out, t, depth)),
    });
  }
  const reductions = Array.from({ length: 1 + c.pick(2) }, () => {
    const t = types[c.pick(4)];
    const exact = ['max', 'min', 'argmax', 'argmin'] as const;
    const integer = ['sum', 'prod'] as const;
    const op =
      t === 'bool'
        ? (['any', 'all'] as const)[c.pick(2)]
        : t !== 'f32' && c.pick(2)
          ? integer[c.pick(2)]
          : exact[c.pick(4)];
    return { op, body: randomExpr(c, all, t, depth) };
  });
  const accs = reductions.map(({ op, body }, j) =>
    ir.acc(j, op === 'argmax' || op === 'argmin' ? 'i32' : body.type),
  );
  const results = accs.map((a) =>
    c.pick(2) ? a : ir.select(randomExpr(c, out, 'bool', 1), a, randomExpr(c, out, a.type, 1)),
  );
  return nest({
    axes: shape,
    reduceAxes: reduce,
    inputs,
    reductions,
    results,
    outputs: results.map((r) => r.type as DType),
  });
}

const same = (a: number, b: number): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));

function values(seed: number): number[][] {
  let s = seed | 1;
  const next = (): number => {
    s = (Math.imul(s, 1664525) + 1013904223) | 0;
    return (s >>> 0) / 2 ** 32;
  };
  const make = (f: () => number): number[] => Array.from({ length: SIZE }, f);
  return [
    make(() =>
      next() < 0.03
        ? [NaN, Infinity, -Infinity, 1e30][Math.floor(next() * 4)]
        : Math.fround(next() * 8 - 4),
    ),
    make(() => (next() < 0.1 ? s : Math.floor(next() * 20) - 10)),
    make(() => (next() < 0.1 ? s >>> 0 : Math.floor(next() * 20))),
    make(() => Math.round(next())),
    make(() => Math.round(next() * 64 - 32) / 8),
  ];
}

const everySeam = { row: 1, size: 1, segments: 9 };

function agree(k: NestKernel, seed: number): void {
  const data = values(seed);
  const expected = evalNest(k, data, true);
  for (const cuts of [usualCuts, everySeam]) {
    const got = runNest(k, data, usualSimd(), cuts);
    expected.forEach((column, j) => {
      column.forEach((e, at) => {
        if (!same(e, got[j][at]))
          expect.fail(`output ${j} (${k.outputs[j]}) [${at}] is ${got[j][at]}, expected ${e}`);
      });
    });
  }
}

const sizes = fc.constantFrom(1, 2, 3, 4, 5, 7, 8, 13, 16, 19, 24);
const list = fc.array(fc.nat(9999), { minLength: 4, maxLength: 60 });

describe('random nests', () => {
  it('are cut at seams often enough to be tried', () => {
    const kernels = fc.sample(fc.array(fc.nat(9999), { minLength: 40, maxLength: 60 }), {
      numRuns: 200,
      seed: 1,
    });
    const cut = kernels.filter((picks) => {
      const k = randomNest([5, 24], [], picks);
      return segmentsOf(k, everySeam).length > 1;
    });
    expect(cut.length).toBeGreaterThan(10);
  });

  it('maps agree bit for bit', () => {
    fc.assert(
      fc.property(fc.array(sizes, { maxLength: 3 }), list, fc.nat(), (shape, picks, seed) => {
        agree(randomNest(shape, [], picks), seed);
      }),
      { numRuns: 400 },
    );
  });

  it('reductions agree bit for bit', () => {
    fc.assert(
      fc.property(
        fc.array(sizes, { maxLength: 2 }),
        fc.array(sizes, { minLength: 1, maxLength: 2 }),
        list,
        fc.nat(),
        (shape, reduce, picks, seed) => {
          agree(randomNest(shape, reduce, picks), seed);
        },
      ),
      { numRuns: 300 },
    );
  });
});
