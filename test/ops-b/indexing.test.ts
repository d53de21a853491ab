// Reading and writing at positions that are data, against plain loops and NumPy's rules.
import { describe, expect, it } from 'vitest';
import * as wg from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import '../../src/runtime/evaluate.ts'; // masks are read
import { checkDerivatives } from '../ops-a/support.ts';
import { nested, valuesOf } from './support.ts';

const grid = (...shape: number[]): Tensor =>
  wg.tensor(
    Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i),
    { shape },
  );
const ints = (values: number[], shape = [values.length]): Tensor =>
  wg.tensor(Int32Array.from(values), { shape });
// the same numbers as a computed tensor, whose values the host does not know
const unknown = (values: number[], shape?: number[]): Tensor => wg.add(ints(values, shape), 0);

describe('take', () => {
  it('reads slices of any axis at indices of any rank', () => {
    expect(nested(wg.take(grid(3, 2), ints([2, -3])))).toEqual([
      [4, 5],
      [0, 1],
    ]);
    expect(nested(wg.take(grid(2, 3), ints([0, 2, 2, -2], [2, 2]), 1))).toEqual([
      [
        [0, 2],
        [2, 1],
      ],
      [
        [3, 5],
        [5, 4],
      ],
    ]);
    expect(valuesOf(wg.take(grid(3, 2), 1))).toEqual([2, 3]);
    expect(valuesOf(wg.take([5, 6, 7], [2, 0]))).toEqual([7, 5]);
  });

  it('refuses known indices out of range and reads NaN or 0 at unknown ones', () => {
    expect(() => wg.take(grid(3), ints([0, 3]))).toThrow(/index 3 \(element 1 .*size 3/);
    expect(() => wg.take(grid(3), -4)).toThrow(/index -4/);
    expect(() => wg.take(grid(3), wg.tensor([0.5]))).toThrow(/i32 or u32/);
    expect(() => wg.take(grid(3), [0.5])).toThrow(/integers, not 0.5/);
    expect(valuesOf(wg.take(grid(3), unknown([3, 1, -4])))).toEqual([Number.NaN, 1, Number.NaN]);
    expect(valuesOf(wg.take(wg.cast(grid(3), 'i32'), unknown([3, 2])))).toEqual([0, 2]);
  });

  it('adds gradients of repeated indices and skips those out of range', () => {
    checkDerivatives((x) => wg.square(wg.take(x, ints([2, 0, 2, -1]), 1)), [{ shape: [2, 3] }]);
    checkDerivatives(
      (x) => wg.square(wg.take(x, ints([1, 0, 1, 1], [2, 2]), 1)),
      [{ shape: [2, 2, 2] }],
    );
  });

  it('looks up embeddings and unit vectors', () => {
    expect(nested(wg.embedding(grid(3, 2), ints([2, 2], [2, 1])))).toEqual([[[4, 5]], [[4, 5]]]);
    expect(nested(wg.oneHot(unknown([1, -1, 3]), 3))).toEqual([
      [0, 1, 0],
      [Number.NaN, Number.NaN, Number.NaN],
      [Number.NaN, Number.NaN, Number.NaN],
    ]);
    expect(nested(wg.oneHot(unknown([1, 3]), 2, 'i32'))).toEqual([
      [0, 1],
      [0, 0],
    ]);
    expect(() => wg.oneHot([0, 3], 3)).toThrow(/oneHot of ids: index 3 \(element 1/);
    expect(() => wg.oneHot([-1], 3)).toThrow(/oneHot of ids: index -1/);
    expect(() => wg.embedding(grid(3), ints([0]))).toThrow(/vocabulary/);
  });
});

describe('elements along an axis', () => {
  it('gathers, also with fewer indices than elements', () => {
    expect(nested(wg.gather(grid(3, 4), ints([0, 1, 0, 0, 0, -1], [3, 2]), 1))).toEqual([
      [0, 1],
      [4, 4],
      [8, 11],
    ]);
    expect(() => wg.gather(grid(2, 2), ints([0, 0, 0], [3, 1]), 1)).toThrow(/gather/);
  });

  it('broadcasts as take_along_axis', () => {
    expect(nested(wg.takeAlongAxis(grid(2, 3), ints([2, 0], [2, 1])))).toEqual([[2], [3]]);
    expect(nested(wg.takeAlongAxis(grid(2, 3), ints([1, 0, 1], [1, 3]), 0))).toEqual([[3, 1, 5]]);
    checkDerivatives(
      (x) => wg.square(wg.takeAlongAxis(x, ints([1, 1, 0], [1, 3]), 0)),
      [{ shape: [2, 1] }],
    );
  });

  it('adds into a copy', () => {
    const i = ints([0, 2, 2, 1], [2, 2]);
    expect(nested(wg.scatterAdd(grid(2, 3), i, wg.full([2, 2], 10), 1))).toEqual([
      [10, 1, 12],
      [3, 14, 15],
    ]);
    checkDerivatives(
      (b, s) => wg.square(wg.scatterAdd(b, i, s, 1)),
      [{ shape: [2, 3] }, { shape: [2, 2] }],
    );
  });

  it('replaces, the last of several winning', () => {
    const i = ints([2, 0, 2, 1, 1, 1], [2, 3]);
    const s = wg.add(grid(2, 3), 10);
    expect(nested(wg.scatter(wg.zeros([2, 4]), i, s, 1))).toEqual([
      [11, 0, 12, 0],
      [0, 15, 0, 0],
    ]);
    // indices for the first column only
    expect(nested(wg.scatter(grid(2, 2), ints([-1], [1, 1]), 9, 0))).toEqual([
      [0, 1],
      [9, 3],
    ]);
    checkDerivatives(
      (b, v) => wg.square(wg.scatter(b, i, v, 1)),
      [{ shape: [2, 4] }, { shape: [2, 3] }],
    );
  });

  it('refuses a source that does not fit', () => {
    expect(() => wg.scatterAdd(grid(2, 3), ints([0], [1, 1]), grid(2), 1)).toThrow(/broadcast/);
    expect(() => wg.scatterAdd(grid(2, 3), ints([7], [1, 1]), 1, 1)).toThrow(/index 7/);
  });
});

describe('slices of an axis', () => {
  it('adds and replaces', () => {
    expect(nested(wg.indexAdd(wg.zeros([3, 2]), ints([2, 0, -1]), grid(3, 2)))).toEqual([
      [2, 3],
      [0, 0],
      [4, 6],
    ]);
    expect(nested(wg.indexAdd(grid(2, 3), ints([1]), [[10], [20]], 1))).toEqual([
      [0, 11, 2],
      [3, 24, 5],
    ]);
    expect(nested(wg.indexSet(grid(2, 3), ints([2, 0, 2]), [[7, 8, 9]], 1))).toEqual([
      [8, 1, 9],
      [8, 4, 9],
    ]);
    checkDerivatives(
      (b, s) => wg.square(wg.indexSet(b, ints([1, 1]), s)),
      [{ shape: [3, 2] }, { shape: [2, 2] }],
    );
    checkDerivatives(
      (b, s) => wg.square(wg.indexAdd(b, ints([1, 1, 0]), s, 1)),
      [{ shape: [2, 2, 2] }, { shape: [2, 3, 2] }],
    );
  });

  it('makes NaN of unknown indices out of range', () => {
    const i = unknown([5, 1, -9]);
    const nan = Number.NaN;
    expect(valuesOf(wg.indexAdd(wg.zeros([2]), i, [1, 2, 4]))).toEqual([nan, nan]);
    checkDerivatives(
      (s) => wg.square(wg.indexAdd(wg.ones([2]), unknown([0, 1, -1]), s)),
      [{ shape: [3] }],
    );
  });
});

describe('at', () => {
  const x = grid(2, 3, 4);
  const flat = (i: number, j: number, k: number): number => 12 * i + 4 * j + k;

  it('takes integers, slices, new axes and ellipses', () => {
    expect(valuesOf(wg.at(x, [1, -1, 0]))).toEqual([flat(1, 2, 0)]);
    expect(wg.at(x, [1, -1, 0]).shape).toEqual([]);
    expect(nested(wg.at(x, ['...', { start: 1, step: 2 }, -1]))).toEqual([
      [flat(0, 1, 3)],
      [flat(1, 1, 3)],
    ]);
    expect(wg.at(x, [{ stop: 1 }, null, '...', null]).shape).toEqual([1, 1, 3, 4, 1]);
    expect(wg.at(x, []).shape).toEqual([2, 3, 4]);
  });

  it('takes integer tensors', () => {
    expect(nested(wg.at(x, [0, ints([2, -3])]))).toEqual([
      [8, 9, 10, 11],
      [0, 1, 2, 3],
    ]);
    expect(nested(wg.at(x, [{}, ints([0, 2]), ints([3, 1])]))).toEqual([
      [flat(0, 0, 3), flat(0, 2, 1)],
      [flat(1, 0, 3), flat(1, 2, 1)],
    ]);
    // index tensors broadcast; apart from each other they come first
    const apart = wg.at(x, [ints([0, 1], [2, 1]), { step: -1 }, ints([0, 3])]);
    expect(apart.shape).toEqual([2, 2, 3]);
    expect(nested(apart)).toEqual(
      [0, 1].map((i) => [0, 3].map((k) => [2, 1, 0].map((j) => flat(i, j, k)))),
    );
    checkDerivatives(
      (t) => wg.square(wg.at(t, [ints([0, 1, 1]), null, ints([1, 0, 0])])),
      [{ shape: [2, 2, 2] }],
    );
  });

  it('refuses what does not fit', () => {
    expect(() => wg.at(x, [0, 0, 0, 0])).toThrow(/4 indices/);
    expect(() => wg.at(x, [2])).toThrow(/index 2 is out of range for axis 0/);
    expect(() => wg.at(x, ['...', '...'])).toThrow(/2 ellipses/);
    expect(() => wg.at(x, [wg.tensor([true, false])])).toThrow(/booleanIndex/);
    expect(() => wg.at(x, [ints([0, 1]), ints([0, 1, 2])])).toThrow(/broadcast/);
  });
});

describe('masks', () => {
  it('finds nonzero elements', async () => {
    const found = await wg.nonzero(
      wg.tensor([
        [0, 2],
        [3, 0],
      ]),
    );
    expect(nested(found)).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect((await wg.nonzero(wg.zeros([2, 3], 'bool'))).shape).toEqual([0, 2]);
  });

  it('selects by a mask of the leading dimensions', async () => {
    const mask = wg.tensor([
      [true, false],
      [false, true],
    ]);
    expect(nested(await wg.booleanIndex(grid(2, 2, 2), mask))).toEqual([
      [0, 1],
      [6, 7],
    ]);
    await expect(wg.booleanIndex(grid(3), mask)).rejects.toThrow(/mask/);
    await expect(wg.booleanIndex(grid(3), ints([1, 0, 1]))).rejects.toThrow(/not bool/);
  });
});
