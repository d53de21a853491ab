// The first stage: the loss against plain loops in float64, latents of mean 0 and deviation 1 from the same
// autoencoder, the judge's adaptive weight, and a batch learned by heart with and without a judge.
import { beforeEach, describe, expect, test } from 'vitest';
import { imageBatch } from '../../src/data/augment.ts';
import type { EmojiRecord, EmojiSet } from '../../src/data/emoji-set.ts';
import {
  channelStatistics,
  encodeLatents,
  reconstructionPsnr,
} from '../../src/diffusion/latents.ts';
import { withStandardLatents } from '../../src/diffusion/standard-latents.ts';
import {
  type Features,
  trainVae,
  type VaeWeights,
  vaeReconstructionLoss,
  vaeWeights,
} from '../../src/diffusion/train-vae.ts';
import { autoencoderKL } from '../../src/models/autoencoder-kl.ts';
import { clipLayers } from '../../src/run/tasks/clip-layers.ts';
import { useDevice } from '../../src/runtime/device.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { loop } from '../../src/train/loop.ts';
import type { Recipe } from '../../src/train/recipe.ts';
import { expectNear } from '../losses/support.ts';

beforeEach(() => useDevice('cpu'));

const { random } = ops;
const levels = 2;
const model = autoencoderKL({
  block_out_channels: [8, 16],
  down_block_types: ['DownEncoderBlock2D', 'DownEncoderBlock2D'],
  up_block_types: ['UpDecoderBlock2D', 'UpDecoderBlock2D'],
  norm_num_groups: 4,
  latent_channels: 4,
});
const recipe: Recipe = {
  steps: 60,
  batchSize: 4,
  learningRate: 5e-3,
  warmup: 5,
  finalShare: 0.1,
  betas: [0.9, 0.99],
  weightDecay: 0,
  clip: 1,
  seed: 3,
};

const size = 16;
const colours = [
  [220, 30, 30],
  [30, 200, 60],
  [40, 60, 220],
  [230, 210, 40],
];
const set: EmojiSet = {
  size,
  images: Uint8Array.from({ length: 4 * size * size * 3 }, (_, k) => {
    const [picture, pixel, c] = [
      Math.floor(k / (3 * size * size)),
      Math.floor(k / 3) % (size * size),
      k % 3,
    ];
    const [y, x] = [Math.floor(pixel / size), pixel % size];
    return y > 3 && y < 12 && x > 3 && x < 12 ? colours[picture][c] : 255;
  }),
  records: colours.map(
    (_, i): EmojiRecord => ({
      ...{ hexcode: `${i}`, name: `square ${i}`, style: 'plain', group: 'symbols' },
      ...{ subgroup: 'geometric', keywords: ['square'], split: 'train' },
    }),
  ),
  styles: [],
};

describe('the loss', () => {
  test('is the formula, in float64', async () => {
    const [n, h, w, c] = [2, 3, 4, 3];
    const shape = [n, h, w, c];
    const [x, y] = [random.normal(random.key(1), shape), random.normal(random.key(2), shape)];
    const [a, b] = [await x.data(), await y.data()];
    const d = Array.from(a, (v, i) => v - b[i]);
    const at = (i: number, r: number, s: number, k: number): number =>
      d[((i * h + r) * w + s) * c + k];
    const mean = (list: number[]): number => list.reduce((p, q) => p + q, 0) / list.length;
    const rows: number[] = [];
    const columns: number[] = [];
    for (let i = 0; i < n; i++)
      for (let r = 0; r < h; r++)
        for (let s = 0; s < w; s++)
          for (let k = 0; k < c; k++) {
            if (r > 0) rows.push(Math.abs(at(i, r, s, k) - at(i, r - 1, s, k)));
            if (s > 0) columns.push(Math.abs(at(i, r, s, k) - at(i, r, s - 1, k)));
          }
    const colours = Array.from({ length: n * h * w }, (_, p) => d.slice(3 * p, 3 * p + 3));
    const redGreen = mean(colours.map(([r, g]) => Math.abs(r - g)));
    const blueYellow = mean(colours.map(([r, g, b]) => Math.abs(b - (r + g) / 2)));
    const want =
      mean(d.map(Math.abs)) +
      mean(d.map((v) => v * v)) +
      0.7 * (mean(rows) + mean(columns)) +
      0.3 * (redGreen + blueYellow);
    const weights = { edges: 0.7, chroma: 0.3 };
    expect(await vaeReconstructionLoss(x, y, weights).item()).toBeCloseTo(want, 5);
  });
});

test('statistics are those of each channel', () => {
  const { mean, std } = channelStatistics(Float32Array.of(1, 10, 3, 20, 5, 60), 2);
  expect([...mean]).toEqual([3, 30]);
  expect(std[0]).toBeCloseTo(Math.sqrt(8 / 3), 6);
});

describe('standard latents', () => {
  const params = model.init(random.key(5));
  const [m, s] = [ops.tensor([0.5, -1, 0, 2]), ops.tensor([2, 0.5, 1, 3])];
  const standard = withStandardLatents(params, m, s);
  const x = random.normal(random.key(6), [2, size, size, 3]);

  test('have the mean and deviation taken out, variances too', async () => {
    const [before, after] = [model.encode(params, x), model.encode(standard, x)];
    await expectNear(after.mean, ops.div(ops.sub(before.mean, m), s), 1e-4);
    await expectNear(after.logvar, ops.sub(before.logvar, ops.mul(2, ops.log(s))), 1e-4);
  });

  test('are decoded to the same pictures', async () => {
    await expectNear(model.apply(standard, x), model.apply(params, x), 1e-4);
    const z = random.normal(random.key(7), [1, size / levels, size / levels, 4]);
    const moved = ops.add(ops.mul(z, s), m);
    await expectNear(model.decode(standard, z), model.decode(params, moved), 1e-4);
  });

  test('need the convolutions around them', () => {
    const bare = { ...params, quant_conv: undefined };
    expect(() => withStandardLatents(bare, m, s)).toThrow(/has no quant_conv/);
  });
});

async function losses(weights = vaeWeights): Promise<Record<string, number>[]> {
  const out: Record<string, number>[] = [];
  const training = trainVae({ model, set, recipe, weights });
  for await (const { metrics } of loop(training, { steps: 60, seed: 1, reportEvery: 20 })) {
    out.push({ ...metrics });
  }
  return out;
}

describe('training', () => {
  test('learns four pictures', async () => {
    const got = await losses();
    expect(Object.keys(got[0])).toEqual(['loss', 'kl']);
    expect(got[2].loss).toBeLessThan(0.65 * got[0].loss);
  });

  test('with a judge that joins late does not leave its way before', async () => {
    const [plain, judged] = [
      await losses(),
      await losses({ ...vaeWeights, judge: 0.5, judgeFrom: 40 }),
    ];
    expect(judged[1].loss).toBeCloseTo(plain[1].loss, 4);
    expect(judged[2].loss).not.toBeCloseTo(plain[2].loss, 3);
    // a judge that cannot tell says 0 everywhere, which costs it 1
    expect(judged[1].judge).toBeLessThan(1);
    expect(judged[2].loss).toBeLessThan(0.75 * judged[0].loss);
  });

  test('adds the divergence as often as its weight says', async () => {
    const first = async (kl: number) => {
      const training = trainVae({ model, set, recipe, weights: { ...vaeWeights, kl } });
      for await (const { metrics } of loop(training, { steps: 1, seed: 1, reportEvery: 1 })) {
        return metrics as { loss: number; kl: number };
      }
      throw new Error('no step');
    };
    const [none, twice] = [await first(0), await first(2)];
    expect(none.kl).toBeGreaterThan(1e-3);
    expect(twice.loss - none.loss).toBeCloseTo(2 * none.kl, 4);
  });

  test('makes latents that are encoded with mean 0 and deviation 1 a channel', async () => {
    const training = trainVae({ model, set, recipe, weights: vaeWeights });
    let state = await training.init(random.key(0));
    const before = await reconstructionPsnr(model, training.average(state), set);
    for await (const report of loop(training, { steps: 60, seed: 1 })) state = report.state;
    const params = training.average(state);
    expect(await reconstructionPsnr(model, params, set)).toBeGreaterThan(before + 5);
    const { data, shape, count, scale } = await encodeLatents(model, params, set, { batchSize: 3 });
    expect([shape, count, data.length]).toEqual([[8, 8, 4], 4, 4 * 256]);
    const { mean, std } = channelStatistics(data, 4);
    for (const m of mean) expect(m).toBeCloseTo(0, 4);
    for (const s of std) expect(s).toBeCloseTo(1, 4);
    // and what was taken out is what the autoencoder gives
    const x = ops.tensor(imageBatch(set, [0]), { shape: [1, size, size, 3] });
    const first = ops.tensor(data.slice(0, 256), { shape: [1, 8, 8, 4] });
    await expectNear(
      ops.add(ops.mul(first, scale.std), scale.mean),
      model.encode(params, x).mean,
      1e-4,
    );
  });

  test('starts with silent residual branches, and with nothing else silent', async () => {
    const training = trainVae({ model, set, recipe, weights: vaeWeights });
    const params = training.average(await training.init(random.key(0)));
    const [block] = params.encoder.mid_block.resnets;
    const size = (t: unknown) => ops.sum(ops.abs(t as Tensor)).item();
    expect(await size(block.conv2.w)).toBe(0);
    expect(await size(params.decoder.mid_block.attentions[0].to_out[0].w)).toBe(0);
    expect(await size(block.conv1.w)).toBeGreaterThan(0);
    expect(await size(params.decoder.conv_out.w)).toBeGreaterThan(0);
  });

  test('checkpoints hold both as trees, and give the state back', async () => {
    const weights = { ...vaeWeights, judge: 0.5 };
    const training = trainVae({ model, set, recipe, weights });
    const state = await training.init(random.key(0));
    const trees = training.form?.trees(state) as {
      vae: { params: { decoder: { conv_out: { w: Tensor } } } };
      judge: { params: { main: unknown[] } };
    };
    expect(trees.vae.params.decoder.conv_out.w.shape).toEqual([3, 3, 8, 3]);
    expect(trees.judge.params.main.length).toBeGreaterThan(5);
    const again = training.form?.state(trees);
    await expectNear(again?.vae.values as Tensor, state.vae.values, 0);
    await expectNear(again?.judge?.values as Tensor, state.judge?.values as Tensor, 0);
  });
});

test('a perceptual loss compares features, of the CLIP that ships where a task asks', async () => {
  const weights: VaeWeights = { ...vaeWeights, perceptual: 3 };
  const training = { model, set, recipe, weights };
  expect(() => trainVae(training)).toThrow('weights.perceptual needs features');
  const first = async (more: Partial<typeof training>, features: Features): Promise<number> => {
    const steps = loop(trainVae({ ...training, ...more, features }), { steps: 1, seed: 1 });
    const { value } = await steps.next();
    return (value as { metrics: Record<string, number> }).metrics.loss;
  };
  const features = await clipLayers();
  const plain = await first({ weights: vaeWeights }, features);
  const felt = await first({}, features);
  const twice = await first({ weights: { ...weights, perceptual: 6 } }, features);
  expect(felt).toBeGreaterThan(plain + 0.1);
  expect(twice - plain).toBeCloseTo(2 * (felt - plain), 3);
  expect(features(ops.zeros([1, 16, 16, 3])).map(({ shape }) => shape[3])).toEqual([
    24, 32, 64, 128,
  ]);
});
