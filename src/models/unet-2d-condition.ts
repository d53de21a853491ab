// The denoiser of latent diffusion (Rombach et al. 2022, arXiv:2112.10752, section 3.3): a U-Net whose blocks
// attend to the tokens of a prompt, as diffusers' UNet2DConditionModel. The configurations of Stable Diffusion
// 1.x and 2.x, and their parameters under the names of their files.

import { initParts, type Module, type PartsParams } from '../nn/index.ts';
import { checked } from '../nn/params-check.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { add, mul, sub } from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { type Configuration, choose, perBlock, readConfig } from './config.ts';
import {
  type ClassEmbeddingOptions,
  classEmbedding,
  timeOfEach,
  timestepEmbedding,
  timesteps,
} from './embeddings.ts';
import { checkLabels, type UNetCallOptions } from './unet-2d.ts';
import type { LevelOptions, MidBlockOptions } from './unet-blocks.ts';
import { applyUNet, checkImage, unetParts } from './unet-network.ts';

/** Options of diffusers' UNet2DConditionModel, with its defaults; lists have an entry a level, from the top. */
export interface UNet2DConditionOptions extends ClassEmbeddingOptions {
  /** Side that the network was trained for; any works. */
  readonly sample_size: number | readonly number[] | null;
  /** 4. */
  readonly in_channels: number;
  /** 4. */
  readonly out_channels: number;
  /** x becomes 2 x - 1 first (default false). */
  readonly center_input_sample: boolean;
  /** As in `timesteps`: true, and 0. */
  readonly flip_sin_to_cos: boolean;
  readonly freq_shift: number;
  /** 'CrossAttnDownBlock2D', 'DownBlock2D' or 'AttnDownBlock2D' a level, from the top. */
  readonly down_block_types: readonly string[];
  /** 'UNetMidBlock2DCrossAttn', 'UNetMidBlock2D' (one residual block) or null: nothing. */
  readonly mid_block_type: string | null;
  /** 'CrossAttnUpBlock2D', 'UpBlock2D' or 'AttnUpBlock2D' a level, from the bottom. */
  readonly up_block_types: readonly string[];
  /** The first attention of transformer blocks looks at the prompt as well (default false). */
  readonly only_cross_attention: boolean | readonly boolean[];
  /** Channels of each level (320, 640, 1280, 1280). */
  readonly block_out_channels: readonly number[];
  /** Residual blocks a level on the way down (2). */
  readonly layers_per_block: number | readonly number[];
  /** Padding of the convolutions that halve the size (1). */
  readonly downsample_padding: number;
  /** What sums with a residual are divided by at the bottom (1). */
  readonly mid_block_scale_factor: number;
  /** silu. */
  readonly act_fn: string;
  /** Groups of norms (32). */
  readonly norm_num_groups: number;
  /** 1e-5. */
  readonly norm_eps: number;
  /** Width of the prompt's tokens (1280). */
  readonly cross_attention_dim: number | readonly number[];
  /** Blocks of each transformer (1). */
  readonly transformer_layers_per_block: number | readonly number[];
  /** The NUMBER of heads of transformers (8): a slip of the reference that its files live with. */
  readonly attention_head_dim: number | readonly number[];
  /** The number of heads, where it is given. */
  readonly num_attention_heads: number | readonly number[] | null;
  /** Linear layers around transformers in place of 1x1 convolutions (Stable Diffusion 2.x). */
  readonly use_linear_projection: boolean;
  /** Taken and without effect: scores are always f32. */
  readonly upcast_attention: boolean;
  /** 'default' or 'scale_shift', as in `resnetBlock2D`. */
  readonly resnet_time_scale_shift: string;
  /** Width of the time embedding; default 4 times the first level's channels. */
  readonly time_embedding_dim: number | null;
  /** Sides of the first and the last convolution (3). */
  readonly conv_in_kernel: number;
  readonly conv_out_kernel: number;
}

/** A configuration of UNet2DConditionModel, as in its config.json. */
export type UNet2DConditionConfig = Configuration<UNet2DConditionOptions>;

const name = 'UNet2DConditionModel';

const defaults: UNet2DConditionOptions = {
  sample_size: null,
  in_channels: 4,
  out_channels: 4,
  center_input_sample: false,
  flip_sin_to_cos: true,
  freq_shift: 0,
  down_block_types: [
    'CrossAttnDownBlock2D',
    'CrossAttnDownBlock2D',
    'CrossAttnDownBlock2D',
    'DownBlock2D',
  ],
  mid_block_type: 'UNetMidBlock2DCrossAttn',
  up_block_types: ['UpBlock2D', 'CrossAttnUpBlock2D', 'CrossAttnUpBlock2D', 'CrossAttnUpBlock2D'],
  only_cross_attention: false,
  block_out_channels: [320, 640, 1280, 1280],
  layers_per_block: 2,
  downsample_padding: 1,
  mid_block_scale_factor: 1,
  act_fn: 'silu',
  norm_num_groups: 32,
  norm_eps: 1e-5,
  cross_attention_dim: 1280,
  transformer_layers_per_block: 1,
  attention_head_dim: 8,
  num_attention_heads: null,
  use_linear_projection: false,
  class_embed_type: null,
  num_class_embeds: null,
  projection_class_embeddings_input_dim: null,
  upcast_attention: false,
  resnet_time_scale_shift: 'default',
  time_embedding_dim: null,
  conv_in_kernel: 3,
  conv_out_kernel: 3,
};

// options of the reference that are not implemented
const fixed = {
  dropout: 0,
  reverse_transformer_layers_per_block: null,
  encoder_hid_dim: null,
  encoder_hid_dim_type: null,
  dual_cross_attention: false,
  addition_embed_type: null,
  addition_time_embed_dim: null,
  addition_embed_type_num_heads: 64,
  resnet_skip_time_act: false,
  resnet_out_scale_factor: 1,
  time_embedding_type: 'positional',
  time_embedding_act_fn: null,
  timestep_post_act: null,
  time_cond_proj_dim: null,
  attention_type: 'default',
  class_embeddings_concat: false,
  mid_block_only_cross_attention: null,
  cross_attention_norm: null,
};

function levelsOf(o: UNet2DConditionOptions, temb: number): LevelOptions[] {
  const widths = o.block_out_channels;
  const list = <T extends number | boolean>(
    option: keyof UNet2DConditionOptions,
    value: T | readonly T[],
  ) => perBlock<T>(name, option, value, widths.length);
  const layers = list('layers_per_block', o.layers_per_block);
  const headDims = list('attention_head_dim', o.attention_head_dim);
  const heads = list('num_attention_heads', o.num_attention_heads ?? o.attention_head_dim);
  const contexts = list('cross_attention_dim', o.cross_attention_dim);
  const depths = list('transformer_layers_per_block', o.transformer_layers_per_block);
  const onlyCross = list('only_cross_attention', o.only_cross_attention);
  return widths.map((channels, i) => ({
    channels,
    layers: layers[i],
    temb_channels: temb,
    groups: o.norm_num_groups,
    eps: o.norm_eps,
    act_fn: o.act_fn,
    time_scale_shift: o.resnet_time_scale_shift,
    head_dim: headDims[i],
    transformer: {
      heads: heads[i],
      layers: depths[i],
      cross_attention_dim: contexts[i],
      use_linear_projection: o.use_linear_projection,
      only_cross_attention: onlyCross[i],
    },
  }));
}

function midOf(o: UNet2DConditionOptions, bottom: LevelOptions): MidBlockOptions | undefined {
  if (o.mid_block_type === null) return undefined;
  const between = choose(name, 'mid_block_type', o.mid_block_type, {
    UNetMidBlock2DCrossAttn: 'transformer',
    UNetMidBlock2D: 'alone',
  } as const);
  // as in the reference, its transformer always attends to pixels first
  const transformer = bottom.transformer && { ...bottom.transformer, only_cross_attention: false };
  return {
    ...bottom,
    transformer,
    between,
    attention_groups: null,
    scale: o.mid_block_scale_factor,
  };
}

/** Times [n] as sines and cosines [n, block_out_channels[0]]. */
const waves = (o: UNet2DConditionOptions, t: Tensor): Tensor =>
  timesteps(t, {
    num_channels: o.block_out_channels[0],
    flip_sin_to_cos: o.flip_sin_to_cos,
    downscale_freq_shift: o.freq_shift,
  });

function partsOf(o: UNet2DConditionOptions) {
  const [width] = o.block_out_channels;
  const temb = o.time_embedding_dim ?? 4 * width;
  const levels = levelsOf(o, temb);
  const mid = midOf(o, levels[levels.length - 1]);
  const { act_fn } = o;
  return {
    time_embedding: timestepEmbedding({ in_channels: width, time_embed_dim: temb, act_fn }),
    class_embedding: classEmbedding(name, o, temb, width, (t) => waves(o, t), act_fn),
    ...unetParts(name, { ...o, levels, mid }),
  };
}

/** Parameters of `unet2DConditionModel`. */
export type UNet2DConditionParams = PartsParams<ReturnType<typeof partsOf>>;

const unet2DConditionModelArgs = is.signature('models.unet2DConditionModel', [
  'config',
  is.fields<UNet2DConditionConfig>({
    sample_size: is.optional(is.either(is.size, is.numbers, is.oneOf(null))),
    in_channels: is.optional(is.size),
    out_channels: is.optional(is.size),
    center_input_sample: is.optional(is.boolean),
    flip_sin_to_cos: is.optional(is.boolean),
    freq_shift: is.optional(is.number),
    down_block_types: is.optional(is.list(is.string)),
    mid_block_type: is.optional(is.either(is.string, is.oneOf(null))),
    up_block_types: is.optional(is.list(is.string)),
    only_cross_attention: is.optional(is.either(is.boolean, is.list(is.boolean))),
    block_out_channels: is.optional(is.numbers),
    layers_per_block: is.optional(is.either(is.number, is.numbers)),
    downsample_padding: is.optional(is.number),
    mid_block_scale_factor: is.optional(is.number),
    act_fn: is.optional(is.string),
    norm_num_groups: is.optional(is.count),
    norm_eps: is.optional(is.number),
    cross_attention_dim: is.optional(is.either(is.size, is.numbers)),
    transformer_layers_per_block: is.optional(is.either(is.number, is.numbers)),
    attention_head_dim: is.optional(is.either(is.size, is.numbers)),
    num_attention_heads: is.optional(is.either(is.count, is.numbers, is.oneOf(null))),
    use_linear_projection: is.optional(is.boolean),
    upcast_attention: is.optional(is.boolean),
    resnet_time_scale_shift: is.optional(is.string),
    time_embedding_dim: is.optional(is.either(is.size, is.oneOf(null))),
    conv_in_kernel: is.optional(is.number),
    conv_out_kernel: is.optional(is.number),
    class_embed_type: is.optional(is.either(is.string, is.oneOf(null))),
    num_class_embeds: is.optional(is.either(is.number, is.oneOf(null))),
    projection_class_embeddings_input_dim: is.optional(is.either(is.size, is.oneOf(null))),
  }),
]);

/**
 * The network: x [n, h, w, in_channels] of any height and width, times (a number or [n]), the prompt's tokens
 * [n, tokens, cross_attention_dim] -> [n, h, w, out_channels], in f16 if the weights are.
 * @throws WgradError for options that are not implemented, ShapeError for inputs that do not fit
 */
export function unet2DConditionModel(
  config: UNet2DConditionConfig,
): Module<
  UNet2DConditionParams,
  [x: Tensor, t: TensorLike, context: Tensor, call?: UNetCallOptions]
> {
  unet2DConditionModelArgs(config);
  const o = readConfig<UNet2DConditionOptions>(name, config, [], defaults, fixed, [
    'mid_block_type',
  ]);
  const parts = partsOf(o);
  const { time_embedding, class_embedding } = parts;

  const apply = (
    p: UNet2DConditionParams,
    x: Tensor,
    t: TensorLike,
    context: Tensor,
    { class_labels }: UNetCallOptions = {},
  ): Tensor => {
    checkImage(name, x, o.in_channels);
    const [n] = x.shape;
    const width = [o.cross_attention_dim].flat()[0];
    if (context.rank !== 3 || context.shape[0] !== n || context.shape[2] !== width) {
      throw new ShapeError(`${name}: the context is ${context}, not [${n}, tokens, ${width}]`);
    }
    const labels = checkLabels(name, class_embedding !== undefined, class_labels, n);
    let temb = time_embedding.apply(p.time_embedding, waves(o, timeOfEach(name, t, n)));
    if (class_embedding && p.class_embedding && labels) {
      temb = add(temb, class_embedding.apply(p.class_embedding, labels));
    }
    const image = o.center_input_sample ? sub(mul(x, 2), 1) : x;
    return applyUNet(parts, p, image, temb, context);
  };
  return checked('models.unet2DConditionModel', { init: (key) => initParts(parts, key), apply });
}
