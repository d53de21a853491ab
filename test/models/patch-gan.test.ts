// The patch discriminator: names, start and receptive field of the reference, statistics of batches, gradients.
// Values and gradients against taming-transformers are a golden case.
import { beforeAll, expect, test } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import { patchGan } from '../../src/models/patch-gan.ts';
import { fromStateDict, toStateDict } from '../../src/nn/state-dict.ts';
import { add, mul, random, sliceAxis, sum, zeros } from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use, worstError } from '../support/devices.ts';

const key = random.key(8);
beforeAll(() => use('cpu'));

test('names and shapes are those of NLayerDiscriminator', () => {
  const model = patchGan();
  const shapes = (tree: unknown) =>
    Object.entries(toStateDict(tree)).map(([name, t]) => `${name} ${t.shape}`);
  expect(shapes(model.init(key))).toEqual([
    'main.0.weight 64,3,4,4',
    'main.0.bias 64',
    'main.2.weight 128,64,4,4',
    'main.3.weight 128',
    'main.3.bias 128',
    'main.5.weight 256,128,4,4',
    'main.6.weight 256',
    'main.6.bias 256',
    'main.8.weight 512,256,4,4',
    'main.9.weight 512',
    'main.9.bias 512',
    'main.11.weight 1,512,4,4',
    'main.11.bias 1',
  ]);
  expect(shapes(model.initState())).toEqual(
    [
      [3, 128],
      [6, 256],
      [9, 512],
    ].flatMap(([i, c]) => [
      `main.${i}.running_mean ${c}`,
      `main.${i}.running_var ${c}`,
      `main.${i}.num_batches_tracked `,
    ]),
  );
});

test('weights start normal of deviation 0.02, gains around 1, biases of norms at 0', async () => {
  const p = toStateDict(patchGan().init(key));
  const moments = (values: ArrayLike<number>): [number, number] => {
    const all = Array.from(values);
    const m = all.reduce((a, b) => a + b, 0) / all.length;
    return [m, Math.sqrt(all.reduce((a, b) => a + (b - m) ** 2, 0) / all.length)];
  };
  for (const name of ['main.0.weight', 'main.5.weight', 'main.11.weight']) {
    const [m, s] = moments(await p[name].data());
    expect(Math.abs(m)).toBeLessThan(0.002);
    expect(Math.abs(s - 0.02)).toBeLessThan(0.002);
  }
  const [m, s] = moments(await p['main.9.weight'].data());
  expect(Math.abs(m - 1)).toBeLessThan(0.005);
  expect(Math.abs(s - 0.02)).toBeLessThan(0.003);
  expect((await p['main.6.bias'].data()).every((v) => v === 0)).toBe(true);
});

test('one score sees a square of receptiveField pixels, and nothing beyond', async () => {
  for (const [n_layers, side] of [
    [1, 16],
    [2, 34],
    [3, 70],
  ]) {
    const model = patchGan({ ndf: 2, n_layers });
    expect(model.receptiveField).toBe(side);
    const p = model.init(key);
    const pixels = 128;
    const x = random.normal(random.key(1), [1, pixels, pixels, 3]);
    const [rows] = model.apply(p, x, model.initState()).shape.slice(1);
    const at = Math.floor(rows / 2);
    const score = (images: Tensor): Tensor => {
      const scores = model.apply(p, images, model.initState());
      return sum(sliceAxis(sliceAxis(scores, 1, [at, at + 1]), 2, [at, at + 1]));
    };
    const g = await sum(mul(grad(score)(x), grad(score)(x)), [0, 2, 3]).data(); // by rows of pixels
    const seen = Array.from(g, (v, i) => (v > 0 ? i : -1)).filter((i) => i >= 0);
    expect(seen.length).toBe(side);
    expect(seen[side - 1] - seen[0]).toBe(side - 1);
  }
});

test('training moves the running statistics towards the batch, use does not look at the batch', async () => {
  const model = patchGan({ ndf: 4, n_layers: 2 });
  const p = model.init(key);
  const x = random.normal(random.key(2), [4, 32, 32, 3]);
  const start = model.initState();
  const [trained, after] = model.train(p, x, start);
  expect(trained.shape).toEqual([4, 6, 6, 1]);
  expect(await after.main[3].num_batches_tracked?.item()).toBe(1);
  expect(await after.main[3].running_mean?.data()).not.toEqual(
    await start.main[3].running_mean?.data(),
  );
  // many batches of the same: the statistics become those of the batch (variances by n / (n - 1))
  let state = start;
  for (let i = 0; i < 200; i++) state = model.train(p, x, state)[1];
  const used = model.apply(p, x, state);
  expect(worstError(await used.data(), await trained.data())).toBeLessThan(0.01);
  // one image of the batch gets the same scores in use, other scores in training
  const one = sliceAxis(x, 0, [0, 1]);
  const first = sliceAxis(used, 0, [0, 1]);
  const alone = model.apply(p, one, state);
  expect(worstError(await alone.data(), await first.data())).toBeLessThan(1e-4);
  const other = model.train(p, one, state)[0];
  expect(worstError(await other.data(), await first.data())).toBeGreaterThan(1e-3);
});

test('the state goes through a state dict; other options and layers are refused', async () => {
  const model = patchGan({ ndf: 2, n_layers: 1 });
  const [, after] = model.train(model.init(key), add(zeros([2, 8, 8, 3]), 1), model.initState());
  const again = fromStateDict(model.initState(), toStateDict(after));
  expect(await again.main[3].running_var?.data()).toEqual(await after.main[3].running_var?.data());
  expect(() => patchGan({ use_actnorm: true } as never)).toThrow('use_actnorm = true is not');
  expect(() => patchGan({ n_layers: 0 })).toThrow('n_layers = 0 is no number of layers');
});
