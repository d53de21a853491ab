// Proximal policy optimisation (Schulman et al. 2017, arXiv:1707.06347) with the variants that language
// model trainers use. rho = p / p_old is the ratio of the policy to the one that sampled; clipping
// it takes away the reason to move far in one update. The pessimistic side is taken: max of losses.

import { stopGradient } from '../autodiff/identity.ts';
import * as is from '../tensor/arguments.ts';
import {
  add,
  cast,
  clip,
  greater,
  less,
  maximum,
  minimum,
  mul,
  neg,
  square,
  sub,
  where,
} from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { alike, boundedExp, kept, maskedMean, maskFor, meanOver } from './masked.ts';
import type { TokenLossOptions } from './reinforce.ts';
import { tokenEntropy } from './tokens.ts';

/** Options of `ppoPolicyLoss`. */
export interface PolicyLossOptions extends TokenLossOptions {
  /** Half width of the band of ratios, or its two sides; default 0.2. */
  readonly clip?: TensorLike | { readonly low: TensorLike; readonly high: TensorLike };
  /** Dual clip (Ye et al. 2020, arXiv:1912.09729): where A < 0 the loss is at most -dual A; above 1. */
  readonly dualClip?: TensorLike;
}

/** The policy's loss and what trainers watch; all scalars, all but `loss` constant. */
export interface PolicyLoss {
  readonly loss: Tensor;
  /** Share of tokens at which the clipped side was taken. */
  readonly clipFraction: Tensor;
  /** Mean of (log p - log p_old)² / 2, an estimate of the divergence (k2). */
  readonly approximateKl: Tensor;
  /** Mean of log p_old - log p (k1; OpenRLHF's ppo_kl, TRL's policykl). */
  readonly policyKl: Tensor;
}

const bandOf = (given: PolicyLossOptions['clip'] = 0.2): [TensorLike, TensorLike] =>
  typeof given === 'object' && 'low' in given && 'high' in given
    ? [given.low, given.high]
    : [given as TensorLike, given as TensorLike];

const masking = {
  mask: is.optional(is.operand),
  average: is.optional(is.oneOf('tokens', 'sequences')),
};
const policyOptions = {
  clip: is.optional(
    is.either(is.quantity, is.boolean, is.list(is.operand), is.record('an object', 'low', 'high')),
  ),
  dualClip: is.optional(is.operand),
  ...masking,
};
const valueClip = is.optional(
  is.either(is.quantity, is.boolean, is.list(is.operand), is.oneOf(null)),
);

const ppoPolicyLossArgs = is.signature(
  'losses.ppoPolicyLoss',
  ['logp', is.operand],
  ['oldLogp', is.operand],
  ['advantages', is.operand],
  ['options', is.options<PolicyLossOptions>(policyOptions)],
);

/**
 * mean max(-rho A, -clip(rho, 1 - low, 1 + high) A), rho = exp(logp - oldLogp): log-probabilities of the
 * actions taken, now and when they were sampled, and advantages, all [..., tokens] (arXiv:1707.06347,
 * eq. 7). oldLogp and advantages are constants. At rho = 1 its gradient is that of `reinforceLoss`.
 * @throws ShapeError
 */
export function ppoPolicyLoss(
  logp: TensorLike,
  oldLogp: TensorLike,
  advantages: TensorLike,
  options: PolicyLossOptions = {},
): PolicyLoss {
  ppoPolicyLossArgs(logp, oldLogp, advantages, options);
  const { average = 'tokens', dualClip } = options;
  const given = alike('ppoPolicyLoss', { logp, oldLogp, advantages });
  const mask = maskFor('ppoPolicyLoss', given.logp, options.mask);
  const a = kept(stopGradient(given.advantages), mask);
  const change = kept(sub(given.logp, stopGradient(given.oldLogp)), mask);
  const [low, high] = bandOf(options.clip);
  const rho = boundedExp(change);
  const free = mul(rho, a);
  const clipped = mul(clip(rho, sub(1, low), add(1, high)), a);
  let gain = minimum(free, clipped);
  if (dualClip !== undefined) gain = where(less(a, 0), maximum(gain, mul(a, dualClip)), gain);
  const constant = stopGradient(change);
  return {
    loss: meanOver(average, neg(gain), mask),
    clipFraction: maskedMean(cast(less(clipped, free), rho.dtype), mask),
    approximateKl: maskedMean(mul(square(constant), 0.5), mask),
    policyKl: maskedMean(neg(constant), mask),
  };
}

/** The value's loss; `clipFraction`: share of tokens at which the clipped side was taken. */
export interface ValueLoss {
  readonly loss: Tensor;
  readonly clipFraction: Tensor;
}

const ppoValueLossArgs = is.signature(
  'losses.ppoValueLoss',
  ['values', is.operand],
  ['oldValues', is.operand],
  ['returns', is.operand],
  ['options', is.options({ ...masking, clip: valueClip })],
);

/**
 * mean max((V - G)², (V_old + clip(V - V_old, -c, c) - G)²) / 2: values now and at sampling, and returns, all
 * [..., tokens]; c is `clip` (default 0.2, null: no clipping). Old values and returns are constants.
 * @throws ShapeError
 */
export function ppoValueLoss(
  values: TensorLike,
  oldValues: TensorLike,
  returns: TensorLike,
  options: TokenLossOptions & { readonly clip?: TensorLike | null } = {},
): ValueLoss {
  ppoValueLossArgs(values, oldValues, returns, options);
  const { average = 'tokens', clip: c = 0.2 } = options;
  const given = alike('ppoValueLoss', { values, oldValues, returns });
  const mask = maskFor('ppoValueLoss', given.values, options.mask);
  const v = kept(given.values, mask);
  const [old, g] = [given.oldValues, given.returns].map((x) => kept(stopGradient(x), mask));
  const free = square(sub(v, g));
  const clipped = c === null ? free : square(sub(add(old, clip(sub(v, old), mul(c, -1), c)), g));
  return {
    loss: mul(meanOver(average, maximum(free, clipped), mask), 0.5),
    clipFraction: maskedMean(cast(greater(clipped, free), v.dtype), mask),
  };
}

/** What `ppoLoss` looks at; all [..., tokens] but the logits. */
export interface PpoBatch {
  readonly logp: TensorLike;
  readonly oldLogp: TensorLike;
  readonly advantages: TensorLike;
  readonly values: TensorLike;
  readonly oldValues: TensorLike;
  readonly returns: TensorLike;
  /** Logits [..., tokens, vocabulary] of the policy, for the entropy. */
  readonly logits?: TensorLike;
}

/** Options of `ppoLoss`. */
export interface PpoOptions extends PolicyLossOptions {
  /** Largest change of a value from `oldValues` that counts; default 0.2, null: no clipping. */
  readonly valueClip?: TensorLike | null;
  /** Weight of the value's loss, default 0.1. */
  readonly valueWeight?: TensorLike;
  /** Weight of the entropy, which is then rewarded; default 0. Needs logits. */
  readonly entropyWeight?: TensorLike;
}

/** A step's whole loss with its parts; entropy only if logits were given. */
export interface PpoLoss {
  readonly loss: Tensor;
  readonly policy: PolicyLoss;
  readonly value: ValueLoss;
  readonly entropy?: Tensor;
}

const ppoLossArgs = is.signature(
  'losses.ppoLoss',
  [
    'batch',
    is.fields<PpoBatch>({
      logp: is.operand,
      oldLogp: is.operand,
      advantages: is.operand,
      values: is.operand,
      oldValues: is.operand,
      returns: is.operand,
      logits: is.optional(is.operand),
    }),
  ],
  [
    'options',
    is.options<PpoOptions>({
      valueClip,
      valueWeight: is.optional(is.operand),
      entropyWeight: is.optional(is.operand),
      ...policyOptions,
    }),
  ],
);

/**
 * policy + valueWeight value - entropyWeight entropy (arXiv:1707.06347, eq. 9; the weights are TRL's), with the
 * statistics of both losses. @throws ShapeError
 */
export function ppoLoss(batch: PpoBatch, options: PpoOptions = {}): PpoLoss {
  ppoLossArgs(batch, options);
  const { valueClip, valueWeight = 0.1, entropyWeight, ...rest } = options;
  const { mask, average } = rest;
  const policy = ppoPolicyLoss(batch.logp, batch.oldLogp, batch.advantages, rest);
  const { values, oldValues, returns, logits } = batch;
  const value = ppoValueLoss(values, oldValues, returns, { mask, average, clip: valueClip });
  const loss = add(policy.loss, mul(value.loss, valueWeight));
  if (logits === undefined) return { loss, policy, value };
  const entropy = maskedMean(tokenEntropy(logits), mask);
  if (entropyWeight === undefined) return { loss, policy, value, entropy: stopGradient(entropy) };
  return { loss: sub(loss, mul(entropy, entropyWeight)), policy, value, entropy };
}
