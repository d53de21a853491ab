// CLIP: structure against the published models, what the towers may and may not see, and the conversions
// between transformers' and OpenAI's names. Values and gradients are checked by the golden cases.

import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import { encodeSafetensors } from '../../src/io/index.ts';
import {
  clampLogitScale,
  contrastiveLoss,
  pairLogits,
  sigmoidContrastiveLoss,
} from '../../src/losses/index.ts';
import { openAIClipConfig } from '../../src/models/clip-openai.ts';
import {
  clipFromOpenAI,
  clipModel,
  clipTextModel,
  clipTextModelWithProjection,
  clipToOpenAI,
  clipVisionModelWithProjection,
  loadOpenAIClip,
  promptsOf,
  zeroShotClassifier,
  zeroShotLogits,
  zeroShotPredict,
} from '../../src/models/index.ts';
import { fromStateDict, stateEntries, toStateDict } from '../../src/nn/index.ts';
import {
  eye,
  mul,
  ones,
  random,
  softmax,
  square,
  sub,
  sum,
  tensor,
  transpose,
} from '../../src/tensor/ops/index.ts';
import { sizeOf } from '../../src/tensor/shape.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { leavesWithPaths } from '../../src/tensor/tree.ts';
import { use } from '../support/devices.ts';

const sd15 = JSON.parse(readFileSync(new URL('sd15.json', import.meta.url), 'utf8')) as {
  text_encoder: {
    config: Record<string, unknown>;
    parameters: number;
    tensors: Record<string, number[]>;
  };
};

const text = {
  vocab_size: 30,
  hidden_size: 8,
  intermediate_size: 16,
  num_hidden_layers: 3,
  num_attention_heads: 2,
  max_position_embeddings: 10,
  eos_token_id: 29,
};
const vision = {
  hidden_size: 12,
  intermediate_size: 20,
  num_hidden_layers: 2,
  num_attention_heads: 3,
  image_size: 9,
  patch_size: 3,
};
const both = { projection_dim: 6, text_config: text, vision_config: vision };
const key = random.key(7);
const ids = (rows: number[][]): Tensor => tensor(rows, { dtype: 'i32' });
const count = (params: unknown): number =>
  stateEntries(params).reduce((n, { shape }) => n + sizeOf(shape), 0);
const difference = async (a: Tensor, b: Tensor): Promise<number> =>
  Math.max(...(await sub(a, b).data()).map(Math.abs));

beforeAll(async () => {
  await use('cpu');
});

describe('structure', () => {
  test('is that of the text encoder of Stable Diffusion 1.5', () => {
    const { config, parameters, tensors } = sd15.text_encoder;
    const entries = stateEntries(clipTextModel(config).init(key));
    const found = Object.fromEntries(entries.map(({ name, shape }) => [name, [...shape]]));
    expect(found).toEqual(tensors);
    expect(entries.reduce((n, { shape }) => n + sizeOf(shape), 0)).toBe(parameters);
    expect(parameters).toBe(123_060_480);
  });

  test('has the parameters of ViT-B/32 by default', () => {
    expect(count(clipModel().init(key))).toBe(151_277_313);
  });

  test('has the parameters of ViT-L/14', () => {
    const l14 = {
      projection_dim: 768,
      text_config: { hidden_size: 768, intermediate_size: 3072, num_attention_heads: 12 },
      vision_config: {
        hidden_size: 1024,
        intermediate_size: 4096,
        num_hidden_layers: 24,
        num_attention_heads: 16,
        patch_size: 14,
      },
    };
    expect(count(clipModel(l14).init(key))).toBe(427_616_513);
  });

  test('starts with finite, varied parameters and a factor of 1 / 0.07', async () => {
    const params = clipModel(both).init(key);
    for (const [path, leaf] of leavesWithPaths(params)) {
      const values = await leaf.data();
      expect(values.every(Number.isFinite), path).toBe(true);
      if (path.endsWith('.w')) expect(new Set(values).size, path).toBeGreaterThan(1);
    }
    expect(Math.exp(await params.logit_scale.item())).toBeCloseTo(1 / 0.07, 2);
  });
});

describe('text tower', () => {
  const model = clipTextModelWithProjection({ ...text, projection_dim: 6 });
  const params = model.init(key);
  const embeds = (rows: number[][], m = model): Tensor => m.apply(params, ids(rows)).text_embeds;

  test('does not see what follows the end of a text', async () => {
    const a = embeds([[28, 4, 5, 29, 0, 0]]);
    expect(await difference(a, embeds([[28, 4, 5, 29, 7, 29]]))).toBe(0);
    expect(await difference(a, embeds([[28, 4, 6, 29, 0, 0]]))).toBeGreaterThan(1e-4);
  });

  test('takes the largest id for the end where the configuration is an old one', async () => {
    const old = clipTextModelWithProjection({ ...text, projection_dim: 6, eos_token_id: 2 });
    const row = [[28, 2, 5, 29, 0, 0]];
    expect(await difference(embeds(row), embeds(row, old))).toBe(0);
    const other = clipTextModelWithProjection({ ...text, projection_dim: 6, eos_token_id: 5 });
    expect(await difference(embeds(row), embeds(row, other))).toBeGreaterThan(1e-4);
  });

  test('leaves out blocks at the end', async () => {
    const row = ids([[28, 3, 29, 0]]);
    const whole = model.apply(params, row);
    expect(whole.hidden_states.length).toBe(4);
    expect(await difference(whole.prompt_embeds, whole.last_hidden_state)).toBe(0);
    const skipped = model.apply(params, row, { clipSkip: 1 });
    // a tower that never had the last block
    const short = clipTextModel({ ...text, num_hidden_layers: 2 });
    const { embeddings, encoder, final_layer_norm } = params.text_model;
    const shortParams = {
      text_model: {
        embeddings,
        encoder: { layers: encoder.layers.slice(0, 2) },
        final_layer_norm,
      },
    };
    const want = short.apply(shortParams, row).last_hidden_state;
    expect(await difference(skipped.prompt_embeds, want)).toBe(0);
    expect(await difference(skipped.last_hidden_state, whole.last_hidden_state)).toBe(0);
    expect(() => model.apply(params, row, { clipSkip: 4 })).toThrow(/clipSkip 4 is not 0 .. 3/);
  });

  test('attends to nothing that is masked', async () => {
    const mask = ids([[1, 0, 1, 1]]);
    const run = (second: number) =>
      model.apply(params, ids([[28, second, 4, 29]]), { attentionMask: mask }).text_embeds;
    expect(await difference(run(3), run(9))).toBe(0);
  });

  test('names what it cannot do', () => {
    expect(() => clipTextModel({ hidden_act: 'relu6' })).toThrow(/hidden_act = "relu6"/);
    expect(() => clipTextModel({ attention_dropout: 0.1 })).toThrow(/attention_dropout is 0.1/);
    expect(() => clipTextModel({ hidden_size: 10, num_attention_heads: 4 })).toThrow(/divide/);
    expect(() => clipTextModel({ vocab_size: 'many' })).toThrow(/vocab_size is "many"/);
    expect(() => embeds([new Array(11).fill(1)])).toThrow(/tokens <= 10/);
  });

  test('activations differ', async () => {
    const exact = clipTextModelWithProjection({ ...text, projection_dim: 6, hidden_act: 'gelu' });
    const row = [[28, 3, 29, 0]];
    const gap = await difference(embeds(row), embeds(row, exact));
    expect(gap).toBeGreaterThan(0);
    expect(gap).toBeLessThan(0.1);
  });
});

describe('vision tower', () => {
  test('sees every patch, and only pictures of its size', async () => {
    const model = clipVisionModelWithProjection({ ...vision, projection_dim: 6 });
    const params = model.init(key);
    const image = random.normal(random.key(1), [2, 9, 9, 3]);
    const output = model.apply(params, image);
    expect(output.last_hidden_state.shape).toEqual([2, 10, 12]);
    expect(output.image_embeds.shape).toEqual([2, 6]);
    const slope = grad((x: Tensor) => sum(model.apply(params, x).image_embeds))(image);
    expect((await slope.data()).every((g) => g !== 0)).toBe(true);
    expect(() => model.apply(params, ones([1, 8, 9, 3]))).toThrow(/are not \[n, 9, 9, 3\]/);
  });
});

describe("OpenAI's names", () => {
  const model = clipModel({
    ...both,
    text_config: { ...text, hidden_size: 64, num_attention_heads: 1, eos_token_id: 2 },
    vision_config: { ...vision, hidden_size: 128, num_attention_heads: 2 },
  });
  const params = model.init(key);

  test('convert there and back, with the configuration read off the shapes', async () => {
    const state = clipToOpenAI(params);
    expect(Object.keys(state)).toContain('visual.transformer.resblocks.1.attn.in_proj_weight');
    expect(state['transformer.resblocks.0.attn.in_proj_weight'].shape).toEqual([192, 64]);
    expect(state.text_projection.shape).toEqual([64, 6]);
    const notes = { input_resolution: tensor(9), context_length: tensor(10) };
    const loaded = clipFromOpenAI({ ...state, ...notes });
    expect(loaded.model.config).toEqual(model.config);
    const [a, b] = [toStateDict(params), toStateDict(loaded.params)];
    expect(Object.keys(b).sort()).toEqual(Object.keys(a).sort());
    for (const name of Object.keys(a)) expect(await difference(a[name], b[name]), name).toBe(0);
  });

  test('load from a file', async () => {
    const bytes = await encodeSafetensors(clipToOpenAI(params));
    const loaded = await loadOpenAIClip(bytes);
    const image = random.normal(random.key(1), [1, 9, 9, 3]);
    const row = ids([[28, 3, 29]]);
    const want = model.apply(params, image, row).logits_per_image;
    const got = loaded.model.apply(loaded.params, image, row).logits_per_image;
    expect(await difference(got, want)).toBeLessThan(1e-5);
  });

  test('refuse a file with NaN, from bytes and from disk', async () => {
    const state = { ...clipToOpenAI(params), 'ln_final.bias': tensor([1, Number.NaN, 2]) };
    const bytes = await encodeSafetensors(state);
    const fault =
      /tensor "ln_final.bias" holds 1 value that is NaN or infinite, the first at \[1\]/;
    await expect(loadOpenAIClip(bytes)).rejects.toThrow(fault);
    const path = join(await mkdtemp(join(tmpdir(), 'wgrad-clip-')), 'clip.safetensors');
    await writeFile(path, bytes);
    await expect(loadOpenAIClip(path)).rejects.toThrow(fault);
    await rm(join(path, '..'), { recursive: true });
  });

  test('say what is missing or not supported', () => {
    const state = clipToOpenAI(params);
    const { 'ln_final.bias': _, ...rest } = state;
    expect(() => clipFromOpenAI(rest)).toThrow(/missing: text_model.final_layer_norm.bias/);
    const { 'visual.conv1.weight': __, ...blind } = state;
    expect(() => openAIClipConfig(blind)).toThrow(/visual.conv1.weight is missing/);
    const resnet = { ...state, 'visual.layer1.0.conv1.weight': ones([1]) };
    expect(() => openAIClipConfig(resnet)).toThrow(/ResNet/);
  });
});

test('a state dict in PyTorch’s layout gives the same tree', async () => {
  const model = clipModel(both);
  const params = model.init(key);
  const back = fromStateDict(model.init(random.key(1)), toStateDict(params));
  const row = ids([[28, 3, 29]]);
  const image = random.normal(random.key(2), [1, 9, 9, 3]);
  const [a, b] = [params, back].map((p) => model.apply(p, image, row).logits_per_text);
  expect(await difference(a, b)).toBeLessThan(1e-5);
});

describe('losses', () => {
  const u = random.normal(random.key(3), [5, 4]);
  const v = random.normal(random.key(4), [5, 4]);
  const loss = async (a: Tensor, b: Tensor, s = 1): Promise<number> =>
    contrastiveLoss(pairLogits(a, b, s)).item();

  test('do not change when pictures and texts change places', async () => {
    expect(await loss(u, v)).toBeCloseTo(await loss(v, u), 6);
  });

  test('are 0 for a single pair and ln(1 + (n - 1) e^(-e^s)) for orthonormal pairs', async () => {
    expect(await loss(ones([1, 4]), ones([1, 4]))).toBeCloseTo(0, 7);
    const want = Math.log1p(3 * Math.exp(-Math.exp(0.5)));
    expect(await loss(eye(4), eye(4), 0.5)).toBeCloseTo(want, 6);
  });

  test('have the gradient (softmax rows - I + softmax columns - I) / 2n', async () => {
    const s = pairLogits(u, v, 1.5);
    const g = await grad((x: Tensor) => contrastiveLoss(x))(s).data();
    const p = [await softmax(s, 1).data(), await softmax(s, 0).data()];
    for (let i = 0; i < 25; i++) {
      const same = i % 6 === 0 ? 1 : 0;
      expect(g[i]).toBeCloseTo((p[0][i] + p[1][i] - 2 * same) / 10, 6);
    }
  });

  test('know of several matches in a batch', async () => {
    const s = pairLogits(u, v, 1);
    expect(await contrastiveLoss(s, { targets: eye(5) }).item()).toBeCloseTo(await loss(u, v), 6);
    // all pairs match: every row's target is uniform, so equal logits are best
    const flat = contrastiveLoss(mul(ones([4, 4]), 3), { targets: ones([4, 4]) });
    expect(await flat.item()).toBeCloseTo(Math.log(4), 6);
    expect(() => contrastiveLoss(ones([2, 3]))).toThrow(/not \[n, n\]/);
  });

  test('limit the factor', async () => {
    const [free, limited] = [pairLogits(u, v, 6), pairLogits(u, v, 6, { largestFactor: 100 })];
    const ratio = (await free.data())[0] / (await limited.data())[0];
    expect(ratio).toBeCloseTo(Math.exp(6) / 100, 3);
    expect(await clampLogitScale(6).item()).toBeCloseTo(Math.log(100), 6);
    expect(await clampLogitScale(-1).item()).toBe(0);
  });

  test('sigmoid: pairs by themselves', async () => {
    const s = [
      [2, -1],
      [0.5, 3],
    ];
    const log1pe = (x: number): number => Math.log1p(Math.exp(x));
    const terms = [log1pe(-2), log1pe(-1), log1pe(0.5), log1pe(-3)];
    const total = terms.reduce((a, b) => a + b);
    expect(await sigmoidContrastiveLoss(tensor(s)).item()).toBeCloseTo(total / 2, 6);
    const perPair = sigmoidContrastiveLoss(tensor(s), { per: 'pairs' });
    expect(await perPair.item()).toBeCloseTo(total / 4, 6);
    const biased = sigmoidContrastiveLoss(tensor(s), { bias: -10 });
    const want = [log1pe(8), log1pe(-11), log1pe(-9.5), log1pe(7)].reduce((a, b) => a + b) / 2;
    expect(await biased.item()).toBeCloseTo(want, 4);
  });
});

describe('classification without training', () => {
  const features = random.normal(random.key(5), [6, 8]);

  test('names every class in every template', () => {
    expect(promptsOf(['cat', '$& dog'], ['a {}', '{} of {}'])).toEqual([
      'a cat',
      'cat of cat',
      'a $& dog',
      '$& dog of $& dog',
    ]);
  });

  test('has unit vectors, and one template is the prompt itself', async () => {
    const w = zeroShotClassifier(features, 2);
    expect(w.shape).toEqual([3, 8]);
    for (const x of await sum(square(w), 1).data()) expect(x).toBeCloseTo(1, 5);
    const one = zeroShotClassifier(features, 1);
    const logits = zeroShotLogits(features, one, 1);
    for (let i = 0; i < 6; i++) expect((await logits.data())[7 * i]).toBeCloseTo(1, 5);
    expect(() => zeroShotClassifier(features, 4)).toThrow(/classes \* 4 templates/);
  });

  test('does not depend on the length of features or the order of templates', async () => {
    const w = zeroShotClassifier(features, 3);
    const scaled = zeroShotClassifier(mul(features, tensor([[1], [5], [0.2], [3], [1], [9]])), 3);
    expect(await difference(w, scaled)).toBeLessThan(1e-6);
    const { probabilities, classes } = zeroShotPredict(w, w);
    expect([...(await classes.data())]).toEqual([0, 1]);
    for (const x of await sum(probabilities, 1).data()) expect(x).toBeCloseTo(1, 5);
    expect(transpose(zeroShotLogits(w, w)).shape).toEqual([2, 2]);
  });
});

test('the contrastive loss with targets that are not symmetric, by hand', async () => {
  const logits = [
    [2, 1],
    [0.5, 3],
  ];
  const logSoftmax = (row: number[]): number[] => {
    const total = Math.log(row.reduce((sum, v) => sum + Math.exp(v), 0));
    return row.map((v) => v - total);
  };
  const [[a, b], [, d]] = logits.map(logSoftmax); // rows
  const [[e], [f, g]] = [logSoftmax([2, 0.5]), logSoftmax([1, 3])]; // columns
  // row 0 fits both columns, row 1 the second; column 0 fits row 0, column 1 both rows
  const want = (-((a + b) / 2 + d) / 2 - (e + (f + g) / 2) / 2) / 2;
  const targets = tensor([
    [1, 1],
    [0, 1],
  ]);
  expect(await contrastiveLoss(tensor(logits), { targets }).item()).toBeCloseTo(want, 6);
});
