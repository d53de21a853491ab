// GPT-2 (Radford et al. 2019) under the names of minGPT and of GPT-2's own checkpoints: a decoder with learned
// positions, norms before each sublayer, tanh gelu. With tokens x [n, t]:
//
//   h = wte[x] + wpe[0..t-1];  h += attn(ln_1(h));  h += mlp(ln_2(h));  logits = lm_head(ln_f(h))
//
// `decode` computes the same a few tokens at a time: keys and values of what came before are in a cache of
// fixed size, and the position is a number of the run, so one compiled step serves every position.

import { dropout } from '../nn/dropout.ts';
import { normal, zeros as zerosInit } from '../nn/initializers.ts';
import { Linear, type LinearParams } from '../nn/linear.ts';
import type { Module } from '../nn/module.ts';
import { LayerNorm } from '../nn/norm.ts';
import { checked } from '../nn/params-check.ts';
import { initParts, type PartsParams } from '../nn/parts.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { causalMask } from '../tensor/ops/fused-attention.ts';
import {
  add,
  attention,
  attentionWeights,
  cast,
  clip,
  embedding,
  greaterEqual,
  iota,
  less,
  logicalAnd,
  matmul,
  mergeHeads,
  random,
  reshape,
  split,
  splitHeads,
  squeeze,
  sub,
  take,
  toTensor,
  transpose,
  where,
  zeros,
} from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import * as kinds from './argument-kinds.ts';
import { gptActivation, gptOptions } from './gpt-config.ts';
import type { GptConfig, GptOptions } from './gpt-options.ts';
import { normalLinear } from './normal-linear.ts';

const table = (rows: number, width: number, std: number): Module<{ readonly weight: Tensor }> => ({
  init: (key) => ({ weight: normal(std)(key, [rows, width]) }),
  apply: ({ weight }, ids) => embedding(weight, ids),
});

function gptParts(o: GptOptions) {
  const { n_embd: width, n_inner, n_layer, initializer_range: std } = o;
  const inner = n_inner ?? 4 * width;
  // projections into the residual stream start smaller, since 2 n_layer of them add up
  const back = std / Math.sqrt(2 * n_layer);
  const norm = LayerNorm(width, { eps: o.layer_norm_epsilon });
  const block = {
    ln_1: norm,
    attn: { c_attn: normalLinear(width, 3 * width, std), c_proj: normalLinear(width, width, back) },
    ln_2: norm,
    mlp: { c_fc: normalLinear(width, inner, std), c_proj: normalLinear(inner, width, back) },
  };
  const head = normalLinear(width, o.vocab_size, std, false);
  return {
    transformer: {
      wte: table(o.vocab_size, width, std),
      wpe: table(o.block_size, width, std),
      h: new Array<typeof block>(n_layer).fill(block),
      ln_f: norm,
    },
    lm_head: o.tie_word_embeddings ? undefined : head,
  };
}

/** Parameters of a language model; without `lm_head` where it is tied. */
export type GptParams = PartsParams<ReturnType<typeof gptParts>>;

/** Keys and values of the tokens so far, a tensor [n, heads, length, dim] for each layer. */
export interface GptCache {
  readonly k: readonly Tensor[];
  readonly v: readonly Tensor[];
}

/** Dropout acts where a key is given (training). */
export interface GptCall {
  readonly key?: Tensor;
}

/** A language model: ids i32 [n, t] -> logits [n, t, vocab_size]. */
export interface Gpt extends Module<GptParams, [ids: Tensor, call?: GptCall]> {
  readonly options: GptOptions;
  /** What the head reads: the last norm's result, [n, t, n_embd]. @throws ShapeError as `apply` */
  hidden(params: GptParams, ids: Tensor, call?: GptCall): Tensor;
  /** Logits [..., vocab_size] of vectors [..., n_embd]. */
  head(params: GptParams, hidden: Tensor): Tensor;
  /**
   * An empty cache for n sequences of at most `length` tokens (default block_size), to be filled from
   * position 0. A step costs as much as the cache is long, so take what will be needed.
   * @throws ShapeError for a length that is not 1 .. block_size
   */
  cache(n: number, length?: number): GptCache;
  /**
   * Logits [n, s, vocab_size] of the next s tokens, which stand at `position`, position + 1, ..., and the
   * cache with them. The caller sees to position + s <= the cache's length: behind it nothing is stored.
   */
  decode(
    params: GptParams,
    ids: Tensor,
    cache: GptCache,
    position: TensorLike,
  ): { readonly logits: Tensor; readonly cache: GptCache };
}

// attention of layer i: queries, keys and values [n, heads, t, dim] -> [n, heads, t, dim]
type Attend = (layer: number, q: Tensor, k: Tensor, v: Tensor) => Tensor;

// `fresh` [n, heads, s, dim] at positions p..p+s-1 of `old` [n, heads, length, dim]
function written(old: Tensor, fresh: Tensor, position: Tensor): Tensor {
  const [length, s] = [old.shape[2], fresh.shape[2]];
  const at = sub(iota([length]), position);
  const inside = logicalAnd(greaterEqual(at, 0), less(at, s));
  const placed = s === 1 ? fresh : take(fresh, clip(at, 0, s - 1), 2);
  return where(reshape(inside, [length, 1]), placed, old);
}

const gptArgs = is.signature('models.gpt', ['config', kinds.gptConfig]);

/** GPT-2. @throws WgradError for options that are missing, unknown or not supported */
export function gpt(config: GptConfig): Gpt {
  gptArgs(config);
  const o = gptOptions(config);
  const parts = gptParts(o);
  const activation = gptActivation(o);
  const { n_head: heads, n_embd: width, n_layer: layers, block_size: block } = o;

  function run(
    params: GptParams,
    ids: Tensor,
    positions: Tensor,
    attend: Attend,
    key?: Tensor,
  ): Tensor {
    const [n, t] = ids.shape;
    if (ids.rank !== 2 || t > block) {
      throw new ShapeError(`gpt: ids ${ids} are not [n, tokens] of at most ${block} tokens`);
    }
    const drop = (x: Tensor, rate: number, index: number): Tensor =>
      dropout(x, rate, key && random.foldIn(key, index));
    const { wte, wpe, h, ln_f } = params.transformer;
    const ends = parts.transformer;
    const vectors = add(ends.wte.apply(wte, ids), ends.wpe.apply(wpe, positions)); // [n, t, width]
    let x = drop(vectors, o.embd_pdrop, 0);
    for (const [i, p] of h.entries()) {
      const layer = ends.h[i];
      const qkv = layer.attn.c_attn.apply(p.attn.c_attn, layer.ln_1.apply(p.ln_1, x));
      const [q, k, v] = split(qkv, width, -1).map((y) => splitHeads(y, heads)); // [n, heads, t, dim]
      const seen = layer.attn.c_proj.apply(p.attn.c_proj, mergeHeads(attend(i, q, k, v)));
      x = add(x, drop(seen, o.resid_pdrop, 3 * i + 1));
      const inner = activation(layer.mlp.c_fc.apply(p.mlp.c_fc, layer.ln_2.apply(p.ln_2, x)));
      const thought = layer.mlp.c_proj.apply(p.mlp.c_proj, inner);
      x = add(x, drop(thought, o.resid_pdrop, 3 * i + 2));
    }
    return reshape(ends.ln_f.apply(ln_f, x), [n, t, width]);
  }

  const hidden: Gpt['hidden'] = (params, ids, { key } = {}) => {
    const attend: Attend = (i, q, k, v) => {
      if (!key || o.attn_pdrop === 0) return attention(q, k, v, { causal: true });
      const weights = attentionWeights(q, k, { causal: true });
      return matmul(dropout(weights, o.attn_pdrop, random.foldIn(key, 3 * i + 3)), v);
    };
    return run(params, ids, iota([ids.shape[1] ?? 0]), attend, key);
  };

  const head: Gpt['head'] = ({ transformer, lm_head }, x) => {
    if (lm_head && parts.lm_head) return parts.lm_head.apply(lm_head, x);
    return matmul(x, transpose(transformer.wte.weight));
  };

  return checked(
    'models.gpt',
    {
      options: o,
      init: (key) => initParts(parts, key),
      apply: (params, ids, call) => head(params, hidden(params, ids, call)),
      hidden,
      head,
      cache: (n, length = block) => {
        if (!(Number.isInteger(length) && length >= 1 && length <= block)) {
          throw new ShapeError(`gpt: a cache of ${length} tokens; this model takes 1 to ${block}`);
        }
        const empty = () =>
          Array.from({ length: layers }, () => zeros([n, heads, length, width / heads]));
        return { k: empty(), v: empty() };
      },
      decode: (params, ids, cache, position) => {
        const s = ids.shape[1];
        const start = cast(toTensor(position), 'i32');
        const positions = add(iota([s]), start);
        // the query at start + i sees the keys up to there
        const mask = causalMask(s, cache.k[0].shape[2], start);
        const next = { k: [...cache.k], v: [...cache.v] };
        const attend: Attend = (i, q, k, v) => {
          next.k[i] = written(cache.k[i], k, start);
          next.v[i] = written(cache.v[i], v, start);
          return attention(q, next.k[i], next.v[i], { mask });
        };
        const logits = head(params, run(params, ids, positions, attend));
        return { logits, cache: next };
      },
    },
    'hidden',
    'head',
    'decode',
  );
}

/** Parameters of a language model with a value head, under TRL's names. */
export type GptValueParams = GptParams & {
  readonly v_head: { readonly summary: LinearParams };
};

/** A policy and its value function in one pass. */
export interface GptWithValue
  extends Module<
    GptValueParams,
    [ids: Tensor, call?: GptCall],
    { readonly logits: Tensor; readonly values: Tensor }
  > {
  /** The language model inside; its functions take the same parameters. */
  readonly model: Gpt;
}

const gptWithValueArgs = is.signature('models.gptWithValue', ['config', kinds.gptConfig]);

/**
 * A language model whose last hidden vectors also give a value for each token: ids [n, t] -> logits [n, t,
 * vocab_size] and values [n, t] (TRL's AutoModelForCausalLMWithValueHead). The value head starts at
 * zero, so that it does not disturb the first updates.
 */
export function gptWithValue(config: GptConfig): GptWithValue {
  gptWithValueArgs(config);
  const model = gpt(config);
  const summary = Linear(model.options.n_embd, 1, { weightInit: zerosInit, biasInit: zerosInit });
  const name = 'models.gptWithValue';
  const init = (key: Tensor): GptValueParams => {
    const { own, ...rest } = initParts({ own: model, v_head: { summary } }, key);
    return { ...own, ...rest };
  };
  return checked(name, {
    model: checked(name, { ...model, init }, 'hidden', 'head', 'decode'),
    init,
    apply: (params, ids, call) => {
      const x = model.hidden(params, ids, call);
      const values = squeeze(summary.apply(params.v_head.summary, x), -1);
      return { logits: model.head(params, x), values };
    },
  });
}
