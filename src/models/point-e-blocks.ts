// The building blocks of Point-E's networks (Nichol et al. 2022, arXiv:2212.08751, section 4.1): pre-norm
// transformer blocks of self-attention, and the perceiver's blocks that only look across to other data.
// Names are those of openai/point-e, so released weights load. The output c_qkv lies head by head: the q, k
// and v of a head stand beside each other, [heads, 3, width / heads], and c_kv likewise. Points carry no
// positions: all blocks are equivariant to the order of their tokens.

import type { Module } from '../nn/module.ts';
import { LayerNorm } from '../nn/norm.ts';
import { checked } from '../nn/params-check.ts';
import { initParts, type PartsParams } from '../nn/parts.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { gelu } from '../tensor/ops/activations.ts';
import { add } from '../tensor/ops/arithmetic.ts';
import { attention, mergeHeads, splitHeads } from '../tensor/ops/attention.ts';
import { chunk } from '../tensor/ops/rearrange.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { normalLinear } from './normal-linear.ts';

const pointEMlpArgs = is.signature('models.pointEMlp', ['width', is.size], ['std', is.number]);

/** c_fc to four times the width, gelu, c_proj back: x [..., width] -> [..., width]. */
export function pointEMlp(width: number, std: number) {
  pointEMlpArgs(width, std);
  const parts = {
    c_fc: normalLinear(width, 4 * width, std),
    c_proj: normalLinear(4 * width, width, std),
  };
  return checked('models.pointEMlp', {
    init: (key: Tensor) => initParts(parts, key),
    apply: (p: PartsParams<typeof parts>, x: Tensor): Tensor =>
      parts.c_proj.apply(p.c_proj, gelu(parts.c_fc.apply(p.c_fc, x))),
  });
}

function checkHeads(what: string, width: number, heads: number): void {
  if (width % heads !== 0) {
    throw new ShapeError(`${what}: ${heads} heads do not divide a width of ${width}`);
  }
}

function selfAttention(width: number, heads: number, std: number) {
  const parts = {
    c_qkv: normalLinear(width, 3 * width, std),
    c_proj: normalLinear(width, width, std),
  };
  return {
    init: (key: Tensor) => initParts(parts, key),
    apply: (p: PartsParams<typeof parts>, x: Tensor): Tensor => {
      const [q, k, v] = chunk(splitHeads(parts.c_qkv.apply(p.c_qkv, x), heads), 3, -1);
      return parts.c_proj.apply(p.c_proj, mergeHeads(attention(q, k, v)));
    },
  };
}

/** Sizes of a transformer; its weights start normal of deviation init_scale / sqrt(width). */
export interface PointEBackboneSizes {
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  /** Default 0.25. */
  readonly init_scale?: number;
}

const stdOf = ({ width, init_scale = 0.25 }: PointEBackboneSizes): number =>
  init_scale / Math.sqrt(width);

function selfBlock(width: number, heads: number, std: number) {
  const parts = {
    attn: selfAttention(width, heads, std),
    ln_1: LayerNorm(width),
    mlp: pointEMlp(width, std),
    ln_2: LayerNorm(width),
  };
  return {
    init: (key: Tensor) => initParts(parts, key),
    apply: (p: PartsParams<typeof parts>, x: Tensor): Tensor => {
      const h = add(x, parts.attn.apply(p.attn, parts.ln_1.apply(p.ln_1, x)));
      return add(h, parts.mlp.apply(p.mlp, parts.ln_2.apply(p.ln_2, h)));
    },
  };
}

const pointETransformerArgs = is.signature('models.pointETransformer', [
  'sizes',
  is.fields<PointEBackboneSizes>({
    width: is.size,
    layers: is.size,
    heads: is.count,
    init_scale: is.optional(is.number),
  }),
]);

/** Point-E's `Transformer`: x [n, tokens, width] -> the same. @throws ShapeError */
export function pointETransformer(sizes: PointEBackboneSizes) {
  pointETransformerArgs(sizes);
  const { width, layers, heads } = sizes;
  checkHeads('Transformer', width, heads);
  const parts = {
    resblocks: Array.from({ length: layers }, () => selfBlock(width, heads, stdOf(sizes))),
  };
  return checked('models.pointETransformer', {
    init: (key: Tensor) => initParts(parts, key),
    apply: (p: PartsParams<typeof parts>, x: Tensor): Tensor =>
      parts.resblocks.reduce((h, block, i) => block.apply(p.resblocks[i], h), x),
  });
}

function crossAttention(width: number, dataWidth: number, heads: number, std: number) {
  const parts = {
    c_q: normalLinear(width, width, std),
    c_kv: normalLinear(dataWidth, 2 * width, std),
    c_proj: normalLinear(width, width, std),
  };
  return {
    init: (key: Tensor) => initParts(parts, key),
    apply: (p: PartsParams<typeof parts>, x: Tensor, data: Tensor): Tensor => {
      const q = splitHeads(parts.c_q.apply(p.c_q, x), heads);
      const [k, v] = chunk(splitHeads(parts.c_kv.apply(p.c_kv, data), heads), 2, -1);
      return parts.c_proj.apply(p.c_proj, mergeHeads(attention(q, k, v)));
    },
  };
}

function crossBlock(width: number, dataWidth: number, heads: number, std: number) {
  const parts = {
    attn: crossAttention(width, dataWidth, heads, std),
    ln_1: LayerNorm(width),
    ln_2: LayerNorm(dataWidth),
    mlp: pointEMlp(width, std),
    ln_3: LayerNorm(width),
  };
  return {
    init: (key: Tensor) => initParts(parts, key),
    apply: (p: PartsParams<typeof parts>, x: Tensor, data: Tensor): Tensor => {
      const seen = parts.ln_2.apply(p.ln_2, data);
      const h = add(x, parts.attn.apply(p.attn, parts.ln_1.apply(p.ln_1, x), seen));
      return add(h, parts.mlp.apply(p.mlp, parts.ln_3.apply(p.ln_3, h)));
    },
  };
}

/** Configuration of {@link simplePerceiver} (the constructor's arguments in point-e). */
export interface SimplePerceiverConfig extends PointEBackboneSizes {
  /** Tokens of the data; attention takes any number, so this is for the record only. */
  readonly n_data?: number;
  /** Width of the data; default `width`. */
  readonly data_width?: number;
}

const simplePerceiverArgs = is.signature('models.simplePerceiver', [
  'config',
  is.fields<SimplePerceiverConfig>({
    n_data: is.optional(is.number),
    data_width: is.optional(is.size),
    width: is.size,
    layers: is.size,
    heads: is.count,
    init_scale: is.optional(is.number),
  }),
]);

/**
 * Point-E's `SimplePerceiver`: x [n, queries, width] looks at data [n, tokens, data_width] in every block
 * and never at itself, so each query's result is its own -> [n, queries, width].
 * @throws ShapeError if heads do not divide the width
 */
export function simplePerceiver(config: SimplePerceiverConfig) {
  simplePerceiverArgs(config);
  const { width, layers, heads, data_width = width } = config;
  checkHeads('SimplePerceiver', width, heads);
  const block = () => crossBlock(width, data_width, heads, stdOf(config));
  const parts = { resblocks: Array.from({ length: layers }, block) };
  type Params = PartsParams<typeof parts>;
  const module: Module<Params, [x: Tensor, data: Tensor]> = checked('models.simplePerceiver', {
    init: (key) => initParts(parts, key),
    apply: (p, x, data) => parts.resblocks.reduce((h, b, i) => b.apply(p.resblocks[i], h, data), x),
  });
  return module;
}
