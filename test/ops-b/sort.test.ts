// Sorting against plain loops. The order itself is a special kernel, which backends test on their
// own.
import { describe, expect, it } from 'vitest';
import * as wg from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { checkDerivatives } from '../ops-a/support.ts';
import { byReference, nested } from './support.ts';

const show = (t: Tensor): unknown => nested(t, byReference(t));

describe('sort', () => {
  const x = wg.tensor([3, Number.NaN, -1, 3, Number.NEGATIVE_INFINITY, 0]);

  it('is stable and puts NaN last in both directions', () => {
    expect(byReference(wg.argsort(x))).toEqual([4, 2, 5, 0, 3, 1]);
    expect(byReference(wg.argsort(x, { descending: true }))).toEqual([0, 3, 5, 2, 4, 1]);
    const { values } = wg.sort(x, { descending: true });
    expect(byReference(values)).toEqual([3, 3, 0, -1, Number.NEGATIVE_INFINITY, Number.NaN]);
  });

  it('sorts any axis', () => {
    const m = wg.tensor([
      [3, 1],
      [2, 5],
      [9, 0],
    ]);
    expect(show(wg.sort(m, { axis: 0 }).values)).toEqual([
      [2, 0],
      [3, 1],
      [9, 5],
    ]);
    expect(show(wg.sort(m, { axis: 0 }).indices)).toEqual([
      [1, 2],
      [0, 0],
      [2, 1],
    ]);
    expect(() => wg.sort(wg.tensor(1))).toThrow(/axis/);
  });

  it('finds the largest and smallest', () => {
    const m = wg.tensor([
      [3, 1, 4],
      [1, 5, 9],
    ]);
    const { values, indices } = wg.topK(m, 2);
    expect(show(values)).toEqual([
      [4, 3],
      [9, 5],
    ]);
    expect(show(indices)).toEqual([
      [2, 0],
      [2, 1],
    ]);
    expect(show(wg.topK(m, 1, { axis: 0, smallest: true }).values)).toEqual([[1, 1, 4]]);
    expect(wg.topK(m, 0).values.shape).toEqual([2, 0]);
    expect(() => wg.topK(m, 4)).toThrow(/4 of the 3/);
  });

  it('has gradients of values and none of the order', () => {
    checkDerivatives((t) => wg.square(wg.sort(t, { axis: 0 }).values), [{ shape: [4, 2] }]);
    checkDerivatives((t) => wg.square(wg.topK(t, 2).values), [{ shape: [2, 4] }]);
  });
});
