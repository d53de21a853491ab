// Log-probabilities of tokens under a language model: what every loss of language models and every policy
// gradient over text starts from. Logits of any size are fine: nothing is exponentiated before the
// largest has been subtracted.

import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import {
  div,
  exp,
  greater,
  logSoftmax,
  mul,
  neg,
  nllLoss,
  notEqual,
  sliceAxis,
  sum,
  toTensor,
  where,
} from '../tensor/ops/index.ts';
import { asFloat } from '../tensor/ops/precision.ts';
import { sameShape } from '../tensor/shape.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { maskedMean, maskedSum } from './masked.ts';

/** Options of log-probabilities of tokens. */
export interface TokenOptions {
  /** Ids that stand for no token and count 0; default -100. */
  readonly ignoreIndex?: number;
  /** Logits are divided by it first: that of the sampling, default 1. */
  readonly temperature?: TensorLike;
}

const tempered = (logits: TensorLike, temperature: TensorLike | undefined): Tensor =>
  temperature === undefined ? asFloat(logits) : div(asFloat(logits), temperature);

const tokenOptionsKind = is.options<TokenOptions>({
  ignoreIndex: is.optional(is.scalar),
  temperature: is.optional(is.operand),
});
const tokenLogProbabilitiesArgs = is.signature(
  'losses.tokenLogProbabilities',
  ['logits', is.operand],
  ['ids', is.operand],
  ['options', tokenOptionsKind],
);

/**
 * log softmax(logits / temperature)[id]: logits [..., vocabulary] and ids i32 [...] give [...], in nats;
 * 0 at ignored ids. The id at a place is the one that its logits score: shift beforehand.
 * @throws ShapeError if ids lack exactly the last axis; DTypeError if they are not integers
 */
export function tokenLogProbabilities(
  logits: TensorLike,
  ids: TensorLike,
  options: TokenOptions = {},
): Tensor {
  tokenLogProbabilitiesArgs(logits, ids, options);
  const { ignoreIndex = -100, temperature } = options;
  const logp = logSoftmax(tempered(logits, temperature));
  return neg(nllLoss(logp, ids, { reduction: 'none', ignoreIndex }));
}

const sequenceLogProbabilitiesArgs = is.signature(
  'losses.sequenceLogProbabilities',
  ['logits', is.operand],
  ['labels', is.operand],
  [
    'options',
    is.options({
      ignoreIndex: is.optional(is.scalar),
      temperature: is.optional(is.operand),
      average: is.optional(is.boolean),
    }),
  ],
);

/**
 * log p(answer | prompt), the sum over t of log p(label_t | tokens before t) with logits
 * [n, tokens, vocabulary] and labels i32 [n, tokens], unshifted (logits at t - 1 score label t): [n]. Labels of
 * `ignoreIndex` (prompt, padding) do not count; `average` divides by the number that does (0 for
 * none). DPO's _get_batch_logps (arXiv:2305.18290). @throws ShapeError
 */
export function sequenceLogProbabilities(
  logits: TensorLike,
  labels: TensorLike,
  options: TokenOptions & { readonly average?: boolean } = {},
): Tensor {
  sequenceLogProbabilitiesArgs(logits, labels, options);
  const [x, ids] = [toTensor(logits), toTensor(labels)];
  if (x.rank !== 3 || !sameShape(ids.shape, x.shape.slice(0, 2))) {
    throw new ShapeError(
      `sequenceLogProbabilities: logits ${x} and labels ${ids} are not [n, tokens, vocabulary] and [n, tokens]`,
    );
  }
  const next = sliceAxis(ids, 1, [1, null]);
  const { average, ...rest } = options;
  const logp = tokenLogProbabilities(sliceAxis(x, 1, [0, -1]), next, rest);
  const counted = notEqual(next, options.ignoreIndex ?? -100);
  return (average ? maskedMean : maskedSum)(logp, counted, -1);
}

const tokenEntropyArgs = is.signature(
  'losses.tokenEntropy',
  ['logits', is.operand],
  ['options', tokenOptionsKind],
);

/**
 * Entropy -sum p log p in nats of softmax(logits / temperature): logits [..., vocabulary] give [...].
 * Tokens of probability 0 count nothing, even where their logit is minus infinity.
 */
export function tokenEntropy(logits: TensorLike, options: TokenOptions = {}): Tensor {
  tokenEntropyArgs(logits, options);
  const logp = logSoftmax(tempered(logits, options.temperature));
  const p = exp(logp);
  return neg(sum(mul(p, where(greater(p, 0), logp, 0)), -1));
}

const languageModelLossArgs = is.signature(
  'losses.languageModelLoss',
  ['logits', is.operand],
  ['targets', is.operand],
  ['options', tokenOptionsKind],
);

/**
 * Mean of -log p(target) over the targets that are not `ignoreIndex` (default -1, as minGPT; -100 is
 * PyTorch's): logits [n, tokens, vocabulary], targets i32 [n, tokens], already shifted. 0 if none
 * counts. @throws ShapeError, DTypeError
 */
export function languageModelLoss(
  logits: TensorLike,
  targets: TensorLike,
  options: TokenOptions = {},
): Tensor {
  languageModelLossArgs(logits, targets, options);
  const { ignoreIndex = -1 } = options;
  const logp = tokenLogProbabilities(logits, targets, { ...options, ignoreIndex });
  return neg(maskedMean(logp, notEqual(toTensor(targets), ignoreIndex)));
}
