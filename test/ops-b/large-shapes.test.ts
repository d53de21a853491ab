// Positions are 32-bit: what would not fit is refused when it is asked for, whether it would ever be stored or
// not, and what just fits is computed right.
import { describe, expect, it } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import { ShapeError } from '../../src/tensor/errors.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import { largestSize } from '../../src/tensor/shape.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';

describe('shapes beyond 32-bit positions are refused', () => {
  const row = ops.ones([1, 65_537]);
  const column = ops.ones([65_536, 1]);
  const half = ops.ones([2 ** 30]);
  const calls: Record<string, () => unknown> = {
    constants: () => ops.sum(ops.ones([65_536, 65_537])),
    'one dimension': () => ops.max(ops.zeros([2 ** 33])),
    broadcasting: () => ops.mean(ops.add(row, column)),
    broadcastTo: () => ops.broadcastTo(row, [65_536, 65_537]),
    products: () => ops.matmul(column, row),
    joining: () => ops.concat([half, half]),
    padding: () => ops.pad(half, [[0, 2 ** 30]]),
    repeating: () => ops.tile(half, [2]),
    counting: () => ops.arange(2 ** 31),
    'counting in steps': () => ops.arange(0, 2 ** 33, 2),
    'equal steps': () => ops.linspace(0, 1, 2 ** 31),
    positions: () => ops.iota([65_536, 65_537], 1),
    'random numbers': () => ops.random.uniform(ops.random.key(0), [2 ** 31]),
    'unit vectors': () => ops.oneHot(ops.zeros([65_536], 'i32'), 65_537),
    windows: () => ops.unfold(ops.ones([1, 4096, 4096, 16]), [3, 3]),
  };
  it.each(Object.entries(calls))('%s', (_, call) => {
    expect(call).toThrow(ShapeError);
    expect(call).toThrow(/elements, and a tensor holds at most 2145386496/);
  });
});

it('the largest shape is reduced, sliced and differentiated right on the CPU', async () => {
  await use('cpu');
  const n = largestSize;
  const item = async (t: Tensor): Promise<number> => (await t.data())[0];
  expect(await item(ops.sum(ops.ones([n])))).toBe(n);
  const tail = ops.slice(ops.iota([n]), [n - 2, n]);
  expect(Array.from(await tail.data())).toEqual([n - 2, n - 1]);
  const x = ops.tensor(3);
  const g = grad((z: Tensor) => ops.mean(ops.mul(ops.broadcastTo(z, [n]), 2)))(x);
  expect(await item(g)).toBeCloseTo(2, 5);
}, 120_000);
