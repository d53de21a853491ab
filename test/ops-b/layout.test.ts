// Slices, padding, joining and rearranging against values worked out by hand or by NumPy's rules.
import { describe, expect, it } from 'vitest';
import * as wg from '../../src/tensor/ops/index.ts';
import { checkDerivatives } from '../ops-a/support.ts';
import { nested, valuesOf } from './support.ts';

const grid = (...shape: number[]) =>
  wg.tensor(
    Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i),
    { shape },
  );

describe('slice', () => {
  // every start, stop and step of a dimension of 5, against a plain loop over Python's definition
  it('follows NumPy for all starts, stops and steps', () => {
    const x = grid(5);
    const ends = [null, -7, -5, -2, 0, 1, 4, 5, 9];
    for (const step of [1, 2, 3, -1, -2, -7]) {
      for (const start of ends) {
        for (const stop of ends) {
          const clip = (v: number): number =>
            Math.min(Math.max(v < 0 ? v + 5 : v, step < 0 ? -1 : 0), step < 0 ? 4 : 5);
          const from = start === null ? (step < 0 ? 4 : 0) : clip(start);
          const to = stop === null ? (step < 0 ? -1 : 5) : clip(stop);
          const want: number[] = [];
          for (let i = from; step < 0 ? i > to : i < to; i += step) want.push(i);
          expect(valuesOf(wg.slice(x, { start, stop, step }))).toEqual(want);
        }
      }
    }
  });

  it('takes a spec a dimension', () => {
    expect(nested(wg.slice(grid(3, 4), [0, 2], { step: -2 }))).toEqual([
      [3, 1],
      [7, 5],
    ]);
    expect(nested(wg.slice(grid(3, 2), null, [-1, null]))).toEqual([[1], [3], [5]]);
  });

  it('refuses too many specs and a step of zero', () => {
    expect(() => wg.slice(grid(3), null, null)).toThrow(/2 specs for f32\[3\]/);
    expect(() => wg.slice(grid(3), { step: 0 })).toThrow(/step/);
  });
});

describe('pad', () => {
  const x = grid(4);
  it.each([
    ['constant', [9, 9, 0, 1, 2, 3, 9]],
    ['reflect', [2, 1, 0, 1, 2, 3, 2]],
    ['replicate', [0, 0, 0, 1, 2, 3, 3]],
    ['circular', [2, 3, 0, 1, 2, 3, 0]],
  ] as const)('%s', (mode, want) => {
    expect(valuesOf(wg.pad(x, [[2, 1]], { mode, value: 9 }))).toEqual(want);
    checkDerivatives((t) => wg.square(wg.pad(t, [[2, 1]], { mode })), [{ shape: [2, 4] }]);
  });

  it('pads constants, computed values and all dimensions', () => {
    expect(
      nested(
        wg.pad(wg.ones([1, 1]), [
          [0, 1],
          [1, 0],
        ]),
      ),
    ).toEqual([
      [0, 1],
      [0, 0],
    ]);
    expect(valuesOf(wg.pad(wg.exp(wg.zeros([2])), [[1, 1]], { value: -1 }))).toEqual([
      -1, 1, 1, -1,
    ]);
    expect(valuesOf(wg.pad(wg.iota([2], 0, 'i32'), [[1, 1]], { value: 7 }))).toEqual([7, 0, 1, 7]);
    const twice = wg.pad(wg.pad(x, [[1, 0]], { value: 5 }), [[0, 1]], { value: 6 });
    expect(valuesOf(twice)).toEqual([5, 0, 1, 2, 3, 6]);
    expect(
      valuesOf(
        wg.pad(
          wg.reshape(wg.pad(x, [[1, 1]]), [2, 3]),
          [
            [0, 0],
            [1, 0],
          ],
          { value: 8 },
        ),
      ),
    ).toEqual([8, 0, 0, 1, 8, 2, 3, 0]);
  });

  it('crops by negative amounts', () => {
    expect(valuesOf(wg.pad(x, [[-1, 2]]))).toEqual([1, 2, 3, 0, 0]);
  });

  it('needs room to mirror', () => {
    expect(() => wg.pad(x, [[4, 0]], { mode: 'reflect' })).toThrow(/reflect/);
    expect(() =>
      wg.pad(x, [
        [1, 0],
        [0, 0],
      ]),
    ).toThrow(/pad/);
  });
});

describe('joining', () => {
  it('concatenates, also empty and computed operands', () => {
    const a = grid(2, 1);
    const b = wg.add(grid(2, 2), 10);
    expect(nested(wg.concat([a, wg.zeros([2, 0]), b, wg.ones([2, 1])], 1))).toEqual([
      [0, 10, 11, 1],
      [1, 12, 13, 1],
    ]);
    expect(wg.concat([wg.zeros([0, 3]), wg.zeros([0, 3])]).shape).toEqual([0, 3]);
  });

  it('concatenates more tensors than a kernel binds', () => {
    const many = Array.from({ length: 20 }, (_, i) => wg.add(grid(2), 2 * i));
    expect(valuesOf(wg.concat(many))).toEqual(Array.from({ length: 40 }, (_, i) => i));
  });

  it('promotes dtypes and refuses shapes that differ', () => {
    expect(wg.concat([wg.zeros([1], 'i32'), wg.zeros([1])]).dtype).toBe('f32');
    expect(() => wg.concat([wg.zeros([2, 2]), wg.zeros([3, 3])], 1)).toThrow(/concat/);
    expect(() => wg.concat([])).toThrow(/no tensors/);
    expect(() => wg.stack([wg.zeros([2]), wg.zeros([3])])).toThrow(/stack/);
  });

  it('stacks along a new axis', () => {
    expect(nested(wg.stack([grid(2), wg.add(grid(2), 5)], 1))).toEqual([
      [0, 5],
      [1, 6],
    ]);
  });

  it('splits as PyTorch does', () => {
    expect(wg.split(grid(5), 2).map(valuesOf)).toEqual([[0, 1], [2, 3], [4]]);
    expect(wg.split(grid(5), [1, 4]).map(valuesOf)).toEqual([[0], [1, 2, 3, 4]]);
    expect(wg.chunk(grid(5), 3).map(valuesOf)).toEqual([[0, 1], [2, 3], [4]]);
    expect(() => wg.split(grid(5), [1, 1])).toThrow(/do not add up/);
  });
});

describe('rearranging', () => {
  it('rolls and flips', () => {
    expect(nested(wg.roll(grid(2, 3), 1, 1))).toEqual([
      [2, 0, 1],
      [5, 3, 4],
    ]);
    expect(nested(wg.roll(grid(2, 3), [1, -4], [0, 1]))).toEqual([
      [4, 5, 3],
      [1, 2, 0],
    ]);
    expect(nested(wg.flip(grid(2, 3), -1))).toEqual([
      [2, 1, 0],
      [5, 4, 3],
    ]);
  });

  it('tiles and repeats', () => {
    expect(nested(wg.tile(grid(2), [2, 2]))).toEqual([
      [0, 1, 0, 1],
      [0, 1, 0, 1],
    ]);
    expect(valuesOf(wg.repeat(grid(3), 2, 0))).toEqual([0, 0, 1, 1, 2, 2]);
    checkDerivatives((x) => wg.square(wg.tile(x, [2, 3])), [{ shape: [2, 2] }]);
  });

  it('moves, drops and adds axes', () => {
    const x = wg.zeros([2, 1, 3]);
    expect(wg.squeeze(x).shape).toEqual([2, 3]);
    expect(() => wg.squeeze(x, 0)).toThrow(/axis 0/);
    expect(wg.expandDims(x, [0, -1]).shape).toEqual([1, 2, 1, 3, 1]);
    expect(wg.moveAxis(x, 0, -1).shape).toEqual([1, 3, 2]);
    expect(wg.swapAxes(x, 0, 2).shape).toEqual([3, 1, 2]);
    expect(wg.flatten(x, 0, 1).shape).toEqual([2, 3]);
    expect(wg.flatten(wg.zeros([])).shape).toEqual([1]);
  });

  it('reads diagonals', () => {
    const x = grid(3, 4);
    expect(valuesOf(wg.diagonal(x))).toEqual([0, 5, 10]);
    expect(valuesOf(wg.diagonal(x, 2))).toEqual([2, 7]);
    expect(valuesOf(wg.diagonal(x, -1))).toEqual([4, 9]);
    expect(wg.diagonal(x, 9).shape).toEqual([0]);
    expect(valuesOf(wg.trace(x))).toEqual([15]);
    checkDerivatives((t) => wg.square(wg.diagonal(t, -1, 0, 2)), [{ shape: [3, 2, 2] }]);
  });

  it('keeps triangles, dropping NaN outside', () => {
    expect(
      nested(
        wg.tril(
          wg.tensor([
            [1, Number.NaN],
            [3, 4],
          ]),
        ),
      ),
    ).toEqual([
      [1, 0],
      [3, 4],
    ]);
    expect(nested(wg.triu(grid(2, 3), 1))).toEqual([
      [0, 1, 2],
      [0, 0, 5],
    ]);
    expect(() => wg.tril(grid(3))).toThrow(/not a matrix/);
  });

  it('shuffles pixels both ways', () => {
    // channel dy * 2 + dx of one pixel goes to row dy, column dx
    expect(nested(wg.pixelShuffle(grid(1, 1, 1, 4), 2))).toEqual([
      [
        [[0], [1]],
        [[2], [3]],
      ],
    ]);
    const x = grid(2, 2, 3, 8);
    expect(valuesOf(wg.pixelUnshuffle(wg.pixelShuffle(x, 2), 2))).toEqual(valuesOf(x));
    expect(() => wg.pixelShuffle(grid(1, 1, 1, 3), 2)).toThrow(/pixelShuffle/);
  });
});

describe('counting', () => {
  it('makes ranges and grids', () => {
    expect(valuesOf(wg.arange(4))).toEqual([0, 1, 2, 3]);
    expect(wg.arange(4).dtype).toBe('i32');
    expect(valuesOf(wg.arange(5, 0, -2))).toEqual([5, 3, 1]);
    expect(valuesOf(wg.arange(0, 1, 0.25))).toEqual([0, 0.25, 0.5, 0.75]);
    expect(valuesOf(wg.linspace(-1, 1, 5))).toEqual([-1, -0.5, 0, 0.5, 1]);
    expect(valuesOf(wg.linspace(3, 9, 1))).toEqual([3]);
    expect(nested(wg.eye(2, 3, { offset: 1 }))).toEqual([
      [0, 1, 0],
      [0, 0, 1],
    ]);
    const [a, b] = wg.meshgrid(grid(2), grid(3));
    expect(nested(a)).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ]);
    expect(nested(b)).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ]);
    expect(() => wg.arange(0, 1, 0)).toThrow(/does not end/);
  });
});
