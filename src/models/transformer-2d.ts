// The spatial transformer of latent diffusion (Rombach et al. 2022, arXiv:2112.10752, appendix E.2.1): an
// image's pixels as tokens that attend to each other and to a prompt, around which the image is added again.

import {
  Conv2d,
  GroupNorm,
  initParts,
  Linear,
  type Module,
  type PartsParams,
} from '../nn/index.ts';
import { checked } from '../nn/params-check.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { add, reshape } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { basicTransformerBlock } from './attention.ts';
import { type Configuration, readConfig } from './config.ts';

/** Options of diffusers' Transformer2DModel over images. */
export interface Transformer2DOptions {
  readonly in_channels: number;
  /** 16. */
  readonly num_attention_heads: number;
  /** Width of a head (88). */
  readonly attention_head_dim: number;
  /** Transformer blocks one after the other (1). */
  readonly num_layers: number;
  /** Groups of the norm (32). */
  readonly norm_num_groups: number;
  /** Width of the context; null (default): pixels attend to pixels only. */
  readonly cross_attention_dim: number | null;
  /** Linear layers in and out in place of 1x1 convolutions (default false): the same function. */
  readonly use_linear_projection: boolean;
  /** As in `basicTransformerBlock`, like those that follow. */
  readonly attention_bias: boolean;
  readonly activation_fn: string;
  readonly only_cross_attention: boolean;
  readonly upcast_attention: boolean;
  readonly norm_elementwise_affine: boolean;
  readonly norm_eps: number;
}

const defaults = {
  num_attention_heads: 16,
  attention_head_dim: 88,
  num_layers: 1,
  norm_num_groups: 32,
  cross_attention_dim: null,
  use_linear_projection: false,
  attention_bias: false,
  activation_fn: 'geglu',
  only_cross_attention: false,
  upcast_attention: false,
  norm_elementwise_affine: true,
  norm_eps: 1e-5,
};

// options of the reference that are not implemented
const fixed = {
  out_channels: null,
  dropout: 0,
  sample_size: null,
  num_vector_embeds: null,
  patch_size: null,
  num_embeds_ada_norm: null,
  double_self_attention: false,
  norm_type: 'layer_norm',
  attention_type: 'default',
  caption_channels: null,
};

function partsOf(o: Transformer2DOptions) {
  const inner = o.num_attention_heads * o.attention_head_dim;
  const project = (inputs: number, outputs: number) =>
    o.use_linear_projection ? Linear(inputs, outputs) : Conv2d(inputs, outputs, 1);
  const block = () =>
    basicTransformerBlock({
      dim: inner,
      num_attention_heads: o.num_attention_heads,
      attention_head_dim: o.attention_head_dim,
      cross_attention_dim: o.cross_attention_dim,
      activation_fn: o.activation_fn,
      attention_bias: o.attention_bias,
      only_cross_attention: o.only_cross_attention,
      norm_elementwise_affine: o.norm_elementwise_affine,
      norm_eps: o.norm_eps,
    });
  return {
    norm: GroupNorm(o.norm_num_groups, o.in_channels, { eps: 1e-6 }),
    proj_in: project(o.in_channels, inner),
    transformer_blocks: Array.from({ length: o.num_layers }, block),
    proj_out: project(inner, o.in_channels),
  };
}

/** Parameters of `transformer2DModel`. */
export type Transformer2DParams = PartsParams<ReturnType<typeof partsOf>>;

const transformer2DModelArgs = is.signature('models.transformer2DModel', ['config', is.config]);

/**
 * x [n, h, w, in_channels], context [n, tokens, cross_attention_dim] -> x's shape.
 * @throws WgradError for options that are not implemented, ShapeError for other images or contexts
 */
export function transformer2DModel(
  config: Configuration<Transformer2DOptions, 'in_channels'>,
): Module<Transformer2DParams, [x: Tensor, context?: Tensor]> {
  transformer2DModelArgs(config);
  const name = 'Transformer2DModel';
  const o = readConfig(name, config, ['in_channels'], defaults, fixed);
  const parts = partsOf(o);
  const { norm, proj_in, transformer_blocks, proj_out } = parts;
  const inner = o.num_attention_heads * o.attention_head_dim;

  const apply = (p: Transformer2DParams, x: Tensor, context?: Tensor): Tensor => {
    if (x.rank !== 4 || x.shape[3] !== o.in_channels) {
      throw new ShapeError(`${name}: ${x} is not an image [n, h, w, ${o.in_channels}]`);
    }
    const [n, h, w] = x.shape;
    const image = proj_in.apply(p.proj_in, norm.apply(p.norm, x)); // [n, h, w, inner]
    let tokens = reshape(image, [n, h * w, inner]);
    transformer_blocks.forEach((block, i) => {
      tokens = block.apply(p.transformer_blocks[i], tokens, context);
    });
    return add(proj_out.apply(p.proj_out, reshape(tokens, [n, h, w, inner])), x);
  };
  return checked('models.transformer2DModel', { init: (key) => initParts(parts, key), apply });
}
