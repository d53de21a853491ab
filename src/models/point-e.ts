// Point-E's diffusion networks over coloured point clouds (Nichol et al. 2022, arXiv:2212.08751), as
// openai/point-e builds them and under its names. A cloud is a sequence of tokens without positions, before
// it stand tokens of the time, of CLIP features and of a coarser cloud:
//
//   [ time | CLIP | coarse points | points ] -> ln_pre -> transformer -> ln_post -> points' tokens -> output
//
// The output projection starts at zero. Clouds are [n, points, channels] here, [n, channels, points] there;
// CLIP's grids are [n, cells, features] here. CLIP itself is no part of a network: conditions are embeddings.

import * as initializers from '../nn/initializers.ts';
import { Linear, type LinearParams } from '../nn/linear.ts';
import { LayerNorm } from '../nn/norm.ts';
import { checked } from '../nn/params-check.ts';
import { initParts, type PartsParams } from '../nn/parts.ts';
import type { StateDict } from '../nn/state-dict.ts';
import { sinusoidal } from '../nn/time-embedding.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { add, mul } from '../tensor/ops/arithmetic.ts';
import { greaterEqual } from '../tensor/ops/comparison.ts';
import { concat } from '../tensor/ops/concat.ts';
import { tensor, zeros } from '../tensor/ops/create.ts';
import { sliceAxis } from '../tensor/ops/layout.ts';
import * as random from '../tensor/ops/random.ts';
import { expandDims } from '../tensor/ops/rearrange.ts';
import { cast } from '../tensor/ops/views.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { readConfig } from './config.ts';
import { pointEMlp, pointETransformer } from './point-e-blocks.ts';
import {
  type ClipGridPointConfig,
  type ClipGridUpsampleConfig,
  type ClipVectorPointConfig,
  clipGridDefaults,
  clipVectorPointDefaults,
  type PointDiffusionTransformerConfig,
  pointTransformerDefaults,
  type UpsamplePointConfig,
  upsamplePointDefaults,
} from './point-e-config.ts';

/** A condition and the key that drops it for a share `cond_drop_prob` of the samples, in training. */
export interface ClipCondition {
  readonly embeddings: Tensor;
  /** u32 [2]; absent: nothing is dropped. */
  readonly dropKey?: Tensor;
}

const pointETimeEmbeddingArgs = is.signature(
  'models.pointETimeEmbedding',
  ['t', is.tensor],
  ['dim', is.size],
  ['max_period', is.number],
);

/** Times [n] -> [n, dim]: cosines, then sines, of t max_period^(-i / (dim / 2)). */
export const pointETimeEmbedding = (t: Tensor, dim: number, max_period = 10000): Tensor => {
  pointETimeEmbeddingArgs(t, dim, max_period);
  return sinusoidal(t, dim, { maxPeriod: max_period });
};

function checkCloud(model: string, x: Tensor, points: number, channels: number, what = 'x'): void {
  if (x.rank === 3 && x.shape[1] === points && x.shape[2] === channels) return;
  throw new ShapeError(
    `${model}: ${what} is ${x}, not [n, ${points} tokens, ${channels} channels]`,
  );
}

/** An embedding [n, width] or tokens [n, m, width], and whether it stands before the points. */
type Condition = readonly [embedding: Tensor, asToken: boolean];

const asTokens = (e: Tensor): Tensor => (e.rank === 2 ? expandDims(e, 1) : e);

// What all variants share: parts with point-e's names, and the network on given conditions.
function base(model: string, config: PointDiffusionTransformerConfig) {
  const { input_channels, output_channels, n_ctx, width, layers, heads, init_scale } = config;
  const silent = { weightInit: initializers.zeros, biasInit: initializers.zeros };
  const parts = {
    time_embed: pointEMlp(width, init_scale / Math.sqrt(width)),
    ln_pre: LayerNorm(width),
    backbone: pointETransformer({ width, layers, heads, init_scale }),
    ln_post: LayerNorm(width),
    input_proj: Linear(input_channels, width),
    output_proj: Linear(width, output_channels, silent),
  };
  type Params = PartsParams<typeof parts>;
  const timeOf = (p: Params, t: Tensor): Condition => [
    parts.time_embed.apply(p.time_embed, pointETimeEmbedding(t, width)),
    config.time_token_cond,
  ];
  const run = (p: Params, x: Tensor, conditions: readonly Condition[]): Tensor => {
    checkCloud(model, x, n_ctx, input_channels);
    let h = parts.input_proj.apply(p.input_proj, x); // [n, points, width]
    for (const [e, asToken] of conditions) if (!asToken) h = add(h, asTokens(e));
    const tokens = conditions.filter(([, asToken]) => asToken).map(([e]) => asTokens(e));
    h = parts.ln_pre.apply(p.ln_pre, tokens.length > 0 ? concat([...tokens, h], 1) : h);
    h = parts.ln_post.apply(p.ln_post, parts.backbone.apply(p.backbone, h));
    if (tokens.length > 0) h = sliceAxis(h, 1, [h.shape[1] - n_ctx, h.shape[1]]);
    return parts.output_proj.apply(p.output_proj, h);
  };
  return { parts, run, timeOf };
}

// released configurations name their class; CLIP is given as embeddings, so it is always frozen here
const fixedFor = (name: string) => ({ name, frozen_clip: true });

// zeroes whole samples of a condition [n, ...]; LayerNorm's bias (grids) or nothing (vectors) is left of them
function dropped({ embeddings, dropKey }: ClipCondition, share = 0): Tensor {
  if (!dropKey || share === 0) return embeddings;
  const n = embeddings.shape[0];
  const kept = greaterEqual(
    random.uniform(dropKey, [n, ...embeddings.shape.slice(1).map(() => 1)]),
    share,
  );
  return mul(embeddings, cast(kept, embeddings.dtype));
}

const pointDiffusionTransformerArgs = is.signature('models.pointDiffusionTransformer', [
  'given',
  is.config,
]);

/** The network without a condition: (x [n, n_ctx, c], t [n]) -> [n, n_ctx, output_channels]. @throws ShapeError */
export function pointDiffusionTransformer(given: Partial<PointDiffusionTransformerConfig> = {}) {
  pointDiffusionTransformerArgs(given);
  const model = 'PointDiffusionTransformer';
  const config = readConfig(model, given, [], pointTransformerDefaults, { name: model });
  const { parts, run, timeOf } = base(model, config);
  return checked('models.pointDiffusionTransformer', {
    init: (key: Tensor) => initParts(parts, key),
    apply: (p: PartsParams<typeof parts>, x: Tensor, t: Tensor): Tensor =>
      run(p, x, [timeOf(p, t)]),
  });
}

const clipImagePointDiffusionTransformerArgs = is.signature(
  'models.clipImagePointDiffusionTransformer',
  ['given', is.config],
);

/**
 * Conditioned on CLIP's vector of an image or a text, of length 1: `embeddings` [n, clip_feature_dim] is
 * multiplied by the root of its size, so that its elements have variance 1. @throws ShapeError
 */
export function clipImagePointDiffusionTransformer(given: Partial<ClipVectorPointConfig> = {}) {
  clipImagePointDiffusionTransformerArgs(given);
  const model = 'CLIPImagePointDiffusionTransformer';
  const config = readConfig(model, given, [], clipVectorPointDefaults, fixedFor(model));
  const { clip_feature_dim: features, cond_drop_prob, token_cond } = config;
  const { parts: shared, run, timeOf } = base(model, config);
  const parts = { ...shared, clip_embed: Linear(features, config.width) };
  return checked('models.clipImagePointDiffusionTransformer', {
    init: (key: Tensor) => initParts(parts, key),
    apply: (p: PartsParams<typeof parts>, x: Tensor, t: Tensor, c: ClipCondition): Tensor => {
      if (c.embeddings.rank !== 2 || c.embeddings.shape[1] !== features) {
        throw new ShapeError(`${model}: embeddings are ${c.embeddings}, not [n, ${features}]`);
      }
      const unit = mul(dropped(c, cond_drop_prob), Math.sqrt(features));
      const clip = parts.clip_embed.apply(p.clip_embed, unit);
      return run(p, x, [[clip, token_cond], timeOf(p, t)]);
    },
  });
}

/** The grid's part of a network: LayerNorm, then a projection to tokens [n, cells, width]. */
function grid(model: string, config: ClipGridPointConfig) {
  const { clip_grid_feature_dim: features, clip_grid_size: size, width } = config;
  const clip_embed = [LayerNorm(features), Linear(features, width)] as const;
  type Params = PartsParams<typeof clip_embed>;
  const tokens = (p: Params, c: ClipCondition): Tensor => {
    checkCloud(model, c.embeddings, size * size, features, 'embeddings');
    const kept = dropped(c, config.cond_drop_prob);
    return clip_embed[1].apply(p[1], clip_embed[0].apply(p[0], kept));
  };
  const none = (n: number): Tensor => zeros([n, size * size, features]);
  return { clip_embed, tokens, none };
}

const clipImageGridPointDiffusionTransformerArgs = is.signature(
  'models.clipImageGridPointDiffusionTransformer',
  ['given', is.config],
);

/**
 * Conditioned on the grid of CLIP's last layer, class token left out: `embeddings`
 * [n, clip_grid_size², clip_grid_feature_dim] become a token each. @throws ShapeError
 */
export function clipImageGridPointDiffusionTransformer(given: Partial<ClipGridPointConfig> = {}) {
  clipImageGridPointDiffusionTransformerArgs(given);
  const model = 'CLIPImageGridPointDiffusionTransformer';
  const config = readConfig(
    model,
    given,
    [],
    { ...pointTransformerDefaults, ...clipGridDefaults },
    fixedFor(model),
  );
  const { parts: shared, run, timeOf } = base(model, config);
  const { clip_embed, tokens } = grid(model, config);
  const parts = { ...shared, clip_embed };
  return checked('models.clipImageGridPointDiffusionTransformer', {
    init: (key: Tensor) => initParts(parts, key),
    apply: (p: PartsParams<typeof parts>, x: Tensor, t: Tensor, c: ClipCondition): Tensor =>
      run(p, x, [timeOf(p, t), [tokens(p.clip_embed, c), true]]),
  });
}

// The coarse cloud's part of an upsampler: points scaled as the diffusion scales data, a token each.
function coarsePoints(model: string, config: UpsamplePointConfig) {
  const { cond_ctx, channel_scales: scales, channel_biases: biases } = config;
  const inputs = config.cond_input_channels ?? config.input_channels;
  const cond_point_proj = Linear(inputs, config.width);
  const tokens = (p: LinearParams, low: Tensor): Tensor => {
    checkCloud(model, low, cond_ctx, inputs, 'low_res');
    const scaled = scales ? mul(low, tensor([...scales])) : low;
    return cond_point_proj.apply(p, biases ? add(scaled, tensor([...biases])) : scaled);
  };
  return { cond_point_proj, tokens };
}

const upsamplePointDiffusionTransformerArgs = is.signature(
  'models.upsamplePointDiffusionTransformer',
  ['given', is.config],
);

/**
 * Conditioned on a coarse cloud `low_res` [n, cond_ctx, cond_input_channels] in the data's own units;
 * gives the points to be added to it. @throws ShapeError
 */
export function upsamplePointDiffusionTransformer(given: Partial<UpsamplePointConfig> = {}) {
  upsamplePointDiffusionTransformerArgs(given);
  const model = 'UpsamplePointDiffusionTransformer';
  const config = readConfig(model, given, [], upsamplePointDefaults, { name: model });
  const { parts: shared, run, timeOf } = base(model, config);
  const { cond_point_proj, tokens } = coarsePoints(model, config);
  const parts = { ...shared, cond_point_proj };
  return checked('models.upsamplePointDiffusionTransformer', {
    init: (key: Tensor) => initParts(parts, key),
    apply: (
      p: PartsParams<typeof parts>,
      x: Tensor,
      t: Tensor,
      { low_res }: { readonly low_res: Tensor },
    ): Tensor => run(p, x, [timeOf(p, t), [tokens(p.cond_point_proj, low_res), true]]),
  });
}

const clipImageGridUpsamplePointDiffusionTransformerArgs = is.signature(
  'models.clipImageGridUpsamplePointDiffusionTransformer',
  ['given', is.config],
);

/**
 * Conditioned on a coarse cloud and on CLIP's grid; without `embeddings` on a grid of zeros.
 * @throws ShapeError
 */
export function clipImageGridUpsamplePointDiffusionTransformer(
  given: Partial<ClipGridUpsampleConfig> = {},
) {
  clipImageGridUpsamplePointDiffusionTransformerArgs(given);
  const model = 'CLIPImageGridUpsamplePointDiffusionTransformer';
  const all = { ...upsamplePointDefaults, ...clipGridDefaults };
  const config = readConfig(model, given, [], all, fixedFor(model));
  const { parts: shared, run, timeOf } = base(model, config);
  const low = coarsePoints(model, config);
  const clip = grid(model, config);
  const { clip_embed } = clip;
  const parts = { ...shared, cond_point_proj: low.cond_point_proj, clip_embed };
  return checked('models.clipImageGridUpsamplePointDiffusionTransformer', {
    init: (key: Tensor) => initParts(parts, key),
    apply: (
      p: PartsParams<typeof parts>,
      x: Tensor,
      t: Tensor,
      c: Partial<ClipCondition> & { readonly low_res: Tensor },
    ): Tensor => {
      const embeddings = c.embeddings ?? clip.none(x.shape[0]);
      return run(p, x, [
        timeOf(p, t),
        [clip.tokens(p.clip_embed, { ...c, embeddings }), true],
        [low.tokens(p.cond_point_proj, c.low_res), true],
      ]);
    },
  });
}

const withoutChannelBuffersArgs = is.signature('models.withoutChannelBuffers', [
  'state',
  is.object,
]);

/**
 * A released upsampler's state dict holds the constants `channel_scales` and `channel_biases`, which are
 * configuration here: this leaves them out, for `fromStateDict`.
 */
export const withoutChannelBuffers = (state: StateDict): StateDict => {
  withoutChannelBuffersArgs(state);
  return Object.fromEntries(
    Object.entries(state).filter(
      ([name]) => name !== 'channel_scales' && name !== 'channel_biases',
    ),
  );
};
