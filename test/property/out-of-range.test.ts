import { describe, expect, it } from 'vitest';
import { ShapeError } from '../../src/tensor/errors.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import { floats, integers } from './out-of-range.ts';

describe.each(['interpret', 'cpu'] as const)('indices out of range on %s', (device) => {
  it('make floats NaN', () => floats(device));
  it('leave integers without a sign', () => integers(device));
});

describe('indices out of range that the host knows are refused', () => {
  const x = ops.ones([2, 3]);
  const two = ops.tensor([0, 3], { dtype: 'i32' });
  const calls: Record<string, () => unknown> = {
    take: () => ops.take(x, two, 1),
    'take of a constant': () => ops.take(x, ops.full([4], 3, 'i32'), 1),
    gather: () => ops.gather(x, ops.reshape(ops.tensor([0, -4], { dtype: 'i32' }), [2, 1]), 1),
    takeAlongAxis: () => ops.takeAlongAxis(x, [[3]], 1),
    at: () => ops.at(x, [null, 0, two]),
    embedding: () => ops.embedding(x, [2]),
    oneHot: () => ops.oneHot([0, -1], 3),
    indexAdd: () => ops.indexAdd(x, two, 1, 1),
    indexSet: () => ops.indexSet(x, two, 1, 1),
    scatter: () => ops.scatter(x, [[3]], 1, 1),
    scatterAdd: () => ops.scatterAdd(x, [[3]], 1, 1),
    nllLoss: () => ops.nllLoss(x, two),
    crossEntropy: () => ops.crossEntropy(x, ops.tensor([-1, 0], { dtype: 'i32' })),
  };
  // reshape computes; only given values are known
  const { gather, ...known } = calls;
  it.each(Object.entries(known))('%s', (_, call) => {
    expect(call).toThrow(ShapeError);
    expect(call).toThrow(/(index|target) -?\d/);
  });
  it('but not those that must be computed first', () => {
    expect(gather).not.toThrow();
  });
  it('and classes that are ignored are none', () => {
    const target = ops.tensor([-100, 2], { dtype: 'i32' });
    expect(() => ops.crossEntropy(x, target)).not.toThrow();
  });
});
