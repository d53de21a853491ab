// The U-Net of DDPM (Ho et al. 2020, arXiv:2006.11239, appendix B) and its successors (Dhariwal & Nichol 2021,
// arXiv:2105.05233), as diffusers' UNet2DModel: the same configuration, the same names of parameters. It
// predicts the noise (or whatever it is trained for) of an image at a time, and of a class if it has some.

import { initParts, type Module, type PartsParams } from '../nn/index.ts';
import { checked } from '../nn/params-check.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { add, mul, sub, toTensor } from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { type Configuration, choose, readConfig } from './config.ts';
import {
  type ClassEmbeddingOptions,
  classEmbedding,
  timeOfEach,
  timestepEmbedding,
  timesteps,
} from './embeddings.ts';
import type { LevelOptions } from './unet-blocks.ts';
import { applyUNet, checkImage, unetParts } from './unet-network.ts';

/** Options of diffusers' UNet2DModel, with its defaults. */
export interface UNet2DOptions
  extends Omit<ClassEmbeddingOptions, 'projection_class_embeddings_input_dim'> {
  /** Side that the network was trained for; any that can be halved often enough works. */
  readonly sample_size: number | readonly number[] | null;
  /** 3. */
  readonly in_channels: number;
  /** 3. */
  readonly out_channels: number;
  /** x becomes 2 x - 1 first (default false). */
  readonly center_input_sample: boolean;
  /** As in `timesteps`: 0, and true. */
  readonly freq_shift: number;
  readonly flip_sin_to_cos: boolean;
  /** 'DownBlock2D' or 'AttnDownBlock2D' a level, from the top. */
  readonly down_block_types: readonly string[];
  /** 'UpBlock2D' or 'AttnUpBlock2D' a level, from the bottom. */
  readonly up_block_types: readonly string[];
  /** Channels of each level (224, 448, 672, 896). */
  readonly block_out_channels: readonly number[];
  /** Residual blocks a level on the way down (2). */
  readonly layers_per_block: number;
  /** What sums with a residual are divided by at the bottom (1). */
  readonly mid_block_scale_factor: number;
  /** Padding of the convolutions that halve the size: 1, or 0 for a row and a column at the end. */
  readonly downsample_padding: number;
  /** silu. */
  readonly act_fn: string;
  /** Width of an attention head (8); null: one head. */
  readonly attention_head_dim: number | null;
  /** Groups of norms (32). */
  readonly norm_num_groups: number;
  /** Groups of the norm before the attention at the bottom; null: those of the others, none with scale_shift. */
  readonly attn_norm_num_groups: number | null;
  /** 1e-5. */
  readonly norm_eps: number;
  /** 'default' or 'scale_shift', as in `resnetBlock2D`. */
  readonly resnet_time_scale_shift: string;
  /** Attention at the bottom (default true). */
  readonly add_attention: boolean;
}

/** A configuration of UNet2DModel, as in its config.json. */
export type UNet2DConfig = Configuration<UNet2DOptions>;

const name = 'UNet2DModel';

const defaults: UNet2DOptions = {
  sample_size: null,
  in_channels: 3,
  out_channels: 3,
  center_input_sample: false,
  freq_shift: 0,
  flip_sin_to_cos: true,
  down_block_types: ['DownBlock2D', 'AttnDownBlock2D', 'AttnDownBlock2D', 'AttnDownBlock2D'],
  up_block_types: ['AttnUpBlock2D', 'AttnUpBlock2D', 'AttnUpBlock2D', 'UpBlock2D'],
  block_out_channels: [224, 448, 672, 896],
  layers_per_block: 2,
  mid_block_scale_factor: 1,
  downsample_padding: 1,
  act_fn: 'silu',
  attention_head_dim: 8,
  norm_num_groups: 32,
  attn_norm_num_groups: null,
  norm_eps: 1e-5,
  resnet_time_scale_shift: 'default',
  add_attention: true,
  class_embed_type: null,
  num_class_embeds: null,
};

// options of the reference that are not implemented
const fixed = {
  time_embedding_type: 'positional',
  downsample_type: 'conv',
  upsample_type: 'conv',
  dropout: 0,
  num_train_timesteps: null,
};

function partsOf(o: UNet2DOptions) {
  const [width] = o.block_out_channels;
  const temb = 4 * width;
  const levels = o.block_out_channels.map(
    (channels): LevelOptions => ({
      channels,
      layers: o.layers_per_block,
      temb_channels: temb,
      groups: o.norm_num_groups,
      eps: o.norm_eps,
      act_fn: o.act_fn,
      time_scale_shift: o.resnet_time_scale_shift,
      head_dim: o.attention_head_dim ?? channels,
    }),
  );
  const plain = o.resnet_time_scale_shift === 'default';
  const mid = {
    ...levels[levels.length - 1],
    between: o.add_attention ? 'pixels' : 'nothing',
    attention_groups: o.attn_norm_num_groups ?? (plain ? o.norm_num_groups : null),
    scale: o.mid_block_scale_factor,
  } as const;
  const classes = { ...o, projection_class_embeddings_input_dim: null };
  if (o.class_embed_type !== null) {
    choose(name, 'class_embed_type', o.class_embed_type, { timestep: 0, identity: 0 });
  }
  return {
    time_embedding: timestepEmbedding({ in_channels: width, time_embed_dim: temb }),
    class_embedding: classEmbedding(name, classes, temb, width, (t) => waves(o, t)),
    ...unetParts(name, { ...o, conv_in_kernel: 3, conv_out_kernel: 3, levels, mid }),
  };
}

/** Times [n] as sines and cosines [n, block_out_channels[0]]. */
const waves = (o: UNet2DOptions, t: Tensor): Tensor =>
  timesteps(t, {
    num_channels: o.block_out_channels[0],
    flip_sin_to_cos: o.flip_sin_to_cos,
    downscale_freq_shift: o.freq_shift,
  });

/** Parameters of `unet2DModel`. */
export type UNet2DParams = PartsParams<ReturnType<typeof partsOf>>;

/** What else a network can hear of. */
export interface UNetCallOptions {
  /** Classes [n], or what `class_embed_type` takes; needed by networks with classes, and by no other. */
  readonly class_labels?: TensorLike;
}

const checkLabelsArgs = is.signature(
  'models.checkLabels',
  ['model', is.string],
  ['classes', is.boolean],
  ['labels', is.optional(is.operand)],
  ['n', is.size],
);

/** The labels for a network with (or without) classes. @throws ShapeError where they are missing or surplus */
export function checkLabels(
  model: string,
  classes: boolean,
  labels: TensorLike | undefined,
  n: number,
): Tensor | undefined {
  checkLabelsArgs(model, classes, labels, n);
  if (classes !== (labels !== undefined)) {
    const fault = classes
      ? `needs labels (class_labels) for ${n} samples`
      : 'has no classes to give labels of';
    throw new ShapeError(`${model}: ${fault}`);
  }
  if (labels === undefined) return undefined;
  const t = toTensor(labels);
  return t.rank > 1 ? t : timeOfEach(model, t, n);
}

const unet2DModelArgs = is.signature('models.unet2DModel', [
  'config',
  is.fields<UNet2DConfig>({
    sample_size: is.optional(is.either(is.size, is.numbers, is.oneOf(null))),
    in_channels: is.optional(is.size),
    out_channels: is.optional(is.size),
    center_input_sample: is.optional(is.boolean),
    freq_shift: is.optional(is.number),
    flip_sin_to_cos: is.optional(is.boolean),
    down_block_types: is.optional(is.list(is.string)),
    up_block_types: is.optional(is.list(is.string)),
    block_out_channels: is.optional(is.numbers),
    layers_per_block: is.optional(is.number),
    mid_block_scale_factor: is.optional(is.number),
    downsample_padding: is.optional(is.number),
    act_fn: is.optional(is.string),
    attention_head_dim: is.optional(is.either(is.size, is.oneOf(null))),
    norm_num_groups: is.optional(is.count),
    attn_norm_num_groups: is.optional(is.either(is.count, is.oneOf(null))),
    norm_eps: is.optional(is.number),
    resnet_time_scale_shift: is.optional(is.string),
    add_attention: is.optional(is.boolean),
    class_embed_type: is.optional(is.either(is.string, is.oneOf(null))),
    num_class_embeds: is.optional(is.either(is.number, is.oneOf(null))),
  }),
]);

/**
 * The network: x [n, h, w, in_channels], times (a number or [n]) -> [n, h, w, out_channels].
 * With f16 weights the result is f16; norms, softmax and attention scores are computed in f32.
 * @throws WgradError for options that are not implemented, ShapeError for inputs that do not fit
 */
export function unet2DModel(
  config: UNet2DConfig,
): Module<UNet2DParams, [x: Tensor, t: TensorLike, call?: UNetCallOptions]> {
  unet2DModelArgs(config);
  const o = readConfig<UNet2DOptions>(name, config, [], defaults, fixed, ['attention_head_dim']);
  const parts = partsOf(o);
  const { time_embedding, class_embedding } = parts;

  const apply = (
    p: UNet2DParams,
    x: Tensor,
    t: TensorLike,
    { class_labels }: UNetCallOptions = {},
  ): Tensor => {
    // each level but the last halves the size, and gives twice that back
    checkImage(name, x, o.in_channels, 2 ** (o.block_out_channels.length - 1));
    const [n] = x.shape;
    const labels = checkLabels(name, class_embedding !== undefined, class_labels, n);
    let temb = time_embedding.apply(p.time_embedding, waves(o, timeOfEach(name, t, n)));
    if (class_embedding && p.class_embedding && labels) {
      temb = add(temb, class_embedding.apply(p.class_embedding, labels));
    }
    const image = o.center_input_sample ? sub(mul(x, 2), 1) : x;
    return applyUNet(parts, p, image, temb);
  };
  return checked('models.unet2DModel', { init: (key) => initParts(parts, key), apply });
}
