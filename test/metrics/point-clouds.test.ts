// Point clouds: distances that do not depend on order, their gradients, sets of clouds, and scores by a
// classifier. That values agree with other implementations is checked in test/golden.
import { beforeAll, describe, expect, test } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import { chamferMatrix, cloudScores, cloudSetMeasures } from '../../src/metrics/cloud-sets.ts';
import { fid } from '../../src/metrics/frechet.ts';
import {
  chamferDistance,
  fScore,
  nearestPoints,
  normalizeClouds,
} from '../../src/metrics/point-clouds.ts';
import { compile } from '../../src/runtime/compile.ts';
import { useDevice } from '../../src/runtime/device.ts';
import {
  add,
  concat,
  max,
  mean,
  mul,
  random,
  slice,
  softmax,
  sub,
  sum,
  take,
  tensor,
} from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { worstError } from '../support/devices.ts';

beforeAll(async () => {
  await useDevice('cpu');
});

const normal = (seed: number, shape: number[]): Tensor => random.normal(random.key(seed), shape);

describe('pairs of clouds', () => {
  const [x, y] = [normal(1, [3, 40, 3]), normal(2, [3, 25, 3])];

  test('0 to itself, the same in any order, symmetric', async () => {
    expect(await chamferDistance(x, x).toArray()).toEqual([0, 0, 0]);
    const shuffled = take(x, random.permutation(random.key(4), 40), 1);
    expect(await chamferDistance(x, shuffled).toArray()).toEqual([0, 0, 0]);
    const [there, back] = [chamferDistance(x, y), chamferDistance(y, x)];
    expect(worstError(await there.data(), await back.data())).toBeLessThan(1e-6);
  });

  test('by hand: squared distances, first of equals, means of both ways', async () => {
    const a = tensor([
      [
        [0, 0],
        [3, 4],
      ],
    ]);
    const b = tensor([
      [
        [0, 1],
        [1, 0],
        [3, 4],
      ],
    ]);
    const near = nearestPoints(a, b);
    expect(await near.dist_x.toArray()).toEqual([[1, 0]]);
    expect(await near.index_x.toArray()).toEqual([[0, 2]]);
    expect(await near.dist_y.toArray()).toEqual([[1, 1, 0]]);
    expect(await near.index_y.toArray()).toEqual([[0, 0, 1]]);
    expect((await chamferDistance(a, b).data())[0]).toBeCloseTo(1 / 2 + 2 / 3, 6);
    const { fscore, precision_x, precision_y } = fScore(a, b, 0.5);
    expect((await precision_x.data())[0]).toBeCloseTo(1 / 2, 6);
    expect((await precision_y.data())[0]).toBeCloseTo(1 / 3, 6);
    expect((await fscore.data())[0]).toBeCloseTo(0.4, 6);
    expect((await fScore(a, add(b, 100), 0.5).fscore.data())[0]).toBe(0);
  });

  test('gradients against finite differences; compiled as eager', async () => {
    const f = (a: Tensor, b: Tensor): Tensor => sum(chamferDistance(a, b));
    const gradient = await grad(f)(x, y).data();
    const step = 1e-3;
    const direction = normal(9, [3, 40, 3]);
    const moved = (s: number) => f(add(x, mul(direction, s)), y).item();
    const want = ((await moved(step)) - (await moved(-step))) / (2 * step);
    const along = Array.from(await direction.data()).reduce((s, d, i) => s + d * gradient[i], 0);
    expect(along / want).toBeCloseTo(1, 2);
    const compiled = await compile(chamferDistance)(x, y).data();
    expect(worstError(compiled, await chamferDistance(x, y).data())).toBeLessThan(1e-6);
  });

  test('clouds that do not fit are errors', () => {
    expect(() => chamferDistance(x, normal(1, [3, 25, 2]))).toThrow(/\[n, points', c\]/);
    expect(() => chamferDistance(x, normal(1, [2, 25, 3]))).toThrow(/f32\[2, 25, 3\]/);
  });

  test('normalised clouds have their mean at 0 and their farthest point at 1', async () => {
    const z = normalizeClouds(add(mul(x, 7), 20));
    expect(Math.max(...(await mean(z, 1).data()).map(Math.abs))).toBeLessThan(1e-5);
    const radii = await max(sum(mul(z, z), 2), 1).data();
    for (const r of radii) expect(r).toBeCloseTo(1, 5);
    const still = await normalizeClouds(
      tensor([
        [
          [2, 2, 2],
          [2, 2, 2],
        ],
      ]),
    ).data();
    expect(Array.from(still)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('sets of clouds', () => {
  const clouds = normal(1, [6, 12, 3]);

  test('all pairs', async () => {
    const matrix = await chamferMatrix(clouds, slice(clouds, [0, 2]));
    const one = await chamferDistance(slice(clouds, [4, 5]), slice(clouds, [1, 2])).item();
    expect(matrix[4 * 2 + 1]).toBeCloseTo(one, 6);
    expect(matrix[0]).toBe(0);
  });

  test('the same set, a part of it, and another', async () => {
    const fake = add(clouds, mul(normal(2, [6, 12, 3]), 1e-3));
    const near = await cloudSetMeasures(clouds, fake);
    expect(near.mmd).toBeLessThan(1e-4);
    expect(near.coverage).toBe(1);
    expect(near.nearestNeighbourAccuracy).toBe(0); // each one's twin is in the other set
    const part = await cloudSetMeasures(clouds, slice(fake, [0, 3]));
    expect(part.coverage).toBe(0.5);
    const far = await cloudSetMeasures(clouds, add(clouds, 50));
    expect(far.nearestNeighbourAccuracy).toBe(1);
    await expect(cloudSetMeasures(clouds, slice(clouds, [0, 1]))).rejects.toThrow(/two clouds/);
  });

  test('P-FID and P-IS are those of the features of normalised clouds', async () => {
    // a small classifier: second moments as features, softmax of the first three as classes
    const extract = (c: Tensor) => {
      const features = concat([mean(mul(c, c), 1), mean(mul(mul(c, c), c), 1)], 1);
      return { features, probabilities: softmax(mul(slice(features, null, [0, 3]), 9)) };
    };
    const real = normal(3, [30, 16, 3]);
    const stretch = tensor([1, 2, 3]);
    const fake = mul(normal(4, [20, 16, 3]), stretch);
    const options = { batch: 7, split_size: 10 };
    const { pfid, pis } = await cloudScores(extract, real, fake, options);
    const whole = await fid(
      extract(normalizeClouds(real)).features,
      extract(normalizeClouds(fake)).features,
    );
    expect(pfid).toBeCloseTo(whole, 7);
    expect(pis.scores).toHaveLength(2);
    expect(pis.mean).toBeGreaterThan(1);
    // position and size do not matter, further channels are not looked at
    const colours = normal(5, [30, 16, 3]);
    const moved = concat([sub(mul(real, 4), 3), colours], 2);
    const same = await cloudScores(extract, moved, real, options);
    expect(Math.abs(same.pfid)).toBeLessThan(1e-6);
  });
});
