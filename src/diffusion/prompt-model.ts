// The prompt model: a small bidirectional transformer over word tokens, trained together with the U-Net
// (Rombach et al. 2022, section 3.3: tau_theta). It gives the U-Net a state for each token, for
// cross-attention, and one vector for the whole prompt, which joins the time embedding.

import { Embedding, EncoderBlock, initParts, LayerNorm, type ParamsOf } from '../nn/index.ts';
import { normal } from '../nn/initializers.ts';
import { checked } from '../nn/params-check.ts';
import * as is from '../tensor/arguments.ts';
import {
  add,
  cast,
  div,
  expandDims,
  maximum,
  mul,
  notEqual,
  random,
  sum,
} from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import * as kinds from './argument-kinds.ts';

/** Sizes of a prompt model; a plain JSON object. */
export interface PromptConfig {
  /** Number of tokens that exist. */
  readonly vocabulary: number;
  /** Tokens of a prompt, padding included. */
  readonly context: number;
  readonly dim: number;
  readonly layers: number;
  readonly heads: number;
  readonly hidden: number;
  /** The id of padding, which nothing looks at. */
  readonly pad: number;
}

const smallPromptArgs = is.signature('diffusion.smallPrompt', ['vocabulary', is.scalar]);

/** 0.7 million parameters with 2445 words. */
export const smallPrompt = (vocabulary: number): PromptConfig => {
  smallPromptArgs(vocabulary);
  return {
    vocabulary,
    context: 14,
    dim: 128,
    layers: 2,
    heads: 4,
    hidden: 512,
    pad: 0,
  };
};

/** What the U-Net learns of a prompt. */
export interface PromptStates {
  /** A state for each token [n, context, dim]. */
  readonly tokens: Tensor;
  /** True for tokens that are not padding, bool [n, 1, context]: a mask for attention. */
  readonly mask: Tensor;
  /** The mean of the states that are not padding [n, dim]. */
  readonly pooled: Tensor;
}

const promptModelArgs = is.signature('diffusion.promptModel', ['config', kinds.promptConfig]);

/** The prompt model: ids i32 [n, context] -> states. */
export function promptModel(config: PromptConfig) {
  promptModelArgs(config);
  const { vocabulary, context, dim, layers, heads, hidden, pad } = config;
  const words = Embedding(vocabulary, dim);
  const positions = Embedding(context, dim, { init: normal(0.02) });
  const blocks = Array.from({ length: layers }, () => EncoderBlock({ dim, heads, hidden }));
  const final = LayerNorm(dim);

  const init = (key: Tensor) => {
    const [kw, kp, kf, ...keys] = random.splitKey(key, 3 + layers);
    return initParts({ words, positions, blocks, final }, [kw, kp, keys, kf]);
  };

  const apply = (p: ReturnType<typeof init>, ids: Tensor): PromptStates => {
    const real = notEqual(ids, pad); // [n, context]
    const mask = expandDims(real, 1);
    let x = add(words.apply(p.words, ids), p.positions.w); // [n, context, dim]
    for (const [i, block] of blocks.entries()) x = block.apply(p.blocks[i], x, { mask });
    const tokens = final.apply(p.final, x);
    const weight = expandDims(cast(real, 'f32'), 2); // [n, context, 1]
    const pooled = div(sum(mul(tokens, weight), 1), maximum(sum(weight, 1), 1));
    return { tokens, mask, pooled };
  };
  return checked('diffusion.promptModel', { init, apply });
}

/** A prompt model's functions. */
export type PromptModel = ReturnType<typeof promptModel>;
/** Its parameters. */
export type PromptParams = ParamsOf<PromptModel>;
