// The blocks of diffusers' U-Nets by properties, beyond what the reference cases ask of them (test/golden, group
// diffusers_models).

import { beforeAll, describe, expect, test } from 'vitest';
import * as wgrad from '../../src/index.ts';
import { nn, random, type Tensor, tree } from '../../src/index.ts';
import {
  attentionLayer,
  basicTransformerBlock,
  feedForwardLayer,
} from '../../src/models/attention.ts';
import { downsample2D, resnetBlock2D, upsample2D } from '../../src/models/resnet.ts';
import { transformer2DModel } from '../../src/models/transformer-2d.ts';
import type { UNet2DConfig } from '../../src/models/unet-2d.ts';
import type { UNet2DConditionConfig } from '../../src/models/unet-2d-condition.ts';
import { use, worstError } from '../support/devices.ts';

const key = random.key(7);
const normal = (seed: number, ...shape: number[]): Tensor => random.normal(random.key(seed), shape);

/** Largest difference of two tensors, relative above 1. */
const difference = async (a: Tensor, b: Tensor): Promise<number> =>
  worstError(await a.data(), await b.data());

const count = (params: unknown): number =>
  tree.leaves(params).reduce((n: number, leaf: Tensor) => n + leaf.size, 0);

const _small: UNet2DConfig = {
  down_block_types: ['DownBlock2D', 'AttnDownBlock2D'],
  up_block_types: ['AttnUpBlock2D', 'UpBlock2D'],
  block_out_channels: [4, 8],
  layers_per_block: 1,
  norm_num_groups: 2,
  attention_head_dim: 4,
};
const _smallPrompted: UNet2DConditionConfig = {
  down_block_types: ['CrossAttnDownBlock2D', 'DownBlock2D'],
  up_block_types: ['UpBlock2D', 'CrossAttnUpBlock2D'],
  block_out_channels: [4, 8],
  layers_per_block: 1,
  norm_num_groups: 2,
  cross_attention_dim: 6,
  attention_head_dim: 2,
};
const _x4 = normal(1, 2, 4, 4, 4);
const context = normal(2, 2, 5, 6);

beforeAll(async () => {
  await use('cpu');
});

describe('blocks', () => {
  test('scale and shift of the time embedding act on the second norm', async () => {
    const sizes = { in_channels: 4, temb_channels: 3, groups: 2 };
    const film = resnetBlock2D({ ...sizes, time_embedding_norm: 'scale_shift' });
    const p = film.init(key);
    const e = normal(3, 1, 3);
    const h = film.apply(p, normal(4, 1, 3, 3, 4), e);

    // the same by hand: norm2 with scale (1 + a) and bias (1 + a) + b, in a block that hears of no time
    const { time_emb_proj, ...rest } = p;
    if (!time_emb_proj) throw new Error('the block has no projection of the time');
    const silent = resnetBlock2D({ ...sizes, temb_channels: null });
    const [a, b] = wgrad.chunk(
      wgrad.reshape(nn.Linear(3, 8).apply(time_emb_proj, wgrad.silu(e)), [8]),
      2,
    );
    const norm2 = {
      scale: wgrad.mul(p.norm2.scale as Tensor, wgrad.add(a, 1)),
      bias: wgrad.add(wgrad.mul(p.norm2.bias as Tensor, wgrad.add(a, 1)), b),
    };
    const same = silent.apply({ ...rest, norm2, time_emb_proj: undefined }, normal(4, 1, 3, 3, 4));
    expect(await difference(h, same)).toBeLessThan(1e-5);
  });

  test('a scale factor divides the sum of both branches', async () => {
    const block = (output_scale_factor: number) =>
      resnetBlock2D({ in_channels: 4, temb_channels: null, groups: 2, output_scale_factor });
    const x = normal(5, 1, 3, 3, 4);
    const params = block(1).init(key);
    const halved = wgrad.mul(block(1).apply(params, x), 0.5);
    expect(await difference(block(2).apply(params, x), halved)).toBeLessThan(1e-6);
  });

  test('without a convolution, sizes change by means and by repetition', async () => {
    const x = normal(6, 1, 4, 4, 2);
    const down = downsample2D({ channels: 2 });
    const up = upsample2D({ channels: 2 });
    expect(count([down.init(key), up.init(key)])).toBe(0);
    const smaller = down.apply(down.init(key), x);
    expect(await difference(smaller, wgrad.avgPool2d(x, 2))).toBe(0);
    // repeated pixels have their own value as mean
    const back = down.apply(down.init(key), up.apply(up.init(key), smaller));
    expect(await difference(back, smaller)).toBeLessThan(1e-6);
  });

  test('padding 0 adds a row below and a column to the right', async () => {
    const x = normal(7, 1, 4, 4, 2);
    const layer = (padding: number) => downsample2D({ channels: 2, use_conv: true, padding });
    const params = layer(0).init(key);
    const padded = wgrad.pad(x, [
      [0, 0],
      [0, 1],
      [0, 1],
      [0, 0],
    ]);
    const conv = nn.Conv2d(2, 2, 3, { stride: 2 });
    const want = conv.apply(params.conv as nn.LinearParams, padded);
    expect(await difference(layer(0).apply(params, x), want)).toBeLessThan(1e-6);
    expect(await difference(layer(1).apply(params, x), want)).toBeGreaterThan(1e-3);
  });

  test('attention to one token is its value at every pixel', async () => {
    const layer = attentionLayer({
      query_dim: 4,
      cross_attention_dim: 6,
      heads: 2,
      dim_head: 3,
    });
    const params = layer.init(key);
    const token = normal(8, 1, 1, 6);
    const y = layer.apply(params, normal(9, 1, 3, 3, 4), token);
    const value = nn.Linear(6, 6, { bias: false }).apply(params.to_v, token);
    const want = nn.Linear(6, 4).apply(params.to_out[0], value); // [1, 1, 4]
    expect(y.shape).toEqual([1, 3, 3, 4]);
    const everywhere = wgrad.broadcastTo(wgrad.expandDims(want, 1), y.shape);
    expect(await difference(y, everywhere)).toBeLessThan(1e-6);
  });

  test('linear projections are 1x1 convolutions with the same weights', async () => {
    const sizes = {
      in_channels: 8,
      num_attention_heads: 2,
      attention_head_dim: 3,
      norm_num_groups: 4,
      cross_attention_dim: 6,
    };
    const byConvolution = transformer2DModel(sizes);
    const byLinear = transformer2DModel({ ...sizes, use_linear_projection: true });
    const params = byConvolution.init(key);
    const flat = ({ w, b }: nn.LinearParams) => ({ w: wgrad.reshape(w, w.shape.slice(2)), b });
    const flattened = { ...params, proj_in: flat(params.proj_in), proj_out: flat(params.proj_out) };
    const x = normal(10, 2, 3, 2, 8);
    const y = byLinear.apply(flattened, x, context);
    expect(await difference(byConvolution.apply(params, x, context), y)).toBeLessThan(1e-6);
    const shapes = (p: unknown) => nn.stateEntries(p).map((e) => `${e.name} ${e.shape}`);
    expect(shapes(byLinear.init(key))).toEqual(shapes(flattened));
  });

  test('a block that only crosses attends to the context twice', async () => {
    const block = basicTransformerBlock({
      dim: 4,
      num_attention_heads: 2,
      attention_head_dim: 2,
      cross_attention_dim: 6,
      only_cross_attention: true,
    });
    const params = block.init(key);
    expect(params.attn1.to_k.w.shape).toEqual([6, 4]);
    // so pixels do not hear of each other
    const x = normal(11, 2, 3, 4);
    const alone = block.apply(params, wgrad.sliceAxis(x, 1, [0, 1]), context);
    const together = wgrad.sliceAxis(block.apply(params, x, context), 1, [0, 1]);
    expect(await difference(alone, together)).toBeLessThan(1e-6);
  });

  test('feed-forward networks by the name of their activation', async () => {
    const x = normal(12, 2, 3);
    const acts = { gelu: wgrad.gelu, 'gelu-approximate': wgrad.geluTanh } as const;
    for (const [activation_fn, act] of Object.entries(acts)) {
      const layer = feedForwardLayer({ dim: 3, activation_fn, mult: 2 });
      const params = layer.init(key);
      const inner = nn.Linear(3, 6).apply(params.net[0].proj, x);
      const want = nn.Linear(6, 3).apply(params.net[2], act(inner));
      expect(await difference(layer.apply(params, x), want)).toBeLessThan(1e-6);
    }
  });
});
