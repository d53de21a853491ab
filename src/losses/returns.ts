// Rewards along a sequence and what follows from them: rewards to go, generalised advantage estimates
// (Schulman et al. 2015, arXiv:1506.02438) and the token rewards of RLHF. All are the recurrence
// y_t = x_t + c y_{t+1}, which takes log2(tokens) elementwise steps (Hillis and Steele 1986): no kernel
// a token, and sums of a tree instead of a chain.

import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import {
  add,
  cast,
  cumsum,
  equal,
  logicalAnd,
  mul,
  ones,
  pad,
  reshape,
  sliceAxis,
  sub,
  toTensor,
  where,
} from '../tensor/ops/index.ts';
import { asFloat } from '../tensor/ops/precision.ts';
import { sameShape } from '../tensor/shape.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { approximateKl, type KlEstimator } from './kl.ts';
import { alike, kept, maskFor } from './masked.ts';

// out[..., t] = x[..., t + by], 0 behind the end
function ahead(x: Tensor, by: number): Tensor {
  const last = x.rank - 1;
  const padding = x.shape.map((_, i): [number, number] => [0, i === last ? by : 0]);
  return pad(sliceAxis(x, last, [by, null]), padding);
}

const discountedSumArgs = is.signature(
  'losses.discountedSum',
  ['x', is.operand],
  ['factor', is.operand],
);

/**
 * y_t = x_t + c_t y_{t+1} along the last axis of x [..., tokens], y after the end being 0; the factor c is
 * a scalar or of the shape of x. @throws ShapeError
 */
export function discountedSum(x: TensorLike, factor: TensorLike): Tensor {
  discountedSumArgs(x, factor);
  let y = asFloat(x);
  let c = toTensor(factor);
  const number = typeof factor === 'number' ? factor : undefined;
  if (y.rank === 0 || (c.rank > 0 && !sameShape(c.shape, y.shape))) {
    throw new ShapeError(`discountedSum: factor ${c} is neither a scalar nor of the shape of ${y}`);
  }
  const tokens = y.shape[y.rank - 1];
  for (let reach = 1; reach < tokens; reach *= 2) {
    y = add(y, mul(c, ahead(y, reach)));
    // powers of a number are taken in float64
    if (number !== undefined) c = toTensor(number ** (2 * reach));
    else c = c.rank === 0 ? mul(c, c) : mul(c, ahead(c, reach));
  }
  return y;
}

const rewardToGoArgs = is.signature(
  'losses.rewardToGo',
  ['rewards', is.operand],
  ['gamma', is.operand],
);

/** Rewards to go, G_t = sum_{k >= t} gamma^(k-t) r_k, of rewards [..., tokens]; gamma 1 by default. */
export const rewardToGo = (rewards: TensorLike, gamma: TensorLike = 1): Tensor => {
  rewardToGoArgs(rewards, gamma);
  return gamma === 1
    ? cumsum(asFloat(rewards), -1, { reverse: true })
    : discountedSum(rewards, gamma);
};

/** Options of `generalizedAdvantages`. */
export interface AdvantageOptions {
  /** Discount; default 1. */
  readonly gamma?: TensorLike;
  /** Trade of bias (0: one-step errors) for variance (1: rewards to go); default 0.95. */
  readonly lambda?: TensorLike;
  /** Shape [..., tokens]. Rewards and values elsewhere count as 0, as in TRL and OpenRLHF. */
  readonly mask?: TensorLike;
  /** Shape [..., tokens], 0 where the episode ends with this step, so that nothing later counts. */
  readonly continues?: TensorLike;
  /** Value [...] of the state after the last step; default 0. */
  readonly bootstrap?: TensorLike;
}

const generalizedAdvantagesArgs = is.signature(
  'losses.generalizedAdvantages',
  ['rewards', is.operand],
  ['values', is.operand],
  [
    'options',
    is.options<AdvantageOptions>({
      gamma: is.optional(is.operand),
      lambda: is.optional(is.operand),
      mask: is.optional(is.operand),
      continues: is.optional(is.operand),
      bootstrap: is.optional(is.operand),
    }),
  ],
);

/**
 * delta_t = r_t + gamma V_{t+1} - V_t, A_t = delta_t + gamma lambda A_{t+1}, returns = A + V: rewards and values
 * [..., tokens] give both in that shape (arXiv:1506.02438, eq. 16). Whiten the advantages afterwards if
 * wanted. Places outside of the mask hold numbers too; the losses mask them. @throws ShapeError
 */
export function generalizedAdvantages(
  rewards: TensorLike,
  values: TensorLike,
  options: AdvantageOptions = {},
): { advantages: Tensor; returns: Tensor } {
  generalizedAdvantagesArgs(rewards, values, options);
  const what = 'generalizedAdvantages';
  const { gamma = 1, lambda = 0.95, continues, bootstrap } = options;
  const given = alike(what, { rewards, values });
  const mask = maskFor(what, given.rewards, options.mask);
  const [r, v] = [kept(given.rewards, mask), kept(given.values, mask)];
  let next = ahead(v, 1);
  if (bootstrap !== undefined) {
    const tail = reshape(asFloat(bootstrap), [...v.shape.slice(0, -1), 1]);
    const padding = v.shape.map((n, i): [number, number] => [i === v.rank - 1 ? n - 1 : 0, 0]);
    next = add(next, pad(tail, padding));
  }
  const on = maskFor(what, r, continues);
  const delta = sub(add(r, mul(kept(next, on), gamma)), v);
  const factor =
    typeof gamma === 'number' && typeof lambda === 'number' ? gamma * lambda : mul(gamma, lambda);
  const advantages = discountedSum(delta, on ? mul(cast(on, r.dtype), factor) : factor);
  return { advantages, returns: add(advantages, v) };
}

const tokenRewardsArgs = is.signature(
  'losses.tokenRewards',
  ['logp', is.operand],
  ['reference', is.operand],
  ['scores', is.operand],
  [
    'options',
    is.options({
      beta: is.operand,
      mask: is.optional(is.operand),
      estimator: is.optional(is.oneOf('k1', 'k2', 'k3', 'abs')),
    }),
  ],
);

/**
 * Rewards of tokens in RLHF: r_t = -beta k_t, plus the score of the whole answer at its last token; k_t is an
 * estimate of the divergence from the reference. logp and reference are [n, tokens], scores [n], mask
 * [n, tokens] (1 on answer tokens, the end token included). TRL's compute_rewards.
 * @throws ShapeError
 */
export function tokenRewards(
  logp: TensorLike,
  reference: TensorLike,
  scores: TensorLike,
  options: {
    readonly beta: TensorLike;
    readonly mask?: TensorLike;
    readonly estimator?: KlEstimator;
  },
): Tensor {
  tokenRewardsArgs(logp, reference, scores, options);
  const given = alike('tokenRewards', { logp, reference });
  const score = asFloat(scores);
  const { shape } = given.logp;
  if (!sameShape(score.shape, shape.slice(0, -1))) {
    throw new ShapeError(
      `tokenRewards: scores ${score} do not fit log-probabilities ${given.logp}`,
    );
  }
  const mask = maskFor('tokenRewards', given.logp, options.mask);
  const kl = approximateKl(kept(given.logp, mask), kept(given.reference, mask), {
    estimator: options.estimator,
  });
  const on = mask ?? ones(shape, 'bool');
  // the last token is the one with a single token from here on
  const last = logicalAnd(on, equal(cumsum(on, -1, { reverse: true }), 1));
  return sub(where(last, reshape(score, [...score.shape, 1]), 0), mul(kl, options.beta));
}
