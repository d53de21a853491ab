// The score-function estimator (Williams 1992, REINFORCE): grad E[R] = E[(R - b) grad log p]. As a loss to
// descend it is -(R - b) log p with R and b constant. Baselines b that do not depend on the action leave
// the expectation as it is and lower the variance.

import { stopGradient } from '../autodiff/identity.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import {
  add,
  div,
  mean,
  mul,
  neg,
  reshape,
  softmax,
  standardDeviation,
  sub,
} from '../tensor/ops/index.ts';
import { asFloat } from '../tensor/ops/precision.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { alike, kept, maskFor, meanOver, type TokenMean } from './masked.ts';

/** Options of losses over tokens. */
export interface TokenLossOptions {
  /** [..., tokens], 1 where a token counts; default all. */
  readonly mask?: TensorLike;
  /** Default 'tokens'. */
  readonly average?: TokenMean;
}

const reinforceLossArgs = is.signature(
  'losses.reinforceLoss',
  ['logp', is.operand],
  ['rewards', is.operand],
  [
    'options',
    is.options({
      mask: is.optional(is.operand),
      average: is.optional(is.oneOf('tokens', 'sequences')),
      baseline: is.optional(is.operand),
    }),
  ],
);

/**
 * -mean (R_t - b_t) log p_t: log-probabilities [..., tokens] of actions taken, what came of each (rewards to
 * go, advantages) and an optional baseline, both of the same shape and constant: a scalar.
 * @throws ShapeError
 */
export function reinforceLoss(
  logp: TensorLike,
  rewards: TensorLike,
  options: TokenLossOptions & { readonly baseline?: TensorLike } = {},
): Tensor {
  reinforceLossArgs(logp, rewards, options);
  const { baseline, average = 'tokens' } = options;
  const given = alike('reinforceLoss', { logp, rewards });
  const advantage = baseline === undefined ? given.rewards : sub(given.rewards, baseline);
  if (advantage.size !== given.logp.size) {
    throw new ShapeError(
      `reinforceLoss: baseline ${baseline} does not fit rewards ${given.rewards}`,
    );
  }
  const mask = maskFor('reinforceLoss', given.logp, options.mask);
  const terms = neg(mul(kept(given.logp, mask), kept(stopGradient(advantage), mask)));
  return meanOver(average, terms, mask);
}

function groups(what: string, rewards: TensorLike): Tensor {
  const r = asFloat(rewards);
  if (r.rank === 0 || r.shape[r.rank - 1] < 2) {
    throw new ShapeError(`${what}: rewards ${r} are not [..., samples] with at least 2 samples`);
  }
  return r;
}

const keep = { keepDims: true } as const;

const leaveOneOutAdvantagesArgs = is.signature('losses.leaveOneOutAdvantages', [
  'rewards',
  is.operand,
]);

/**
 * RLOO: A_i = R_i - mean of the other samples' rewards, for rewards [..., samples] of one prompt each
 * (Kool et al. 2019; Ahmadian et al. 2024, arXiv:2402.14740). Computed from distances to the mean.
 * @throws ShapeError for fewer than 2 samples
 */
export function leaveOneOutAdvantages(rewards: TensorLike): Tensor {
  leaveOneOutAdvantagesArgs(rewards);
  const r = groups('leaveOneOutAdvantages', rewards);
  const k = r.shape[r.rank - 1];
  return mul(sub(r, mean(r, -1, keep)), k / (k - 1));
}

const groupAdvantagesArgs = is.signature(
  'losses.groupAdvantages',
  ['rewards', is.operand],
  ['options', is.options({ eps: is.optional(is.scalar), correction: is.optional(is.oneOf(0, 1)) })],
);

/**
 * (R_i - mean) / (std + eps) over the samples [..., samples] of one prompt (GRPO, arXiv:2402.03300; DDPO's
 * statistics per prompt, arXiv:2305.13301): deviation unbiased as GRPO's by default, `correction: 0`
 * as DDPO's; eps 1e-6. @throws ShapeError for fewer than 2 samples
 */
export function groupAdvantages(
  rewards: TensorLike,
  options: { readonly eps?: number; readonly correction?: 0 | 1 } = {},
): Tensor {
  groupAdvantagesArgs(rewards, options);
  const { eps = 1e-6, correction = 1 } = options;
  const r = groups('groupAdvantages', rewards);
  const spread = standardDeviation(r, -1, { ...keep, correction });
  return div(sub(r, mean(r, -1, keep)), add(spread, eps));
}

const rewardWeightsArgs = is.signature(
  'losses.rewardWeights',
  ['rewards', is.operand],
  ['beta', is.operand],
);

/**
 * Weights of reward-weighted regression, softmax(beta R) times the number of samples, over all elements of
 * rewards [...]: mean 1, so that beta 0 is plain training on the samples (the baseline RWR of DDPO,
 * arXiv:2305.13301).
 */
export function rewardWeights(rewards: TensorLike, beta: TensorLike = 1): Tensor {
  rewardWeightsArgs(rewards, beta);
  const r = mul(asFloat(rewards), beta);
  return mul(reshape(softmax(reshape(r, [r.size])), r.shape), r.size);
}
