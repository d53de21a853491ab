// Simplifications that kernels rely on: reshapes that leave no quotients, selections that a guard makes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';

describe('the index of a reshape', () => {
  const sizes = fc.array(fc.constantFrom(1, 2, 3, 4, 6), { maxLength: 5 });
  const product = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);

  test('is the position of the same element', () => {
    const pairs = fc
      .tuple(sizes, sizes, sizes)
      // shapes with the same elements: factors apart and joined, ones anywhere
      .map(
        ([a, b, c]) =>
          [
            [...a, product(b), ...c, 1],
            [1, ...a, ...b, 1, product(c)],
          ] as const,
      );
    fc.assert(
      fc.property(pairs, ([shape, from]) => {
        for (let flat = 0; flat < product(shape); flat += 1 + Math.floor(product(shape) / 50)) {
          const at = ix.unflatten(ix.constant(flat), shape);
          const back = ix.flatten(ix.unreshape(at, shape, from), from);
          expect([back.terms.length, back.constant]).toEqual([0, flat]);
        }
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  test('keeps a dimension that stays, also where it leaves its range', () => {
    const [y, k, c] = [ix.axis('i0', 9), ix.axis('r0', 3), ix.axis('i1', 4)];
    const outside = ix.sub(y, k); // -2 .. 8
    const [row, ky, channel] = ix.unreshape(
      [outside, ix.add(ix.scale(k, 4), c)],
      [7, 12],
      [7, 3, 4],
    );
    expect([row, ky, channel]).toEqual([outside, k, c]);
    expect(ix.unreshape([outside, c], [7, 4], [1, 7, 1, 4])[1]).toBe(outside);
  });

  test('of nothing is no position', () => {
    expect(ix.unreshape([ix.constant(0), ix.constant(0)], [0, 3], [3, 0, 2])).toHaveLength(3);
  });
});

describe('a selection of what a guard gives already', () => {
  const i = ix.axis('i0', 8);
  const inside = ir.lt(ir.index(i), ir.constant(5, 'i32'));
  const zero = ir.constant(0, 'f32');
  const x = ir.load(0, i, 'f32', inside, zero);
  const other = ir.lt(ir.index(i), ir.constant(3, 'i32'));

  test('is none', () => {
    expect(ir.select(inside, x, zero)).toBe(x);
    const scaled = ir.mul(ir.constant(2, 'f32'), x);
    expect(ir.select(inside, scaled, zero)).toBe(scaled);
    const chosen = ir.select(other, x, zero);
    expect(ir.select(inside, chosen, zero)).toBe(chosen);
  });

  test('stays where it says more', () => {
    const one = ir.constant(1, 'f32');
    for (const [condition, a, b] of [
      [inside, x, one],
      [other, x, zero],
      [inside, ir.add(x, one), zero],
      [inside, ir.mul(ir.constant(-2, 'f32'), x), zero], // -0 where nothing is read
      [inside, ir.mul(ir.constant(Number.POSITIVE_INFINITY, 'f32'), x), zero], // NaN there
      [inside, ir.select(other, x, one), zero],
    ] as const) {
      expect(ir.select(condition, a, b).args).toEqual([condition, a, b]);
    }
  });
});
