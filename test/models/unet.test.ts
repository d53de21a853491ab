// The U-Nets of src/models beyond the golden cases: that published configurations give exactly the published
// parameters, that options which no case covers mean what their definitions say, that the networks work
// inside compile, grad and half precision, and that what does not fit is said. sd15.json holds the names
// and shapes of Stable Diffusion 1.5 as the reference builds them.

import { beforeAll, describe, expect, test } from 'vitest';
import * as wgrad from '../../src/index.ts';
import { models, nn, random, type Tensor, tree } from '../../src/index.ts';
import { upsample2D } from '../../src/models/resnet.ts';
import type { UNet2DConfig } from '../../src/models/unet-2d.ts';
import type { UNet2DConditionConfig } from '../../src/models/unet-2d-condition.ts';
import { use, worstError } from '../support/devices.ts';
import sd15 from './sd15.json' with { type: 'json' };

const key = random.key(7);
const normal = (seed: number, ...shape: number[]): Tensor => random.normal(random.key(seed), shape);

/** Largest difference of two tensors, relative above 1. */
const difference = async (a: Tensor, b: Tensor): Promise<number> =>
  worstError(await a.data(), await b.data());

const count = (params: unknown): number =>
  tree.leaves(params).reduce((n: number, leaf: Tensor) => n + leaf.size, 0);

const small: UNet2DConfig = {
  down_block_types: ['DownBlock2D', 'AttnDownBlock2D'],
  up_block_types: ['AttnUpBlock2D', 'UpBlock2D'],
  block_out_channels: [4, 8],
  layers_per_block: 1,
  norm_num_groups: 2,
  attention_head_dim: 4,
};
const smallPrompted: UNet2DConditionConfig = {
  down_block_types: ['CrossAttnDownBlock2D', 'DownBlock2D'],
  up_block_types: ['UpBlock2D', 'CrossAttnUpBlock2D'],
  block_out_channels: [4, 8],
  layers_per_block: 1,
  norm_num_groups: 2,
  cross_attention_dim: 6,
  attention_head_dim: 2,
};
const x4 = normal(1, 2, 4, 4, 4);
const context = normal(2, 2, 5, 6);

beforeAll(async () => {
  await use('cpu');
});

describe('published configurations', () => {
  test('Stable Diffusion 1.5 has exactly its parameters, names and shapes', () => {
    const { config, parameters, tensors } = sd15.unet;
    const params = models.unet2DConditionModel(config).init(key);
    const ours = nn.stateEntries(params).map(({ name, shape }) => [name, [...shape]]);
    expect(count(params)).toBe(859_520_964);
    expect(count(params)).toBe(parameters);
    expect(Object.fromEntries(ours)).toEqual(tensors);
  });

  test('Stable Diffusion 2.1 has exactly its parameters', () => {
    const params = models
      .unet2DConditionModel({
        ...sd15.unet.config,
        attention_head_dim: [5, 10, 20, 20],
        cross_attention_dim: 1024,
        use_linear_projection: true,
        upcast_attention: true,
      })
      .init(key);
    expect(count(params)).toBe(865_910_724);
    const [block] = params.down_blocks[0].attentions ?? [];
    expect('proj_in' in block && block.proj_in.w.shape).toEqual([320, 320]);
  });

  test('the U-Net of DDPM for CIFAR-10 has the 35.7 million of the paper', () => {
    const params = models
      .unet2DModel({
        freq_shift: 1,
        flip_sin_to_cos: false,
        downsample_padding: 0,
        norm_eps: 1e-6,
        attention_head_dim: null,
        block_out_channels: [128, 256, 256, 256],
        down_block_types: ['DownBlock2D', 'AttnDownBlock2D', 'DownBlock2D', 'DownBlock2D'],
        up_block_types: ['UpBlock2D', 'UpBlock2D', 'AttnUpBlock2D', 'UpBlock2D'],
      })
      .init(key);
    expect(count(params)).toBe(35_746_307);
  });
});

describe('UNet2DModel', () => {
  const image = normal(20, 2, 4, 4, 3);

  test('samples do not hear of each other, and a number is a time for all', async () => {
    const model = models.unet2DModel(small);
    const params = model.init(key);
    const both = model.apply(params, image, wgrad.tensor([3, 700]));
    const one = model.apply(params, wgrad.sliceAxis(image, 0, [1, 2]), 700);
    expect(both.shape).toEqual([2, 4, 4, 3]);
    expect(await difference(wgrad.sliceAxis(both, 0, [1, 2]), one)).toBeLessThan(1e-5);
    const early = model.apply(params, wgrad.sliceAxis(image, 0, [1, 2]), 3);
    expect(await difference(early, one)).toBeGreaterThan(1e-3);
  });

  test('centring the input is 2 x - 1', async () => {
    const params = models.unet2DModel(small).init(key);
    const centred = models.unet2DModel({ ...small, center_input_sample: true });
    const plain = models.unet2DModel(small).apply(params, wgrad.sub(wgrad.mul(image, 2), 1), 5);
    expect(await difference(centred.apply(params, image, 5), plain)).toBe(0);
  });

  test('classes change the result by their row of the table', async () => {
    const model = models.unet2DModel({ ...small, num_class_embeds: 3 });
    const params = model.init(key);
    const entry = nn.stateEntries(params).find((e) => e.name === 'class_embedding.weight');
    expect(entry?.shape).toEqual([3, 16]);
    const of = (class_labels: number[]) =>
      model.apply(params, image, 5, { class_labels: wgrad.tensor(class_labels, { dtype: 'i32' }) });
    const [a, b] = [of([0, 2]), of([1, 2])];
    const second = (y: Tensor) => wgrad.sliceAxis(y, 0, [1, 2]);
    expect(await difference(second(a), second(b))).toBeLessThan(1e-6);
    expect(await difference(a, b)).toBeGreaterThan(1e-4);
    expect(() => model.apply(params, image, 5)).toThrow(
      /needs labels \(class_labels\) for 2 samples/,
    );
    const plain = models.unet2DModel(small);
    const call = { class_labels: wgrad.tensor([1, 2]) };
    expect(() => plain.apply(plain.init(key), image, 5, call)).toThrow(/has no classes/);
  });

  test('scale_shift leaves the norm before the attention at the bottom to attn_norm_num_groups', () => {
    const norms = (config: UNet2DConfig) =>
      nn
        .stateEntries(models.unet2DModel({ ...small, ...config }).init(key))
        .filter((e) => e.name.startsWith('mid_block.attentions.0.group_norm')).length;
    expect(norms({})).toBe(2);
    expect(norms({ resnet_time_scale_shift: 'scale_shift' })).toBe(0);
    expect(norms({ resnet_time_scale_shift: 'scale_shift', attn_norm_num_groups: 4 })).toBe(2);
    expect(norms({ add_attention: false })).toBe(0);
  });
});

describe('UNet2DConditionModel', () => {
  test('compiled it gives the values and gradients of the graph', async () => {
    const model = models.unet2DConditionModel(smallPrompted);
    const params = model.init(key);
    const loss = (p: typeof params, x: Tensor, t: Tensor, c: Tensor): Tensor =>
      wgrad.mean(wgrad.square(model.apply(p, x, t, c)));
    const step = wgrad.valueAndGrad(loss);
    const t = wgrad.tensor([10, 500]);
    const [eager, eagerGrads] = step(params, x4, t, context);
    const [compiled, grads] = wgrad.compile(step)(params, x4, t, context);
    await wgrad.realize([eager, eagerGrads, compiled, grads]);
    expect(await difference(compiled, eager)).toBeLessThan(1e-6);
    const pairs = tree.leaves(grads).map((g, i) => [g, tree.leaves(eagerGrads)[i]] as const);
    expect(pairs.length).toBe(tree.leaves(params).length);
    for (const [a, b] of pairs) expect(await difference(a, b)).toBeLessThan(1e-5);
    // a time may be a number there too, without a new trace for each
    const sample = wgrad.compile((p: typeof params, time: Tensor | number) =>
      model.apply(p, x4, time, context),
    );
    const late = model.apply(params, x4, 990, context);
    await sample(params, 10).data();
    expect(await difference(sample(params, 990), late)).toBeLessThan(1e-5);
  });

  test('half-precision weights give the values of f32 to half precision', async () => {
    const model = models.unet2DConditionModel({ ...smallPrompted, upcast_attention: true });
    const params = model.init(key);
    const halves = tree.map(params, (leaf: Tensor) => wgrad.cast(leaf, 'f16')) as typeof params;
    const want = model.apply(params, x4, 321, context);
    const got = model.apply(halves, x4, 321, context);
    expect(await difference(got, want)).toBeLessThan(2e-2);
    expect(await difference(got, want)).toBeGreaterThan(0);
  });

  test('odd sides come back: halved and rounded up, then to the size of the kept image', async () => {
    const model = models.unet2DConditionModel(smallPrompted);
    const params = model.init(key);
    const image = normal(40, 2, 5, 3, 4);
    const y = model.apply(params, image, 3, context);
    expect(y.shape).toEqual([2, 5, 3, 4]);
    // by hand, level by level
    const upper = params.up_blocks[0].upsamplers;
    const up = upsample2D({ channels: 8, use_conv: true });
    const h = normal(41, 2, 3, 2, 8);
    const rows = wgrad.take(h, wgrad.tensor([0, 0, 1, 1, 2], { dtype: 'i32' }), 1);
    const nearest = wgrad.take(rows, wgrad.tensor([0, 0, 1], { dtype: 'i32' }), 2);
    const conv = nn.Conv2d(8, 8, 3, { padding: 1 });
    if (!upper?.[0].conv) throw new Error('the level has no convolution');
    const want = conv.apply(upper[0].conv, nearest);
    expect(await difference(up.apply(upper[0], h, [5, 3]), want)).toBeLessThan(1e-6);
  });

  test('attention_head_dim is the number of heads, one for all or one a level', async () => {
    const params = models.unet2DConditionModel(smallPrompted).init(key);
    const of = (config: UNet2DConditionConfig): Tensor =>
      models.unet2DConditionModel({ ...smallPrompted, ...config }).apply(params, x4, 7, context);
    const want = of({});
    expect(await difference(of({ attention_head_dim: [2, 2] }), want)).toBe(0);
    expect(await difference(of({ attention_head_dim: 8, num_attention_heads: 2 }), want)).toBe(0);
    expect(await difference(of({ attention_head_dim: [2, 4] }), want)).toBeGreaterThan(1e-6);
  });

  test('lists give every level its own depth', () => {
    const params = models
      .unet2DConditionModel({
        ...smallPrompted,
        layers_per_block: [1, 2],
        transformer_layers_per_block: [3, 2],
        mid_block_type: 'UNetMidBlock2DCrossAttn',
      })
      .init(key);
    const names = nn.stateEntries(params).map((e) => e.name);
    const depth = (prefix: string): number =>
      new Set(
        names
          .filter((name) => name.startsWith(prefix))
          .map((name) => name.slice(prefix.length).split('.')[0]),
      ).size;
    expect(depth('down_blocks.0.resnets.')).toBe(1);
    expect(depth('down_blocks.1.resnets.')).toBe(2);
    expect(depth('up_blocks.0.resnets.')).toBe(3);
    expect(depth('up_blocks.1.resnets.')).toBe(2);
    expect(depth('up_blocks.1.attentions.')).toBe(2);
    expect(depth('down_blocks.0.attentions.0.transformer_blocks.')).toBe(3);
    expect(depth('mid_block.attentions.0.transformer_blocks.')).toBe(2);
  });

  test.each([
    ['UNetMidBlock2DCrossAttn', 2, 1],
    ['UNetMidBlock2D', 1, 0],
    [null, 0, 0],
  ])('the bottom %s has %i residual blocks and %i transformers', async (type, blocks, mixers) => {
    const model = models.unet2DConditionModel({ ...smallPrompted, mid_block_type: type });
    const params = model.init(key);
    expect(params.mid_block?.resnets.length ?? 0).toBe(blocks);
    expect(params.mid_block?.attentions?.length ?? 0).toBe(mixers);
    const y = await model.apply(params, x4, 3, context).data();
    expect(y.length).toBe(x4.size);
    expect(y.every(Number.isFinite)).toBe(true);
  });

  test.each([
    ['timestep', {}, [16, 4], wgrad.tensor([3, 80]), wgrad.tensor([3, 81])],
    ['identity', {}, undefined, normal(30, 2, 16), normal(31, 2, 16)],
    [
      'projection',
      { projection_class_embeddings_input_dim: 5 },
      [16, 5],
      normal(32, 2, 5),
      normal(33, 2, 5),
    ],
    [
      'simple_projection',
      { projection_class_embeddings_input_dim: 5 },
      [16, 5],
      normal(32, 2, 5),
      normal(33, 2, 5),
    ],
  ])('class labels as %s change the result', async (class_embed_type, more, shape, a, b) => {
    const model = models.unet2DConditionModel({ ...smallPrompted, class_embed_type, ...more });
    const params = model.init(key);
    const first = nn.stateEntries(params).find((e) => e.name.startsWith('class_embedding.'));
    expect(first?.shape).toEqual(shape);
    const of = (class_labels: Tensor): Tensor =>
      model.apply(params, x4, 3, context, { class_labels });
    expect(await difference(of(a), of(b))).toBeGreaterThan(1e-5);
  });
});

describe('what does not fit is said', () => {
  const prompted = (config: object) => () =>
    models.unet2DConditionModel({ ...smallPrompted, ...config });
  const plain = (config: object) => () => models.unet2DModel({ ...small, ...config });

  test.each([
    [prompted({ addition_embed_type: 'text_time' }), /addition_embed_type = "text_time"/],
    [prompted({ dropout: 0.1 }), /dropout = 0.1 is not implemented, only 0/],
    [prompted({ down_block_types: ['DownBlock2D', 'KDownBlock2D'] }), /"KDownBlock2D" is not one/],
    [prompted({ atention_head_dim: 8 }), /there is no option atention_head_dim/],
    [prompted({ attention_head_dim: [1, 2, 3] }), /attention_head_dim has 3 entries for 2 blocks/],
    [prompted({ block_out_channels: [4, 8, 8] }), /down_block_types lists 2 blocks for 3 widths/],
    [prompted({ class_embed_type: 'projection' }), /projection_class_embeddings_input_dim/],
    [prompted({ transformer_layers_per_block: [[1], 1] }), /transformer_layers_per_block/],
    [plain({ time_embedding_type: 'fourier' }), /time_embedding_type = "fourier"/],
    [plain({ downsample_type: 'resnet' }), /downsample_type = "resnet"/],
    [plain({ act_fn: 'selu' }), /non_linearity = "selu" is not one of silu/],
    [plain({ class_embed_type: 'projection' }), /class_embed_type = "projection"/],
    [plain({ down_block_types: ['DownBlock2D', 'CrossAttnDownBlock2D'] }), /no context/],
  ])('%# configurations', (make, message) => {
    expect(make).toThrow(wgrad.WgradError);
    expect(make).toThrow(message);
  });

  test('notes of who wrote a configuration are no options', () => {
    expect(
      prompted({ _class_name: 'UNet2DConditionModel', _diffusers_version: '0.6.0' }),
    ).not.toThrow();
  });

  test('inputs', () => {
    const model = models.unet2DConditionModel(smallPrompted);
    const params = model.init(key);
    const run = (x: Tensor, t: Tensor | number, c: Tensor) => () => model.apply(params, x, t, c);
    const cases: [() => Tensor, RegExp][] = [
      [run(normal(1, 2, 0, 4, 4), 1, context), /not an image/],
      [run(normal(1, 2, 4, 4, 3), 1, context), /not an image \[n, h, w, 4\], channels last/],
      [run(x4, wgrad.tensor([1, 2, 3]), context), /not a number or \[2\]/],
      [run(x4, 1, normal(1, 2, 5, 7)), /not \[2, tokens, 6\]/],
      [run(x4, 1, normal(1, 1, 5, 6)), /not \[2, tokens, 6\]/],
    ];
    const unprompted = models.unet2DModel(small);
    const odd = normal(1, 2, 4, 5, 3);
    cases.push([() => unprompted.apply(unprompted.init(key), odd, 1), /must be multiples of 2/]);
    for (const [call, message] of cases) {
      expect(call).toThrow(wgrad.ShapeError);
      expect(call).toThrow(message);
    }
  });
});
