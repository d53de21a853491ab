// Training: one batch learned by heart, the same curve twice, the steps of a plain loop over trees, a
// resumed run that cannot be told from an unbroken one (in f16 too), and the same curve on both backends.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { valueAndGrad } from '../../src/autodiff/transforms.ts';
import type { EmojiRecord, EmojiSet } from '../../src/data/emoji-set.ts';
import { buildVocabulary } from '../../src/data/vocabulary.ts';
import { autoencoder } from '../../src/diffusion/autoencoder.ts';
import { encodeLatents, reconstructionPsnr } from '../../src/diffusion/latents.ts';
import {
  autoencoderRecipe,
  type DiffusionParams,
  type DiffusionRecipe,
  diffusionBatch,
  diffusionLoss,
  diffusionModels,
  diffusionRecipe,
  initDiffusionParams,
  trainAutoencoder,
  trainDiffusion,
} from '../../src/diffusion/train.ts';
import { unetOfWidth } from '../../src/diffusion/unet.ts';
import { loadCheckpoint, saveCheckpoint } from '../../src/io/checkpoint.ts';
import { applyUpdates, ema } from '../../src/nn/optim/index.ts';
import { type DeviceName, useDevice } from '../../src/runtime/device.ts';
import { realize } from '../../src/runtime/evaluate.ts';
import { concat, meanSquaredError, random, tensor } from '../../src/tensor/ops/index.ts';
import { leaves } from '../../src/tensor/tree.ts';
import type { LearnerState } from '../../src/train/learner.ts';
import { loop } from '../../src/train/loop.ts';
import { learningRate, optimizerOf } from '../../src/train/recipe.ts';
import { type Supervised, supervised } from '../../src/train/supervised.ts';

beforeEach(async () => {
  await useDevice('cpu');
});

// Four pictures: a square of one colour in a corner.
const names = ['red square', 'green square', 'blue square', 'yellow square'];
const colours = [
  [220, 30, 30],
  [30, 200, 60],
  [40, 60, 220],
  [230, 210, 40],
];
const records = names.map(
  (name, i): EmojiRecord => ({
    hexcode: `${i}`,
    name,
    style: 'plain',
    group: 'symbols',
    subgroup: 'geometric',
    keywords: ['square'],
    split: 'train',
  }),
);
const images = new Uint8Array(4 * 3072).fill(255);
for (let i = 0; i < 4; i++) {
  for (let y = 0; y < 16; y++) {
    for (let x = 0; x < 16; x++) images.set(colours[i], ((i * 32 + y) * 32 + x) * 3);
  }
}
const set: EmojiSet = { size: 32, images, records, styles: [] };
const vocabulary = buildVocabulary(records, 1);

const aeConfig = { channels: [8, 8], imageChannels: 3, latentChannels: 2 };
const aeOptions = { ...autoencoderRecipe, steps: 12, batchSize: 4, warmup: 4 };

const config = {
  unet: { ...unetOfWidth(16), promptDim: 16, heads: 2 },
  prompt: {
    vocabulary: vocabulary.words.length,
    context: 6,
    dim: 16,
    layers: 1,
    heads: 2,
    hidden: 32,
    pad: 0,
  },
};
const latents = {
  data: Float32Array.from({ length: 4 * 64 }, (_, i) => Math.sin(i * 1.7 + Math.floor(i / 64))),
  shape: [4, 4, 4],
  count: 4,
  scale: { mean: tensor([0, 0, 0, 0]), std: tensor([1, 1, 1, 1]) },
};
const options: DiffusionRecipe = {
  ...diffusionRecipe,
  steps: 50,
  batchSize: 4,
  warmup: 5,
  seed: 3,
};
const training = { config, latents, records, vocabulary, recipe: options };

interface Run {
  readonly steps: number;
  readonly seed: number;
  readonly reportEvery?: number;
  readonly state?: LearnerState;
}

async function curve<P, B>(algorithm: Supervised<P, B>, run: Run): Promise<number[]> {
  const losses: number[] = [];
  for await (const { metrics } of loop(algorithm, { reportEvery: 1, ...run })) {
    losses.push(metrics.loss);
  }
  return losses;
}

const trainingOf = (recipe: DiffusionRecipe) => trainDiffusion({ ...training, recipe });
const { steps, seed } = options;

const diffusionCurve = (o: DiffusionRecipe = options): Promise<number[]> =>
  curve(trainingOf(o), { steps: o.steps, seed: o.seed });

const bits = async (tree: unknown): Promise<number[][]> =>
  Promise.all(leaves(tree).map(async (t) => Array.from(await t.data())));

// what all recipes have
const shared = ({ promptDropout: _, ...recipe }: typeof options) => recipe;

describe('the loop', () => {
  test('refuses keys that recipes do not have, optional ones misspelt too', () => {
    const misspelt = { ...shared(options), emaDeacy: 0.9 };
    expect(() => learningRate(misspelt)).toThrow(
      /train\.learningRate: recipe has no option "emaDeacy"; did you mean emaDecay\?/,
    );
    expect(() => trainingOf({ ...options, precison: 'f16' } as typeof options)).toThrow(
      /trainDiffusion: training\.recipe has no option "precison"; did you mean precision\?/,
    );
    expect(() => learningRate(options)).toThrow(/no option "promptDropout"/);
  });

  test('learning rate: warm-up, peak, last share', async () => {
    const rate = learningRate({ ...shared(options), steps: 100, warmup: 10, finalShare: 0.05 });
    const at = (step: number) => rate(tensor([step], { shape: [] })).item();
    expect(await at(0)).toBeCloseTo(1e-4, 5);
    expect(await at(9)).toBeGreaterThan(0.97e-3);
    expect(await at(100)).toBeCloseTo(5e-5, 8);
  });

  test('overfits: U-Net and prompt model learn one batch by heart', async () => {
    // fixed noise and times for each caption: the network has to tell four prompts apart
    const models = diffusionModels(config);
    const o = { ...options, steps: 300, learningRate: 4e-3, warmup: 20, promptDropout: 0 };
    const { ids } = diffusionBatch({ ...training, recipe: o }, 0);
    const x = random.normal(random.key(5), [1, 4, 4, 4]);
    const target = random.normal(random.key(6), [4, 4, 4, 4]);
    const task = supervised({
      name: 'overfit',
      recipe: shared(o),
      init: (key) => initDiffusionParams(config, key),
      loss: (p: DiffusionParams, same: typeof ids) => {
        const states = models.prompt.apply(p.prompt, same);
        const times = tensor([0.5, 0.5, 0.5, 0.5]);
        return meanSquaredError(
          models.unet.apply(p.unet, concat([x, x, x, x]), times, states),
          target,
        );
      },
      batch: () => diffusionBatch({ ...training, recipe: o }, 0).ids,
    });
    const losses = await curve(task, { steps: o.steps, seed: o.seed, reportEvery: 20 });
    expect(losses[0]).toBeGreaterThan(0.5);
    expect(losses.at(-1)).toBeLessThan(0.01);
  });

  test('a seeded run of 50 steps gives the same curve twice, bit for bit', async () => {
    const first = await diffusionCurve();
    expect(first.length).toBe(50);
    expect(await diffusionCurve()).toEqual(first);
    expect(await diffusionCurve({ ...options, seed: 4 })).not.toEqual(first);
    const mean = (part: number[]): number => part.reduce((a, b) => a + b, 0) / part.length;
    expect(mean(first.slice(-10))).toBeLessThan(mean(first.slice(0, 10)));
  });

  test('flat inside, the loop takes the steps of a plain one over trees', async () => {
    const o = { ...options, steps: 6 };
    const models = diffusionModels(config);
    const optimizer = optimizerOf(shared(o));
    const average = ema({ decay: diffusionRecipe.emaDecay as number });
    let params = initDiffusionParams(config, random.key(o.seed));
    let opt = optimizer.init(params);
    let averages = average.init(params);
    const losses: number[] = [];
    for (let step = 0; step < o.steps; step++) {
      const key = random.foldIn(random.key(o.seed), tensor(Int32Array.of(step), { shape: [] }));
      const batch = diffusionBatch({ ...training, recipe: o }, step);
      const [loss, grads] = valueAndGrad((p: DiffusionParams) =>
        diffusionLoss(models, p, batch, key),
      )(params);
      const [updates, next] = optimizer.update(grads, opt, params);
      params = applyUpdates(params, updates);
      opt = next;
      averages = average.update(averages, params);
      await realize(loss, params, opt, averages);
      losses.push(await loss.item());
    }
    const algorithm = trainingOf(o);
    let last: LearnerState | undefined;
    for await (const report of loop(algorithm, { steps: 6, seed: o.seed, reportEvery: 1 })) {
      expect(Math.abs(report.metrics.loss - losses[report.at - 1])).toBeLessThan(1e-5);
      last = report.state;
    }
    const want = (await bits([params, averages])).flat();
    const trees = algorithm.learner.form.trees(last as LearnerState);
    const got = (await bits([trees.params, trees.ema])).flat();
    expect(got.length).toBe(want.length);
    // Adam can turn the rounding of a gradient near zero into part of a step, but seldom does
    const off = got.filter((v, i) => Math.abs(v - want[i]) > 1e-6);
    expect(off.length).toBeLessThan(got.length / 1000);
    expect(got.filter((v, i) => !(Math.abs(v - want[i]) < 5e-3))).toEqual([]);
  });

  test('f16 follows f32', async () => {
    const o = { ...options, steps: 30 };
    const wide = await diffusionCurve(o);
    const half = await diffusionCurve({ ...o, precision: 'f16' });
    expect(half).not.toEqual(wide);
    half.forEach((loss, i) => {
      expect(Math.abs(loss - wide[i])).toBeLessThan(0.02);
    });
  });

  test.each(['f32', 'f16'] as const)(
    'a run in %s resumed from a checkpoint equals an unbroken one, bit for bit',
    async (precision) => {
      const o = { ...options, steps: 8, precision };
      const algorithm = trainingOf(o);
      const { form } = algorithm.learner;
      const run = { steps: 8, seed: o.seed, reportEvery: 1 };
      const finish = async (from: Partial<Run & { at: number }>) => {
        let last: LearnerState | undefined;
        for await (const { state } of loop(algorithm, { ...run, ...from })) last = state;
        return bits(last);
      };
      const unbroken = await finish({});
      const folder = await mkdtemp(join(tmpdir(), 'wgrad-train-'));
      const path = join(folder, 'c.safetensors');
      for await (const { at, state } of loop(algorithm, run)) {
        if (at < 3) continue;
        await saveCheckpoint(path, form.trees(state), { at });
        break;
      }
      const template = form.trees(await algorithm.init(random.key(o.seed)));
      const { tree, metadata } = await loadCheckpoint(path, template);
      expect(metadata).toEqual({ at: 3 });
      expect(await finish({ state: form.state(tree), at: 3 })).toEqual(unbroken);
      await rm(folder, { recursive: true });
    },
  );

  test('a loss that is not a number stops the run', async () => {
    const wild = { ...options, steps: 3, learningRate: 1e38 };
    await expect(diffusionCurve(wild)).rejects.toThrow(/diffusion step: the loss is NaN/);
  });
});

describe('the autoencoder', () => {
  const autoencoderCurve = async (steps: number) => {
    const recipe = { ...aeOptions, steps };
    return curve(trainAutoencoder({ config: aeConfig, set, recipe }), { steps, seed: 0 });
  };

  test('learns, and its latents have mean 0 and deviation 1 per channel', async () => {
    const recipe = { ...aeOptions, steps: 60 };
    const model = autoencoder(aeConfig);
    const algorithm = trainAutoencoder({ config: aeConfig, set, recipe });
    let state = await algorithm.init(random.key(0));
    const before = await reconstructionPsnr(model, algorithm.learner.params(state), set);
    for await (const report of loop(algorithm, { steps: 60, seed: 0 })) state = report.state;
    const params = algorithm.learner.params(state);
    expect(await reconstructionPsnr(model, params, set)).toBeGreaterThan(before + 5);
    const encoded = await encodeLatents(model, params, set, { batchSize: 3 });
    expect([encoded.shape, encoded.data.length]).toEqual([[16, 16, 2], 4 * 512]);
    const channel = encoded.data.filter((_, i) => i % 2 === 0);
    const mean = channel.reduce((a, b) => a + b, 0) / channel.length;
    const variance = channel.reduce((a, b) => a + (b - mean) ** 2, 0) / channel.length;
    expect(mean).toBeCloseTo(0, 4);
    expect(variance).toBeCloseTo(1, 3);
  });

  test('gives the same curve twice', async () => {
    expect(await autoencoderCurve(5)).toEqual(await autoencoderCurve(5));
  });
});

describe('CPU and WebGPU', () => {
  // Software Vulkan takes a tenth of a second a pipeline, so most tensors have one of few shapes, and
  // the parameters are drawn on the CPU.
  const few = {
    unet: {
      latentChannels: 8,
      base: 8,
      mults: [1],
      embedding: 8,
      timeDim: 8,
      heads: 2,
      promptDim: 8,
      selfAttention: [true],
    },
    prompt: { ...config.prompt, context: 4, dim: 8, hidden: 16 },
  };
  const o = { ...options, steps: 50 };
  const curveOn = async (device: DeviceName): Promise<number[]> => {
    await useDevice('cpu');
    const given = { ...training, config: few, latents: { ...latents, shape: [4, 2, 8] } };
    const algorithm = trainDiffusion({ ...given, recipe: o });
    const state = await algorithm.init(random.key(seed));
    await realize(state);
    await useDevice(device);
    return curve(algorithm, { steps, seed, state });
  };
  test('training curves agree to 1e-3', async () => {
    const cpu = await curveOn('cpu');
    const gpu = await curveOn('webgpu');
    expect(gpu.length).toBe(50);
    cpu.forEach((loss, i) => {
      expect(Math.abs(gpu[i] - loss)).toBeLessThan(1e-3);
    });
  }, 600_000);
});
