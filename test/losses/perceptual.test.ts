// LPIPS' distance: a case worked out by hand, 0 for the same and only for the same, its gradient, and the features of
// a small residual tower.
import { beforeEach, expect, test } from 'vitest';
import { checkGradients } from '../../src/autodiff/check-gradients.ts';
import { resNetVisionModel } from '../../src/clip/resnet-vision.ts';
import { perceptualDistance } from '../../src/losses/perceptual.ts';
import { useDevice } from '../../src/runtime/device.ts';
import '../../src/runtime/evaluate.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

const { random, tensor } = ops;
beforeEach(() => useDevice('cpu', { threads: 1 }));

test('is the sum over layers of means over places of squared differences of unit vectors', async () => {
  // two places of two channels: (3, 4) against (4, 3), and (0, 2) against (0, 7), which points the same way
  const a = tensor([3, 4, 0, 2], { shape: [1, 1, 2, 2] });
  const b = tensor([4, 3, 0, 7], { shape: [1, 1, 2, 2] });
  // (.6 - .8)² + (.8 - .6)² = .08 at the first, over two places
  expect(await perceptualDistance([a], [b]).item()).toBeCloseTo(0.04, 6);
  // a layer more with one place: (1, 0) against (0, 1) is 2
  const [c, d] = [tensor([[[[5, 0]]]]), tensor([[[[0, 3]]]])];
  expect(await perceptualDistance([a, c], [b, d]).item()).toBeCloseTo(2.04, 6);
  expect(() => perceptualDistance([a], [b, d])).toThrow('1 layers against 2');
});

test('of a tower is 0 for the same pictures, more for others, with the gradient of finite differences', async () => {
  const tower = resNetVisionModel({
    ...{ image_size: 16, num_channels: 3, stem: 8, widths: [8, 16], blocks: 1, heads: 2 },
  });
  const params = tower.init(random.key(0));
  const x = random.uniform(random.key(1), [1, 16, 16, 3], { low: -1, high: 1 });
  const y = random.uniform(random.key(2), [1, 16, 16, 3], { low: -1, high: 1 });
  const layers = (t: Tensor) => tower.levels(params, t);
  expect(layers(x).map(({ shape }) => shape)).toEqual([
    [1, 8, 8, 8],
    [1, 4, 4, 8],
    [1, 2, 2, 16],
  ]);
  expect(await perceptualDistance(layers(x), layers(x)).item()).toBe(0);
  expect(await perceptualDistance(layers(x), layers(y)).item()).toBeGreaterThan(0.1);
  const of = (t: Tensor) => perceptualDistance(layers(x), layers(t));
  await checkGradients(of, [y]);
});
