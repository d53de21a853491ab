// What our two stages learn from, by hand: the autoencoder's loss, the times, noise and target of the diffusion
// loss, captions that are left out, and the figures of the recipes.
import { beforeAll, describe, expect, test } from 'vitest';
import type { EmojiRecord } from '../../src/data/emoji-set.ts';
import { buildVocabulary } from '../../src/data/vocabulary.ts';
import type { Autoencoder, AutoencoderParams } from '../../src/diffusion/autoencoder.ts';
import { autoencoderLoss } from '../../src/diffusion/autoencoder.ts';
import type { Parametrization } from '../../src/diffusion/process.ts';
import {
  autoencoderRecipe,
  type DiffusionModels,
  type DiffusionParams,
  diffusionBatch,
  diffusionLoss,
  diffusionRecipe,
} from '../../src/diffusion/train.ts';
import { add, full, mul, random, tensor, zeros } from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';

beforeAll(async () => {
  await use('cpu');
});

describe('the autoencoder’s loss', () => {
  const params = {
    encoder: { levels: [], out: {} },
    decoder: { start: {}, first: {}, levels: [], out: {} },
  } as unknown as AutoencoderParams;
  const coder = (mean: Tensor, logVariance: Tensor, decode: (z: Tensor) => Tensor) =>
    ({
      init: () => params,
      apply: (_: AutoencoderParams, x: Tensor) => x,
      encode: () => ({ mean, logVariance }),
      decode: (_: AutoencoderParams, z: Tensor) => decode(z),
    }) as unknown as Autoencoder;
  const images = tensor([1, 2, 4, 8], { shape: [1, 2, 2, 1] });
  const shape = [1, 1, 1, 2];
  // |d| 15/4, d² 85/4, half of the edges (3 + 6) / 2 and (1 + 4) / 2
  const reconstruction = 15 / 4 + 85 / 4 + 0.5 * (4.5 + 2.5);

  test('reconstruction, and the divergence at a weight of 1e-4', async () => {
    const loss = (mean: number, logVariance: number): Promise<number> => {
      const model = coder(full(shape, mean), full(shape, logVariance), () => zeros([1, 2, 2, 1]));
      return autoencoderLoss(model, params, images, random.key(1)).item();
    };
    expect(await loss(0, 0)).toBeCloseTo(reconstruction, 5);
    // (300² + 1 - 0 - 1) / 2 = 45000 and (0 + e^8 - 8 - 1) / 2
    expect(await loss(300, 0)).toBeCloseTo(reconstruction + 4.5, 4);
    expect(await loss(0, 8)).toBeCloseTo(reconstruction + 0.5e-4 * (Math.exp(8) - 9), 5);
  });

  test('latents are drawn around the mean with the deviation of the posterior', async () => {
    const [key, mean] = [random.key(2), tensor([5, -3], { shape })];
    let latents: Tensor | undefined;
    const model = coder(mean, full(shape, Math.log(4)), (z) => {
      latents = z;
      return zeros([1, 2, 2, 1]);
    });
    await autoencoderLoss(model, params, images, key).item();
    const noise = await random.normal(key, shape).data();
    const got = await (latents as Tensor).data();
    expect(got[0]).toBeCloseTo(5 + 2 * noise[0], 5);
    expect(got[1]).toBeCloseTo(-3 + 2 * noise[1], 5);
  });
});

describe('the diffusion loss', () => {
  const n = 8;
  const shape = [n, 2, 2, 2];
  const params = {
    unet: { time: {}, pooled: {}, start: {}, down: [] },
    prompt: { words: {}, positions: {}, blocks: [], final: {} },
  } as unknown as DiffusionParams;
  const ids = tensor(
    Int32Array.from({ length: n }, (_, i) => i),
    { shape: [n, 1] },
  );
  const latents = random.normal(random.key(7), shape);

  interface Seen {
    readonly loss: number;
    readonly x: Float32Array;
    readonly times: Float32Array;
  }
  // what a network that answers 0.5 everywhere is shown
  async function look(seed: number, kind?: Parametrization): Promise<Seen> {
    const seen: Tensor[] = [];
    const models = {
      prompt: { init: () => ({}), apply: (_: unknown, given: Tensor) => given },
      unet: {
        init: () => ({}),
        apply: (_: unknown, x: Tensor, times: Tensor, prompt: Tensor) => {
          expect(prompt).toBe(ids);
          seen.push(x, times);
          return add(mul(x, 0), 0.5);
        },
      },
    } as unknown as DiffusionModels;
    const value = diffusionLoss(models, params, { latents, ids }, random.key(seed), kind);
    const [x, times] = await Promise.all(seen.map((t) => t.data()));
    return { loss: await value.item(), x: Float32Array.from(x), times: Float32Array.from(times) };
  }

  test('has one time in each of n equal parts of [0, 1], anywhere in it', async () => {
    const places: number[] = [];
    for (let seed = 0; seed < 20; seed++) {
      const { times } = await look(seed);
      times.forEach((t, i) => {
        expect(Math.floor(t * n)).toBe(i);
        places.push(t * n - i);
      });
    }
    // 160 uniform numbers: the mean within 3.5 deviations, no part of ten empty
    expect(Math.abs(places.reduce((a, b) => a + b) / places.length - 0.5)).toBeLessThan(0.08);
    expect(new Set(places.map((p) => Math.floor(p * 10))).size).toBe(10);
  });

  test.each(['v', 'eps', 'x0'] as const)('is the mean squared error of %s', async (kind) => {
    const { loss, x, times } = await look(3, kind);
    const x0 = await latents.data();
    const [, forNoise] = random.splitKey(random.key(3), 2);
    const eps = await random.normal(forNoise, shape).data();
    let total = 0;
    for (let i = 0; i < x.length; i++) {
      const angle = (Math.PI / 2) * (0.002 + 0.996 * times[Math.floor(i / 8)]);
      const [alpha, sigma] = [Math.cos(angle), Math.sin(angle)];
      expect(x[i]).toBeCloseTo(alpha * x0[i] + sigma * eps[i], 4);
      const target = { v: alpha * eps[i] - sigma * x0[i], eps: eps[i], x0: x0[i] }[kind];
      total += (0.5 - target) ** 2;
    }
    expect(loss).toBeCloseTo(total / x.length, 4);
  });

  test('is that of v where nothing is said', async () => {
    expect(await look(4)).toEqual(await look(4, 'v'));
  });
});

describe('captions', () => {
  const records = ['red apple', 'green apple'].map(
    (name, i): EmojiRecord => ({
      hexcode: `${i}`,
      name,
      style: 'plain',
      group: 'food-drink',
      subgroup: 'fruit',
      keywords: [],
      split: 'train',
    }),
  );
  const vocabulary = buildVocabulary(records, 1);
  const context = 6;
  const batchSize = 50;
  // the share of prompts without a word, of 500
  async function emptyShare(promptDropout: number): Promise<number> {
    const training = {
      config: { unet: {}, prompt: { context } },
      latents: {
        data: Float32Array.of(1, 2),
        shape: [1, 1, 1],
        count: 2,
        scale: { mean: zeros([1]), std: zeros([1]) },
      },
      records,
      vocabulary,
      recipe: { ...diffusionRecipe, batchSize, promptDropout },
    } as unknown as Parameters<typeof diffusionBatch>[0];
    const word = vocabulary.words.indexOf('apple');
    expect(word).toBeGreaterThan(0);
    let empty = 0;
    for (let step = 0; step < 10; step++) {
      const batch = diffusionBatch(training, step);
      const [ids, values] = [await batch.ids.data(), await batch.latents.data()];
      for (let i = 0; i < batchSize; i++) {
        const row = Array.from(ids.slice(i * context, (i + 1) * context));
        const colour = vocabulary.words.indexOf(values[i] === 1 ? 'red' : 'green');
        if (row.includes(word)) expect(row).toContain(colour);
        else empty++;
      }
    }
    return empty / 500;
  }

  test('are left out as often as the recipe says, and belong to their latents', async () => {
    expect(await emptyShare(0)).toBe(0);
    expect(await emptyShare(1)).toBe(1);
    // 500 draws at 0.3: deviation 0.02
    expect(Math.abs((await emptyShare(0.3)) - 0.3)).toBeLessThan(0.07);
  });
});

test('the recipes of the shipped model (weights/README.md)', () => {
  expect(autoencoderRecipe).toEqual({
    steps: 1820,
    batchSize: 32,
    learningRate: 0.002,
    warmup: 50,
    finalShare: 0.02,
    betas: [0.9, 0.99],
    weightDecay: 0.0001,
    clip: 1,
    seed: 0,
    precision: 'f32',
  });
  expect(diffusionRecipe).toEqual({
    steps: 8000,
    batchSize: 64,
    learningRate: 0.001,
    warmup: 100,
    finalShare: 0.05,
    betas: [0.9, 0.99],
    weightDecay: 0.01,
    clip: 1,
    emaDecay: 0.999,
    seed: 0,
    precision: 'f32',
    promptDropout: 0.1,
  });
});
