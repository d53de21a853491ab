// The second stage: the loss against plain arithmetic for every parametrisation and for min-SNR weights,
// stratified times, prompts as ids, and four captions learned by heart and drawn from the folder that is written.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { clipWords } from '../../src/data/clip-tokenizer.ts';
import { clipTokenizerFiles, clipTokenizerOfFiles } from '../../src/data/clip-vocabulary.ts';
import type { EmojiRecord } from '../../src/data/emoji-set.ts';
import { trainBytePairs } from '../../src/data/train-byte-pairs.ts';
import { openDiffusers } from '../../src/diffusion/diffusers-folder.ts';
import { schedulerFromConfig } from '../../src/diffusion/schedulers/index.ts';
import { openPipeline } from '../../src/diffusion/stable-diffusion.ts';
import {
  initTextToImage,
  promptIds,
  stratifiedSteps,
  type TextToImageModels,
  type TextToImageRecipe,
  textToImageLoss,
  trainTextToImage,
} from '../../src/diffusion/train-text-to-image.ts';
import { writePipeline } from '../../src/diffusion/write-pipeline.ts';
import { autoencoderKL } from '../../src/models/autoencoder-kl.ts';
import { clipTextModel } from '../../src/models/clip.ts';
import { unet2DConditionModel } from '../../src/models/unet-2d-condition.ts';
import { useDevice } from '../../src/runtime/device.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { loop } from '../../src/train/loop.ts';

beforeEach(() => useDevice('cpu'));

const { random } = ops;
const names = ['red square', 'green square', 'blue square', 'yellow square'];
const counts = new Map<string, number>();
for (const word of [...names, 'plain', 'geometric'].flatMap((text) => clipWords(text))) {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}
const merges = trainBytePairs(counts, 40);
const files = clipTokenizerFiles(merges, 10);
const tokenizer = await clipTokenizerOfFiles(files);

const unetConfig = {
  sample_size: 4,
  in_channels: 2,
  out_channels: 2,
  block_out_channels: [16, 16],
  layers_per_block: 1,
  down_block_types: ['DownBlock2D', 'CrossAttnDownBlock2D'],
  up_block_types: ['CrossAttnUpBlock2D', 'UpBlock2D'],
  cross_attention_dim: 16,
  num_attention_heads: 2,
  norm_num_groups: 4,
};
const textConfig = {
  vocab_size: tokenizer.size,
  hidden_size: 16,
  intermediate_size: 32,
  num_hidden_layers: 1,
  num_attention_heads: 2,
  max_position_embeddings: 10,
  eos_token_id: tokenizer.endId,
};
const models: TextToImageModels = {
  unet: unet2DConditionModel(unetConfig),
  text: clipTextModel(textConfig),
};
const schedulerOf = (prediction_type: string) => ({
  _class_name: 'DDIMScheduler',
  num_train_timesteps: 1000,
  beta_schedule: 'squaredcos_cap_v2',
  prediction_type,
  clip_sample: false,
  timestep_spacing: 'trailing',
});
const recipe: TextToImageRecipe = {
  steps: 150,
  batchSize: 8,
  learningRate: 3e-3,
  warmup: 10,
  finalShare: 0.1,
  betas: [0.9, 0.99],
  weightDecay: 0,
  clip: 1,
  seed: 0,
  promptDropout: 0.1,
  minSnr: null,
};

describe('times', () => {
  test('lie one in each part, whatever the key', async () => {
    for (const seed of [1, 2, 3]) {
      const t = [...(await stratifiedSteps(random.key(seed), 16, 1000).data())];
      t.forEach((at, i) => {
        expect(at).toBeGreaterThanOrEqual(Math.floor((i * 1000) / 16));
        expect(at).toBeLessThanOrEqual(Math.ceil(((i + 1) * 1000) / 16));
      });
    }
    const single = await stratifiedSteps(random.key(4), 4096, 10).data();
    expect([Math.min(...single), Math.max(...single)]).toEqual([0, 9]);
  });
});

describe('prompts', () => {
  test('are start, ids, end, padding, and cut to the context', () => {
    const { startId, endId, padId } = tokenizer;
    const own = tokenizer.encode('red square');
    const ids = [...promptIds(tokenizer, 'red square')];
    expect(ids.slice(0, own.length + 2)).toEqual([startId, ...own, endId]);
    expect(ids.slice(own.length + 2).every((id) => id === padId)).toBe(true);
    expect(ids).toHaveLength(10);
    const long = promptIds(tokenizer, names.join(' ').repeat(3));
    expect([long.length, long[9]]).toEqual([10, endId]);
  });
});

describe('the loss', () => {
  const key = random.key(9);
  const latents = random.normal(random.key(1), [4, 4, 4, 2]);
  const ids = ops.tensor(
    names.flatMap((name) => [...promptIds(tokenizer, name)]),
    { shape: [4, 10], dtype: 'i32' },
  );
  const params = initTextToImage(models, random.key(2));

  // alphaBar of the cosine schedule, from its definition (Nichol & Dhariwal 2021, eq. 17)
  const f = (t: number): number => Math.cos(((t / 1000 + 0.008) / 1.008) * (Math.PI / 2)) ** 2;
  const alphaBar = (t: number): number => {
    let product = 1;
    for (let i = 0; i <= t; i++) product *= 1 - Math.min(1 - f(i + 1) / f(i), 0.999);
    return product;
  };

  test.each([
    ['v_prediction', null],
    ['epsilon', null],
    ['sample', null],
    ['v_prediction', 5],
    ['epsilon', 5],
    ['sample', 5],
  ] as const)('of %s with min-SNR %s is that of plain arithmetic', async (kind, minSnr) => {
    const scheduler = schedulerFromConfig(schedulerOf(kind));
    const got = await textToImageLoss(models, params, { latents, ids }, key, scheduler, {
      minSnr,
    }).item();
    const [forTimes, forNoise] = random.splitKey(key, 2);
    const t = await stratifiedSteps(forTimes, 4, 1000).data();
    const eps = await random.normal(forNoise, [4, 4, 4, 2]).data();
    const z = await latents.data();
    const levels = Array.from(t, alphaBar);
    const [a, s] = [levels.map(Math.sqrt), levels.map((l) => Math.sqrt(1 - l))];
    const x = ops.tensor(
      Array.from(z, (v, i) => a[i >> 5] * v + s[i >> 5] * eps[i]),
      { shape: [4, 4, 4, 2] },
    );
    const states = models.text.apply(params.text, ids).last_hidden_state;
    const out = await models.unet.apply(params.unet, x, ops.tensor(t), states).data();
    let total = 0;
    for (let n = 0; n < 4; n++) {
      let error = 0;
      for (let i = 32 * n; i < 32 * (n + 1); i++) {
        const target = {
          v_prediction: a[n] * eps[i] - s[n] * z[i],
          epsilon: eps[i],
          sample: z[i],
        }[kind];
        error += (target - out[i]) ** 2 / 32;
      }
      const snr = levels[n] / (1 - levels[n]);
      const factor = { v_prediction: snr + 1, epsilon: snr, sample: 1 }[kind];
      total += (error * (minSnr === null ? 1 : Math.min(snr, minSnr) / factor)) / 4;
    }
    expect(got).toBeCloseTo(total, 4);
  });
});

describe('training', () => {
  const folder = join(tmpdir(), `wgrad-t2i-${process.pid}`);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('learns what goes with a caption, and the folder draws it', async () => {
    // latents that are constant in each channel, two numbers a caption
    const values = [
      [1.5, 1],
      [-1.5, 1],
      [1, -1.5],
      [-1, -1.5],
    ];
    const data = Float32Array.from({ length: 4 * 32 }, (_, i) => values[i >> 5][i & 1]);
    const records = names.map(
      (name, i): EmojiRecord => ({
        ...{ hexcode: `${i}`, name, style: 'plain', group: 'symbols', subgroup: 'geometric' },
        ...{ keywords: ['square'], split: 'train' },
      }),
    );
    const config = schedulerOf('v_prediction');
    const scheduler = schedulerFromConfig(config);
    const training = trainTextToImage({
      ...{ models, scheduler, tokenizer, records, recipe },
      latents: { data, shape: [4, 4, 2] },
    });
    let [first, last] = [0, 0];
    let state = await training.init(random.key(0));
    for await (const report of loop(training, { steps: 150, seed: 0, reportEvery: 15, state })) {
      if (report.at === 15) first = report.metrics.loss;
      last = report.metrics.loss;
      state = report.state;
    }
    expect(last).toBeLessThan(0.7 * first);
    // and the captions matter: with those of others the error is larger
    const average = training.learner.average(state);
    const under = (shift: number): Promise<number> => {
      const order = names.map((_, i) => names[(i + shift) % 4]);
      const ids = ops.tensor(
        order.flatMap((name) => [...promptIds(tokenizer, name)]),
        { shape: [4, 10], dtype: 'i32' },
      );
      const batch = { latents: ops.tensor(data, { shape: [4, 4, 4, 2] }), ids };
      return textToImageLoss(models, average, batch, random.key(8), scheduler).item();
    };
    const [right, wrong] = [await under(0), await under(1)];
    expect(right).toBeLessThan(0.8 * wrong);

    const vaeConfig = {
      block_out_channels: [8],
      latent_channels: 2,
      norm_num_groups: 4,
      scaling_factor: 1,
    };
    const vae = autoencoderKL(vaeConfig);
    const { unet, text } = average;
    await writePipeline(folder, {
      unet: { config: unetConfig, params: unet },
      vae: { config: vaeConfig, params: vae.init(random.key(3)) },
      text_encoder: { config: textConfig, params: text },
      tokenizer: files,
      scheduler: config,
      generation: { num_inference_steps: 3, guidance_scale: 1 },
    });
    const opened = await openDiffusers(folder);
    expect(Object.keys(opened.parts).sort()).toEqual(['text_encoder', 'unet', 'vae']);
    const index = JSON.parse(await readFile(`${folder}/model_index.json`, 'utf8'));
    expect(index.scheduler).toEqual(['diffusers', 'DDIMScheduler']);
    const weights = (await opened.parts.unet.load()) as typeof unet;
    const [stored, kept] = [weights.conv_in.w as Tensor, unet.conv_in.w as Tensor];
    expect(Math.abs((await ops.max(ops.abs(ops.sub(stored, kept))).item()) as number)).toBeLessThan(
      2e-3,
    );
    const pipeline = await openPipeline(folder);
    const { images, notes } = await pipeline.draw(['red square', 'a xylo'], {
      steps: 4,
      guidance: 2,
    });
    expect(images.shape).toEqual([2, 4, 4, 3]);
    expect(notes).toEqual([]);
    // what the folder says is what is drawn with where nobody says otherwise
    const progress: number[] = [];
    const own = await pipeline.draw(['red square'], {
      onProgress: ({ stage, total }) => void (stage === 'denoising' && progress.push(total)),
    });
    expect(progress).toEqual([3, 3, 3]);
    const same = await pipeline.draw(['red square'], { steps: 3, guidance: 1 });
    expect(own.images.data).toEqual(same.images.data);
    pipeline.dispose();
    await writeFile(`${folder}/generation_config.json`, '{"guidance_scale": "strong"}');
    await expect(openPipeline(folder)).rejects.toThrow(
      /generation_config\.json.*guidance_scale is "strong"; expected a number/,
    );
  });

  test('a folder that cannot be written names itself', async () => {
    const at = await mkdtemp(join(tmpdir(), 'wgrad-t2i-file-'));
    const file = join(at, 'file');
    await writeFile(file, '');
    const part = { config: {}, params: { w: ops.zeros([1]) } };
    await expect(
      writePipeline(file, {
        ...{ unet: part, vae: part, text_encoder: part, tokenizer: files },
        scheduler: { _class_name: 'DDIMScheduler' },
      }),
    ).rejects.toThrow(/file.*(not a directory|ENOTDIR|exists)/i);
    await rm(at, { recursive: true });
  });
});
