// What recomputation is for: the memory of a gradient through many blocks is that of one block and the values
// between them, and equal blocks are planned once.
import { beforeAll, expect, it } from 'vitest';
import { checkpoint } from '../../src/autodiff/checkpoint.ts';
import { grad } from '../../src/autodiff/transforms.ts';
import { compile } from '../../src/runtime/compile.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use, worstError } from '../support/devices.ts';

beforeAll(async () => {
  await use('cpu');
});

const block = (x: Tensor, w: Tensor): Tensor => {
  let y = x;
  for (let i = 0; i < 8; i++) y = ops.add(y, ops.mul(ops.tanh(ops.matmul(y, w)), 0.1));
  return y;
};

// gradient of a loss behind `blocks` blocks
const gradient = (blocks: number, wrap: typeof checkpoint) =>
  compile((x: Tensor, w: Tensor) =>
    grad((v: Tensor) => {
      let y = x;
      for (let i = 0; i < blocks; i++) y = wrap(block)(y, v);
      return ops.mean(ops.square(y));
    })(w),
  );

it('holds one block of temporaries instead of all', async () => {
  const x = ops.random.normal(ops.random.key(1), [64, 32]);
  const w = ops.mul(ops.random.normal(ops.random.key(2), [32, 32]), 0.2);
  const plain = gradient(12, (f) => f);
  const recomputed = gradient(12, checkpoint);
  const [want, got] = [await plain(x, w).data(), await recomputed(x, w).data()];
  expect(worstError(got, want)).toBeLessThan(1e-4);
  expect(Math.max(...want)).toBeGreaterThan(0.01);
  const [before, after] = [await plain.stats(), await recomputed.stats()];
  expect(after.peakBytes).toBeLessThan(before.peakBytes / 3);
  expect(after.kernels).toBeGreaterThan(before.kernels);
});
