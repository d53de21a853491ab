// An autoencoder with a codebook: a step against PyTorch (scripts/golden/codebook.py), codes that nobody chooses, how
// many are in use after a short training, the same run from a checkpoint, and standard latents with the same codes.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import type { EmojiRecord, EmojiSet } from '../../src/data/emoji-set.ts';
import { cared, perplexity } from '../../src/diffusion/codebook.ts';
import { withStandardCodes } from '../../src/diffusion/standard-latents.ts';
import { trainVae, type VaeState, vaeWeights } from '../../src/diffusion/train-vae.ts';
import { loadCheckpoint, saveCheckpoint } from '../../src/io/checkpoint.ts';
import { vqModel } from '../../src/models/vq-model.ts';
import { useDevice } from '../../src/runtime/device.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { loop } from '../../src/train/loop.ts';
import { expectNear } from '../losses/support.ts';

beforeEach(() => useDevice('cpu', { threads: 1 }));
const { random, tensor } = ops;

const model = vqModel({
  block_out_channels: [8, 16],
  down_block_types: ['DownEncoderBlock2D', 'DownEncoderBlock2D'],
  up_block_types: ['UpDecoderBlock2D', 'UpDecoderBlock2D'],
  norm_num_groups: 4,
  latent_channels: 2,
  num_vq_embeddings: 32,
});

// prettier-ignore
const z = tensor([
  [0.66, 0.27],
  [0.06, 0.62],
  [-0.45, -0.17],
  [-1.52, 0.38],
  [-1.03, -0.56],
  [-0.89, -0.06],
]);
const codes = tensor([
  [0.5, 0.5],
  [-0.5, 0.5],
  [-1, -1],
]);
const indices = tensor([0, 0, 1, 1, 2, 1], { dtype: 'i32' });

describe('a step, as PyTorch has it', () => {
  const three = vqModel({ num_vq_embeddings: 3, latent_channels: 2, norm_num_groups: 32 });
  const params = { ...three.init(random.key(0)), quantize: { embedding: { weight: codes } } };
  const latents = ops.reshape(z, [1, 2, 3, 2]);

  test('the loss, its gradient and the one that passes straight through', async () => {
    const of = (x: Tensor) => three.quantize(params, x, { beta: 0.25, legacy: false });
    expect(Array.from(await of(latents).indices.data())).toEqual([0, 0, 1, 1, 2, 1]);
    expect(await of(latents).loss.item()).toBeCloseTo(0.25551, 5);
    const weights = ops.reshape(ops.arange(12, undefined, 1, 'f32'), [1, 2, 3, 2]);
    const got = grad((x: Tensor) =>
      ops.add(of(x).loss, ops.sum(ops.mul(of(x).quantized, weights))),
    )(latents);
    // prettier-ignore
    const want = [
      0.006667, 0.990417, 1.981667, 3.005, 4.002083, 4.972084, 5.9575, 6.995, 7.99875, 9.018333,
      9.98375, 10.976666,
    ];
    await expectNear(ops.reshape(got, [12]), tensor(want), 1e-5);
  });

  test('moving means, and how many are in use', async () => {
    const after = cared({ codes, counts: tensor([2, 1, 3]) }, z, indices, random.key(0), {
      ...{ decay: 0.9, least: 0 },
    });
    await expectNear(after.counts, tensor([2, 1.2, 2.8]), 1e-6);
    const want = tensor([
      [0.486, 0.4945],
      [-0.613333, 0.3875],
      [-1.001071, -0.984286],
    ]);
    await expectNear(after.codes, want, 1e-5);
    expect(await perplexity(indices, 3).item()).toBeCloseTo(2.749459, 5);
    expect(await perplexity(ops.zeros([2, 3], 'i32'), 3).item()).toBeCloseTo(1, 5);
  });
});

test('codes that nobody chooses start where latents are, others stay; at first all do', async () => {
  const rows = (t: Float32Array) =>
    Array.from({ length: t.length / 2 }, (_, i) => `${t[2 * i]},${t[2 * i + 1]}`);
  const places = new Set(rows((await z.data()) as Float32Array));
  const lonely = cared(
    { codes, counts: tensor([2, 2, 0.01]) },
    z,
    tensor([0, 0, 1, 1, 1, 1], { dtype: 'i32' }),
    random.key(1),
  );
  const after = rows((await lonely.codes.data()) as Float32Array);
  expect(after.map((row) => places.has(row))).toEqual([false, false, true]);
  expect(await ops.slice(lonely.counts, [2, 3]).data()).toEqual(Float32Array.of(2)); // 6 latents, 3 codes
  const fresh = cared({ codes, counts: ops.zeros([3]) }, z, indices, random.key(1));
  const first = rows((await fresh.codes.data()) as Float32Array);
  expect(first.every((row) => places.has(row))).toBe(true);
  expect(new Set(first).size).toBe(3);
});

test('standard latents have the same codes and pictures, of mean 0 and deviation 1', async () => {
  const given = model.init(random.key(5));
  const x = random.normal(random.key(6), [4, 16, 16, 3]);
  const before = model.encode(given, x);
  // codes among the latents, so that more than one is chosen
  const weight = ops.take(ops.reshape(before, [-1, 2]), ops.arange(0, 32));
  const params = { ...given, quantize: { embedding: { weight } } };
  const mean = ops.mean(before, [0, 1, 2]);
  const std = ops.sqrt(ops.mean(ops.square(ops.sub(before, mean))));
  const standard = withStandardCodes(params, mean, std);
  const after = model.encode(standard, x);
  expect(Math.abs(await ops.mean(after).item())).toBeLessThan(1e-4);
  expect(await ops.mean(ops.square(after)).item()).toBeCloseTo(1, 3);
  const [was, is] = [model.quantize(params, before), model.quantize(standard, after)];
  expect(await is.indices.data()).toEqual(await was.indices.data());
  expect(new Set(await is.indices.data()).size).toBeGreaterThan(16);
  await expectNear(model.apply(standard, x), model.apply(params, x), 1e-3);
});

const size = 16;
const set: EmojiSet = {
  size,
  images: Uint8Array.from(
    { length: 8 * size * size * 3 },
    (_, k) => 128 + 127 * Math.sin(k * (1 + Math.floor(k / (3 * size * size)) / 40)),
  ),
  records: Array.from(
    { length: 8 },
    (_, i): EmojiRecord => ({
      ...{ hexcode: `${i}`, name: `waves ${i}`, style: 'plain', group: 'symbols' },
      ...{ subgroup: 'geometric', keywords: [], split: 'train' },
    }),
  ),
  styles: [],
};
const training = () =>
  trainVae({
    ...{ model, set, weights: vaeWeights },
    recipe: {
      ...{ steps: 40, batchSize: 4, learningRate: 5e-3, warmup: 5, finalShare: 0.1 },
      ...{ betas: [0.9, 0.99] as const, weightDecay: 0, clip: 1, seed: 3 },
    },
  });

describe('training', () => {
  test('keeps many codes in use, and learns', async () => {
    const got: Record<string, number>[] = [];
    for await (const { metrics } of loop(training(), { steps: 40, seed: 1, reportEvery: 10 })) {
      got.push({ ...metrics });
    }
    expect(Object.keys(got[0])).toEqual(['loss', 'codebook', 'perplexity']);
    expect(got[3].loss).toBeLessThan(got[0].loss);
    expect(got[3].perplexity).toBeGreaterThan(8);
  });

  test('goes on from a checkpoint to the same numbers, codes and their frequencies too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wgrad-codebook-'));
    const path = join(folder, 'state.safetensors');
    const run = async (from: number, to: number, state?: VaeState): Promise<VaeState> => {
      const steps = loop(training(), { steps: to, at: from, seed: 1, state });
      for (;;) {
        const { done, value } = await steps.next();
        if (done) return value;
      }
    };
    const whole = await run(0, 8);
    const first = training();
    await saveCheckpoint(path, first.form?.trees(await run(0, 4)), {});
    const { tree } = await loadCheckpoint(path, first.form?.trees(await first.init(random.key(1))));
    const resumed = await run(4, 8, first.form?.state(tree));
    expect(await resumed.counts?.data()).toEqual(await whole.counts?.data());
    expect(await resumed.vae.values.data()).toEqual(await whole.vae.values.data());
    const [path0] = Object.keys(whole.vae.fixed);
    expect(path0).toBe('quantize.embedding.weight');
    expect(await resumed.vae.fixed[path0].data()).toEqual(await whole.vae.fixed[path0].data());
    await rm(folder, { recursive: true });
  });
});
