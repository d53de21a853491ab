// Residual blocks that change the size. With kernels of a single tap in the middle a block works pixel by pixel,
// and its norms do not see how often a pixel is repeated, so blocks and repetition commute.

import { beforeAll, expect, test } from 'vitest';
import { resnetBlock2D } from '../../src/models/resnet.ts';
import { map } from '../../src/tensor/tree.ts';
import '../../src/runtime/evaluate.ts';
import { useDevice } from '../../src/runtime/device.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

beforeAll(async () => {
  await useDevice('interpret');
});

const key = ops.random.key(8);
const config = { in_channels: 4, out_channels: 6, temb_channels: 3, groups: 2 };
const x = ops.random.normal(ops.random.foldIn(key, 1), [2, 4, 4, 4]);
const temb = ops.random.normal(ops.random.foldIn(key, 2), [2, 3]);

// kernels [3, 3, ...] with all but the middle tap 0
const middle = (leaf: Tensor): Tensor =>
  leaf.rank === 4 && leaf.shape[0] === 3
    ? ops.pad(ops.slice(leaf, [1, 2], [1, 2]), [
        [1, 1],
        [1, 1],
        [0, 0],
        [0, 0],
      ])
    : leaf;
const pointwise = <P>(params: P): P => map(params, (leaf) => middle(leaf)) as P;

async function expectNear(a: Tensor, b: Tensor): Promise<void> {
  expect(a.shape).toEqual(b.shape);
  expect((await ops.max(ops.abs(ops.sub(a, b))).data())[0]).toBeLessThan(1e-5);
}

test('up repeats pixels on both branches', async () => {
  const [plain, up] = [false, true].map((on) => resnetBlock2D({ ...config, up: on }));
  const params = pointwise(plain.init(key));
  const want = ops.upsampleNearest(plain.apply(params, x, temb), 2);
  await expectNear(up.apply(params, x, temb), want);
});

test('down takes means on both branches', async () => {
  const [plain, down] = [false, true].map((on) => resnetBlock2D({ ...config, down: on }));
  const params = pointwise(plain.init(key));
  const large = ops.upsampleNearest(x, 2);
  await expectNear(down.apply(params, large, temb), plain.apply(params, x, temb));
  // and of pixels that differ: with kernels of 0 only the skip is left
  const still = map(params, (leaf) => (leaf.shape[0] === 3 ? ops.zerosLike(leaf) : leaf));
  const skip = plain.apply(still, ops.avgPool2d(x, 2), temb);
  await expectNear(down.apply(still, x, temb), skip);
});

test('skip_time_act leaves out the activation of the time', async () => {
  const block = (skip_time_act: boolean) =>
    resnetBlock2D({ ...config, skip_time_act, non_linearity: 'silu' });
  const params = block(true).init(key);
  const want = block(false).apply(params, x, temb);
  await expectNear(block(true).apply(params, x, ops.silu(temb)), want);
});
