// Pipelines whose U-Nets see a picture beside the noise: what is drawn is what the parts give when they are called by
// hand in diffusers' order, what lies under a hole has no influence, and what is missing is asked for. And their
// training: what is seen reaches the network, at the places of its own picture.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clipTokenizerFiles, clipTokenizerOfFiles } from '../../src/data/clip-vocabulary.ts';
import type { EmojiRecord } from '../../src/data/emoji-set.ts';
import { trainBytePairs } from '../../src/data/train-byte-pairs.ts';
import { schedulerFromConfig } from '../../src/diffusion/schedulers/index.ts';
import { openPipeline } from '../../src/diffusion/stable-diffusion.ts';
import {
  promptIds,
  type TextToImageRecipe,
  trainTextToImage,
} from '../../src/diffusion/train-text-to-image.ts';
import { type NewPipeline, writePipeline } from '../../src/diffusion/write-pipeline.ts';
import { autoencoderKL } from '../../src/models/autoencoder-kl.ts';
import { clipTextModel } from '../../src/models/clip.ts';
import { unet2DConditionModel } from '../../src/models/unet-2d-condition.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { realize } from '../../src/runtime/evaluate.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { map } from '../../src/tensor/tree.ts';
import { loop } from '../../src/train/loop.ts';

beforeEach(() => useDevice('cpu'));

const { random } = ops;
const folder = mkdtempSync(join(tmpdir(), 'wgrad-seeing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = clipTokenizerFiles(trainBytePairs(new Map([['square', 2]]), 4), 8);
const tokenizer = await clipTokenizerOfFiles(files);
const scheduler = {
  _class_name: 'DDIMScheduler',
  beta_schedule: 'squaredcos_cap_v2',
  clip_sample: false,
  num_train_timesteps: 1000,
  prediction_type: 'v_prediction',
  timestep_spacing: 'trailing',
};
const vaeConfig = {
  block_out_channels: [8, 8],
  down_block_types: ['DownEncoderBlock2D', 'DownEncoderBlock2D'],
  up_block_types: ['UpDecoderBlock2D', 'UpDecoderBlock2D'],
  latent_channels: 2,
  norm_num_groups: 4,
  scaling_factor: 0.5,
};
const textConfig = {
  ...{ vocab_size: tokenizer.size, hidden_size: 16, intermediate_size: 32 },
  ...{ num_hidden_layers: 1, num_attention_heads: 2, max_position_embeddings: 8 },
  eos_token_id: tokenizer.endId,
};
const unetConfig = (in_channels: number) => ({
  ...{ sample_size: 4, in_channels, out_channels: 2, block_out_channels: [16, 16] },
  ...{ layers_per_block: 1, cross_attention_dim: 16, num_attention_heads: 2, norm_num_groups: 4 },
  down_block_types: ['DownBlock2D', 'CrossAttnDownBlock2D'],
  up_block_types: ['CrossAttnUpBlock2D', 'UpBlock2D'],
});
const vae = autoencoderKL(vaeConfig);
const text = clipTextModel(textConfig);

// as a file holds them
const halves = <T>(params: T): T =>
  map(params, (t) => ops.cast(ops.cast(t, 'f16'), 'f32')) as unknown as T;
const params = {
  vae: halves(vae.init(random.key(1))),
  text: halves(text.init(random.key(2))),
  unetOf: (channels: number) =>
    halves(unet2DConditionModel(unetConfig(channels)).init(random.key(3))),
};

const write = (name: string, className: NewPipeline['className'], channels: number) =>
  writePipeline(join(folder, name), {
    className,
    unet: { config: unetConfig(channels), params: params.unetOf(channels) },
    vae: { config: vaeConfig, params: params.vae },
    text_encoder: { config: textConfig, params: params.text },
    ...{ tokenizer: files, scheduler },
    generation: { num_inference_steps: 3, guidance_scale: 2 },
  });
beforeAll(async () => {
  await useDevice('cpu');
  await write('inpaint', 'StableDiffusionInpaintPipeline', 5);
  await write('edit', 'StableDiffusionInstructPix2PixPipeline', 4);
});

const picture = (seed: number) => ops.clip(random.normal(random.key(seed), [1, 8, 8, 3]), -1, 1);
// the right half and a pixel that no latent's corner is
const mask = ops.tensor(
  Float32Array.from({ length: 64 }, (_, i) => (i % 8 >= 4 || i === 9 ? 1 : 0)),
  { shape: [1, 8, 8, 1] },
);

/** The same by hand: three steps of DDIM at guidance 2 with `beside` next to the latents. */
async function byHand(channels: number, beside: Tensor): Promise<Float32Array> {
  const model = unet2DConditionModel(unetConfig(channels));
  const weights = params.unetOf(channels);
  const states = ['a square', ''].map((prompt) => {
    const ids = ops.tensor(promptIds(tokenizer, prompt), { shape: [1, 8] });
    return text.apply(params.text, ids).prompt_embeds;
  });
  const ddim = schedulerFromConfig(scheduler);
  let x = random.normal(random.foldIn(random.key(7), 0), [1, 4, 4, 2]);
  for (const s of ddim.plan(3).steps) {
    const input = ops.concat([x, beside], -1);
    const [given, empty] = states.map((c) => model.apply(weights, input, s.time, c));
    const led = ops.add(empty, ops.mul(ops.sub(given, empty), 2));
    x = ddim.step(s, x, led, []).next;
    await realize(x);
  }
  const drawn = ops.clip(vae.decode(params.vae, ops.mul(x, 2)), -1, 1);
  return (await drawn.data()) as Float32Array;
}

const furthest = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (v, i) => Math.abs(v - b[i])));
};

describe('a pipeline that sees a hole', () => {
  const draw = async (shown: Tensor, strength = 1) => {
    const pipeline = await openPipeline(join(folder, 'inpaint'));
    const image = { picture: shown, strength, mask };
    const { images } = await pipeline.draw(['a square'], { seed: 7, image });
    pipeline.dispose();
    return images.data as Float32Array;
  };

  test('draws as its parts do: latents, hole, what is left of the picture; the rest stays', async () => {
    const shown = picture(4);
    const left = ops.mul(shown, ops.sub(1, mask));
    const z = ops.mul(vae.encode(params.vae, left).mean, 0.5);
    const every = { step: 2 };
    const made = await byHand(5, ops.concat([ops.slice(mask, null, every, every), z], -1));
    const [given, open] = [await shown.data(), await mask.data()];
    const wanted = made.map((v, i) => (open[Math.floor(i / 3)] ? v : given[i]));
    const drawn = await draw(shown);
    expect(furthest(drawn, wanted)).toBeLessThan(2e-3);
    const swapped = await byHand(5, ops.concat([z, ops.slice(mask, null, every, every)], -1));
    expect(furthest(drawn, swapped)).toBeGreaterThan(0.05);
  });

  test('does not know what lay under the hole, and knows the rest', async () => {
    const [shown, other] = [picture(4), picture(5)];
    const drawn = await draw(shown);
    const hidden = ops.where(ops.greater(mask, 0), other, shown);
    expect(furthest(await draw(hidden), drawn)).toBeLessThan(1e-6);
    const around = await draw(ops.where(ops.greater(mask, 0), shown, other));
    const open = await mask.data();
    const inside = (data: Float32Array) => data.filter((_, i) => open[Math.floor(i / 3)] > 0);
    expect(furthest(inside(around), inside(drawn))).toBeGreaterThan(1e-3);
    expect(furthest(await draw(shown, 0.5), drawn)).toBeGreaterThan(1e-3);
  });

  test('asks for picture and hole', async () => {
    const pipeline = await openPipeline(join(folder, 'inpaint'));
    await expect(pipeline.draw(['x'])).rejects.toThrow(
      /^draw: this model sees a picture and the hole in it: give options\.image with a mask/,
    );
    const image = { picture: picture(4), strength: 1 };
    await expect(pipeline.draw(['x'], { image })).rejects.toThrow(/with a mask/);
    pipeline.dispose();
  });
});

describe('a pipeline that sees a picture', () => {
  test('draws as its parts do: latents, then those of the picture, not scaled', async () => {
    const pipeline = await openPipeline(join(folder, 'edit'));
    expect(pipeline.sees).toBe('picture');
    const shown = picture(6);
    const { images } = await pipeline.draw(['a square', 'x'], {
      ...{ seed: 7, image: { picture: shown, strength: 1 } },
    });
    const wanted = await byHand(4, vae.encode(params.vae, shown).mean);
    const drawn = Array.from(images.data).slice(0, 192);
    expect(furthest(drawn, wanted)).toBeLessThan(2e-3);
    const scaled = await byHand(4, ops.mul(vae.encode(params.vae, shown).mean, 0.5));
    expect(furthest(drawn, scaled)).toBeGreaterThan(0.02);
    await expect(pipeline.draw(['x'])).rejects.toThrow(/sees a picture: give options\.image(\n|$)/);
    const image = { picture: shown, strength: 1, mask };
    await expect(pipeline.draw(['x'], { image })).rejects.toThrow(/whole pictures and no masks/);
    pipeline.dispose();
  });

  test('is refused where its U-Net takes other channels', async () => {
    const path = join(folder, 'inpaint', 'model_index.json');
    const index = await readFile(path, 'utf8');
    await writeFile(path, index.replace('InpaintPipeline', 'Pipeline'));
    await expect(openPipeline(join(folder, 'inpaint'))).rejects.toThrow(
      /in_channels is 5; a StableDiffusionPipeline whose latents have 2 channels needs 2/,
    );
    await writeFile(path, index);
  });
});

test('training shows the network what stands beside the latents of each picture', async () => {
  // the answer is what is seen: without it nothing but the mean could be said
  const count = 16;
  const values = random.normal(random.key(8), [count * 32]).dataSync() as Float32Array;
  const record: EmojiRecord = {
    ...{ hexcode: '1', name: 'square', style: 'plain', group: 'symbols', subgroup: 'geometric' },
    ...{ keywords: [], split: 'train' },
  };
  const recipe: TextToImageRecipe = {
    ...{ steps: 200, batchSize: 8, learningRate: 3e-3, warmup: 10, finalShare: 0.1 },
    ...{ betas: [0.9, 0.99], weightDecay: 0, clip: 1, seed: 0, promptDropout: 0, minSnr: null },
  };
  const losses: number[] = [];
  for (const seen of [true, false]) {
    const training = trainTextToImage({
      models: { unet: unet2DConditionModel(unetConfig(4)), text },
      ...{ scheduler: schedulerFromConfig(scheduler), tokenizer, recipe },
      latents: { data: values, shape: [4, 4, 2] },
      records: new Array<EmojiRecord>(count).fill(record),
      beside: {
        channels: 2,
        of: (index) =>
          seen ? values.subarray(index * 32, (index + 1) * 32) : new Float32Array(32),
      },
    });
    let last = 0;
    for await (const { metrics } of loop(training, { steps: 200, seed: 0, reportEvery: 50 })) {
      last = metrics.loss;
    }
    losses.push(last);
  }
  expect(losses[0]).toBeLessThan(0.5 * losses[1]);
});
