// Drawing text from a language model: the distribution of the next token, sharpened and cut, and the loop
// that appends draws. The loop never waits for values: each step is one compiled program that takes the
// last token, the cache (whose memory it reuses) and the position.

import { compile } from '../runtime/compile.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import {
  add,
  argmax,
  cast,
  concat,
  cumsum,
  div,
  equal,
  topK as largest,
  less,
  max,
  min,
  random,
  reshape,
  sliceAxis,
  softmax,
  sort,
  sub,
  toTensor,
  where,
  zeros,
} from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import type { Gpt, GptCache, GptParams } from './gpt.ts';

/** How tokens are drawn. */
export interface SamplingOptions {
  /** Logits are divided by it; 0 takes the most likely token. Default 1. */
  readonly temperature?: number;
  /** Only the k most likely tokens (and ties with the last of them). */
  readonly topK?: number;
  /** Only the most likely tokens that together reach this probability (Holtzman et al. 2019). */
  readonly topP?: number;
}

// Caches are as long as a text will be, in steps of so many tokens: few lengths, so few programs, and no step
// pays for places that stay empty.
const cacheStep = 64;

// no token: far below every logit, and finite, for WGSL promises nothing about infinities
const never = -1e30;

const samplingOptionsKind = is.options<SamplingOptions>({
  temperature: is.optional(is.number),
  topK: is.optional(is.number),
  topP: is.optional(is.number),
});
const filteredLogitsArgs = is.signature(
  'models.filteredLogits',
  ['logits', is.operand],
  ['options', samplingOptionsKind],
);

/**
 * Logits [..., vocabulary] divided by the temperature, those outside of the top k and of the nucleus at
 * -1e30. The k most likely first, then of these the fewest that reach `topP`; ties with the last stay.
 * @throws ShapeError for a temperature, k or p out of range
 */
export function filteredLogits(logits: TensorLike, options: SamplingOptions = {}): Tensor {
  filteredLogitsArgs(logits, options);
  const { temperature = 1, topK, topP = 1 } = options;
  let x = cast(toTensor(logits), 'f32');
  const vocabulary = x.shape[x.rank - 1];
  if (!(temperature > 0) || !(topP > 0 && topP <= 1) || (topK !== undefined && !(topK >= 1))) {
    throw new ShapeError(
      `sampling: temperature ${temperature}, topK ${topK}, topP ${topP}; they must be positive, topP at most 1`,
    );
  }
  if (temperature !== 1) x = div(x, temperature);
  if (topK !== undefined && topK < vocabulary) {
    const last = min(largest(x, topK).values, -1, { keepDims: true });
    x = where(less(x, last), never, x);
  }
  if (topP < 1) {
    const sorted = sort(x, { descending: true }).values;
    const p = softmax(sorted, -1);
    // a token stays if those before it do not reach topP yet
    const stays = less(sub(cumsum(p, -1), p), topP);
    const least = min(where(stays, sorted, max(sorted, -1, { keepDims: true })), -1, {
      keepDims: true,
    });
    x = where(less(x, least), never, x);
  }
  return x;
}

const sampleTokenArgs = is.signature(
  'models.sampleToken',
  ['logits', is.operand],
  ['key', is.key],
  ['options', samplingOptionsKind],
);

/** One token i32 [...] from logits [..., vocabulary]; the key is not looked at with temperature 0. */
export function sampleToken(
  logits: TensorLike,
  key: Tensor,
  options: SamplingOptions = {},
): Tensor {
  sampleTokenArgs(logits, key, options);
  if (options.temperature === 0) return argmax(logits, -1);
  return random.categorical(key, filteredLogits(logits, options));
}

/** Options of a generator. */
export interface GeneratorOptions extends SamplingOptions {
  /** After this token a sequence holds nothing else. */
  readonly endToken?: number;
}

/** Appends `count` tokens to a prompt i32 [n, p]: i32 [n, p + count]. */
export type Generator = (
  params: GptParams,
  prompt: TensorLike,
  count: number,
  key?: Tensor,
) => Tensor;

const gptGeneratorArgs = is.signature(
  'models.gptGenerator',
  ['model', is.methods('a gpt', 'hidden', 'head', 'cache', 'decode', 'init', 'apply')],
  [
    'options',
    is.options<GeneratorOptions>({
      endToken: is.optional(is.number),
      temperature: is.optional(is.number),
      topK: is.optional(is.number),
      topP: is.optional(is.number),
    }),
  ],
);

/**
 * A function that draws text. Its programs (one for each prompt length, number of sequences and
 * length in all rounded up to 64, one for a step of each) are kept from call to call. Prompts of a batch have one length; token i of a sequence is
 * drawn with the key folded with its position. Nothing is read back, so sequences that end early are
 * filled with `endToken`. @throws ShapeError if prompt and count together exceed block_size
 */
export function gptGenerator(model: Gpt, options: GeneratorOptions = {}): Generator {
  gptGeneratorArgs(model, options);
  const { endToken, ...sampling } = options;
  const { vocab_size, block_size } = model.options;
  const step = (
    params: GptParams,
    ids: Tensor, // [n, s], to stand at position, position + 1, ...
    cache: GptCache,
    ended: Tensor, // bool [n, 1]
    position: number | Tensor,
    key: Tensor,
  ) => {
    const [n, s] = ids.shape;
    const next = model.decode(params, ids, cache, position);
    const logits = reshape(sliceAxis(next.logits, 1, [-1, null]), [n, vocab_size]);
    const place = add(cast(toTensor(position), 'i32'), s);
    const drawn = reshape(sampleToken(logits, random.foldIn(key, place), sampling), [n, 1]);
    if (endToken === undefined) return { token: drawn, cache: next.cache, ended };
    const token = where(ended, endToken, drawn);
    return { token, cache: next.cache, ended: equal(token, endToken) };
  };
  const compiled = compile(step, { name: 'gpt step', donate: [2] });
  return (params, prompt, count, key = random.key(0)) => {
    const start = cast(toTensor(prompt), 'i32');
    const [n, p] = start.shape;
    if (start.rank !== 2 || p === 0 || p + count > block_size) {
      throw new ShapeError(
        `gptGenerator: a prompt ${start} and ${count} more tokens; it takes [n, tokens], at most ${block_size} in all`,
      );
    }
    if (count <= 0) return start;
    const tokens = [start];
    const length = Math.min(block_size, Math.ceil((p + count) / cacheStep) * cacheStep);
    let [cache, ended, ids, position] = [model.cache(n, length), zeros([n, 1], 'bool'), start, 0];
    for (let i = 0; i < count; i++) {
      const next = compiled(params, ids, cache, ended, position, key);
      position += ids.shape[1];
      ({ token: ids, cache, ended } = next);
      tokens.push(ids);
    }
    return concat(tokens, 1);
  };
}
