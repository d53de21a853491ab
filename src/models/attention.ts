// Attention as diffusers' networks use it: among pixels or to a prompt's tokens, with the gated
// feed-forward network behind (Vaswani et al. 2017, arXiv:1706.03762, eq. 1; GEGLU: Shazeer 2020,
// arXiv:2002.05202). The transformer block of latent diffusion joins them (Rombach et al. 2022,
// arXiv:2112.10752, appendix E.2.1). Scores and softmax are f32 whatever the weights are, so the
// reference's upcast options change nothing here.

import {
  GroupNorm,
  initParts,
  LayerNorm,
  Linear,
  type Module,
  type PartsParams,
} from '../nn/index.ts';
import { checked } from '../nn/params-check.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError, WgradError } from '../tensor/errors.ts';
import {
  add,
  attention,
  chunk,
  div,
  gelu,
  geluTanh,
  mul,
  reshape,
  sigmoid,
} from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Configuration, choose, readConfig } from './config.ts';

/** Options of diffusers' Attention. */
export interface AttentionLayerOptions {
  /** Channels of queries and of the result. */
  readonly query_dim: number;
  /** Width of the context; null: keys and values come from x. */
  readonly cross_attention_dim: number | null;
  /** 8. */
  readonly heads: number;
  /** Width of a head (64); all heads together need not have query_dim. */
  readonly dim_head: number;
  /** Biases of q, k, v (default none). */
  readonly bias: boolean;
  /** Bias of the output (default true). */
  readonly out_bias: boolean;
  /** A group norm before (default none), as autoencoders and unconditional U-Nets have it. */
  readonly norm_num_groups: number | null;
  /** Of the group norm (1e-5). */
  readonly eps: number;
  /** What the result, the residual included, is divided by (1). */
  readonly rescale_output_factor: number;
  /** x is added to the result (default false). */
  readonly residual_connection: boolean;
  /** Taken and without effect: scores are always f32. */
  readonly upcast_attention: boolean;
  /** Taken and without effect: the softmax is always f32. */
  readonly upcast_softmax: boolean;
}

const attentionDefaults = {
  cross_attention_dim: null,
  heads: 8,
  dim_head: 64,
  bias: false,
  out_bias: true,
  norm_num_groups: null,
  eps: 1e-5,
  rescale_output_factor: 1,
  residual_connection: false,
  upcast_attention: false,
  upcast_softmax: false,
};

// options of the reference that are not implemented
const attentionFixed = {
  dropout: 0,
  cross_attention_norm: null,
  cross_attention_norm_num_groups: 32,
  added_kv_proj_dim: null,
  spatial_norm_dim: null,
  scale_qk: true,
  only_cross_attention: false,
  out_dim: null,
  processor: null,
};

function attentionParts(o: AttentionLayerOptions) {
  const inner = o.heads * o.dim_head;
  const context = o.cross_attention_dim ?? o.query_dim;
  return {
    group_norm:
      o.norm_num_groups === null
        ? undefined
        : GroupNorm(o.norm_num_groups, o.query_dim, { eps: o.eps }),
    to_q: Linear(o.query_dim, inner, { bias: o.bias }),
    to_k: Linear(context, inner, { bias: o.bias }),
    to_v: Linear(context, inner, { bias: o.bias }),
    to_out: [Linear(inner, o.query_dim, { bias: o.out_bias })],
  };
}

/** Parameters of `attentionLayer`. */
export type AttentionLayerParams = PartsParams<ReturnType<typeof attentionParts>>;

const attentionLayerArgs = is.signature('models.attentionLayer', ['config', is.config]);

/**
 * softmax(q k^T / sqrt(dim_head)) v: x [n, tokens, query_dim] or an image [n, h, w, query_dim], and a
 * context [n, keys, cross_attention_dim] (default: x itself) -> x's shape.
 * @throws WgradError for options that are not implemented, ShapeError for widths that do not fit
 */
export function attentionLayer(
  config: Configuration<AttentionLayerOptions, 'query_dim'>,
): Module<AttentionLayerParams, [x: Tensor, context?: Tensor]> {
  attentionLayerArgs(config);
  const o = readConfig('Attention', config, ['query_dim'], attentionDefaults, attentionFixed);
  const parts = attentionParts(o);
  const { group_norm, to_q, to_k, to_v, to_out } = parts;
  const keyDim = o.cross_attention_dim ?? o.query_dim;

  const apply = (p: AttentionLayerParams, x: Tensor, context?: Tensor): Tensor => {
    const normed = group_norm && p.group_norm ? group_norm.apply(p.group_norm, x) : x;
    const tokens = reshape(normed, [x.shape[0], -1, o.query_dim]); // [n, tokens, query_dim]
    const source = context ?? tokens;
    if (source.rank !== 3 || source.shape[2] !== keyDim) {
      throw new ShapeError(`Attention: keys come from ${source}, not from [n, tokens, ${keyDim}]`);
    }
    const q = to_q.apply(p.to_q, tokens); // [n, tokens, heads dim_head]
    const [k, v] = [to_k.apply(p.to_k, source), to_v.apply(p.to_v, source)];
    const seen = attention(q, k, v, { heads: o.heads });
    let y = reshape(to_out[0].apply(p.to_out[0], seen), x.shape);
    if (o.residual_connection) y = add(y, x);
    return o.rescale_output_factor === 1 ? y : div(y, o.rescale_output_factor);
  };
  return checked('models.attentionLayer', { init: (key) => initParts(parts, key), apply });
}

/** Options of diffusers' FeedForward. */
export interface FeedForwardOptions {
  readonly dim: number;
  /** Default: dim. */
  readonly dim_out: number | null;
  /** Width inside as a multiple of dim (4). */
  readonly mult: number;
  /** Width inside; default mult dim. */
  readonly inner_dim: number | null;
  /** 'geglu' (default), 'gelu' (exact), 'gelu-approximate' (tanh), 'geglu-approximate' (x sigmoid(1.702 x)). */
  readonly activation_fn: string;
  /** Default true. */
  readonly bias: boolean;
}

// what stands between the two products; a gate is the second half of the first product
const gates: Record<string, (u: Tensor) => Tensor> = {
  geglu: (u) => {
    const [value, gate] = chunk(u, 2, -1);
    return mul(value, gelu(gate));
  },
  gelu: (u) => gelu(u),
  'gelu-approximate': (u) => geluTanh(u),
  'geglu-approximate': (u) => mul(u, sigmoid(mul(u, 1.702))),
};

function feedForwardParts(o: FeedForwardOptions) {
  const inner = o.inner_dim ?? Math.trunc(o.dim * o.mult);
  const width = o.activation_fn === 'geglu' ? 2 * inner : inner;
  return {
    net: [
      { proj: Linear(o.dim, width, { bias: o.bias }) },
      {}, // dropout
      Linear(inner, o.dim_out ?? o.dim, { bias: o.bias }),
    ] as const,
  };
}

/** Parameters of `feedForwardLayer`. */
export type FeedForwardLayerParams = PartsParams<ReturnType<typeof feedForwardParts>>;

const feedForwardLayerArgs = is.signature('models.feedForwardLayer', ['config', is.config]);

/** x [..., dim] -> [..., dim_out] by way of mult dim values. @throws WgradError for other options */
export function feedForwardLayer(
  config: Configuration<FeedForwardOptions, 'dim'>,
): Module<FeedForwardLayerParams> {
  feedForwardLayerArgs(config);
  const defaults = { dim_out: null, mult: 4, inner_dim: null, activation_fn: 'geglu', bias: true };
  const fixed = { dropout: 0, final_dropout: false };
  const o = readConfig('FeedForward', config, ['dim'], defaults, fixed);
  const gate = choose('FeedForward', 'activation_fn', o.activation_fn, gates);
  const parts = feedForwardParts(o);
  const [{ proj }, , out] = parts.net;
  return checked('models.feedForwardLayer', {
    init: (key) => initParts(parts, key),
    apply: ({ net }, x) => out.apply(net[2], gate(proj.apply(net[0].proj, x))),
  });
}

/** Options of diffusers' BasicTransformerBlock. */
export interface BasicTransformerBlockOptions {
  readonly dim: number;
  readonly num_attention_heads: number;
  readonly attention_head_dim: number;
  /** Width of the context; null: there is no second attention. */
  readonly cross_attention_dim: number | null;
  /** As in FeedForward. */
  readonly activation_fn: string;
  /** Biases of q, k, v (default none). */
  readonly attention_bias: boolean;
  /** The first attention looks at the context as well (default false). */
  readonly only_cross_attention: boolean;
  /** Taken and without effect, as in `attentionLayer`. */
  readonly upcast_attention: boolean;
  readonly norm_elementwise_affine: boolean;
  /** 1e-5. */
  readonly norm_eps: number;
}

const blockDefaults = {
  cross_attention_dim: null,
  activation_fn: 'geglu',
  attention_bias: false,
  only_cross_attention: false,
  upcast_attention: false,
  norm_elementwise_affine: true,
  norm_eps: 1e-5,
};

const blockFixed = {
  dropout: 0,
  num_embeds_ada_norm: null,
  double_self_attention: false,
  norm_type: 'layer_norm',
  final_dropout: false,
  attention_type: 'default',
  positional_embeddings: null,
  num_positional_embeddings: null,
  ada_norm_continous_conditioning_embedding_dim: null,
  ada_norm_bias: null,
  ff_inner_dim: null,
  ff_bias: true,
  attention_out_bias: true,
};

function blockParts(o: BasicTransformerBlockOptions) {
  const sizes = {
    query_dim: o.dim,
    heads: o.num_attention_heads,
    dim_head: o.attention_head_dim,
    bias: o.attention_bias,
  };
  const context = o.cross_attention_dim;
  const norm = () => LayerNorm(o.dim, { eps: o.norm_eps, affine: o.norm_elementwise_affine });
  return {
    norm1: norm(),
    attn1: attentionLayer({
      ...sizes,
      cross_attention_dim: o.only_cross_attention ? context : null,
    }),
    norm2: context === null ? undefined : norm(),
    attn2:
      context === null ? undefined : attentionLayer({ ...sizes, cross_attention_dim: context }),
    norm3: norm(),
    ff: feedForwardLayer({ dim: o.dim, activation_fn: o.activation_fn }),
  };
}

/** Parameters of `basicTransformerBlock`. */
export type BasicTransformerBlockParams = PartsParams<ReturnType<typeof blockParts>>;

type BlockRequired = 'dim' | 'num_attention_heads' | 'attention_head_dim';

const basicTransformerBlockArgs = is.signature('models.basicTransformerBlock', [
  'config',
  is.config,
]);

/**
 * x + attention(norm x), x + attention(norm x, context), x + feedForward(norm x):
 * x [n, tokens, dim], context [n, keys, cross_attention_dim] -> [n, tokens, dim].
 * @throws WgradError for options that are not implemented, ShapeError where the context is missing
 */
export function basicTransformerBlock(
  config: Configuration<BasicTransformerBlockOptions, BlockRequired>,
): Module<BasicTransformerBlockParams, [x: Tensor, context?: Tensor]> {
  basicTransformerBlockArgs(config);
  const name = 'BasicTransformerBlock';
  const required = ['dim', 'num_attention_heads', 'attention_head_dim'] as const;
  const o = readConfig(name, config, required, blockDefaults, blockFixed);
  if (o.only_cross_attention && o.cross_attention_dim === null) {
    throw new WgradError(`${name}: only_cross_attention needs a cross_attention_dim`);
  }
  const parts = blockParts(o);
  const { norm1, attn1, norm2, attn2, norm3, ff } = parts;

  const apply = (p: BasicTransformerBlockParams, x: Tensor, context?: Tensor): Tensor => {
    if (o.cross_attention_dim !== null && !context) {
      throw new ShapeError(`${name}: needs a context [n, tokens, ${o.cross_attention_dim}]`);
    }
    const first = o.only_cross_attention ? context : undefined;
    let h = add(attn1.apply(p.attn1, norm1.apply(p.norm1, x), first), x);
    if (norm2 && attn2 && p.norm2 && p.attn2) {
      h = add(attn2.apply(p.attn2, norm2.apply(p.norm2, h), context), h);
    }
    return add(ff.apply(p.ff, norm3.apply(p.norm3, h)), h);
  };
  return checked('models.basicTransformerBlock', { init: (key) => initParts(parts, key), apply });
}
