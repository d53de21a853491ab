// Denoising as decisions: the sampler's step x_p ~ N(mean, std² I) is an action whose log-density is known, so
// policy gradients apply. DDPO (Black et al. 2023, arXiv:2305.13301) clips the ratio as PPO does; DPOK (Fan
// et al. 2023, arXiv:2305.16381) keeps the policy near the pre-trained model by the divergence of each step.

import { stopGradient } from '../autodiff/identity.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import {
  add,
  clip,
  div,
  log,
  mean,
  mul,
  neg,
  square,
  sub,
  sum,
  toTensor,
} from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { alike, boundedExp } from './masked.ts';
import { type PolicyLoss, ppoPolicyLoss } from './ppo.ts';

const gaussianLogDensityArgs = is.signature(
  'losses.gaussianLogDensity',
  ['x', is.operand],
  ['center', is.operand],
  ['std', is.operand],
);

/**
 * log N(x; mean, std² I) = -(x - mean)² / (2 std²) - log std - log(2 pi) / 2 for each element; std broadcasts.
 * @throws ShapeError; also for a std that is a number and not above 0, where no density exists
 */
export function gaussianLogDensity(x: TensorLike, center: TensorLike, std: TensorLike): Tensor {
  gaussianLogDensityArgs(x, center, std);
  if (typeof std === 'number' && !(std > 0)) {
    throw new ShapeError(
      `gaussianLogDensity: std ${std} has no density; sample with eta above 0 and leave out steps without noise`,
    );
  }
  const given = alike('gaussianLogDensity', { x, mean: center });
  const z = div(sub(given.x, given.mean), std);
  const constant = add(log(toTensor(std)), 0.5 * Math.log(2 * Math.PI));
  return sub(mul(square(z), -0.5), constant);
}

const denoisingLogProbabilityArgs = is.signature(
  'losses.denoisingLogProbability',
  ['x', is.operand],
  ['center', is.operand],
  ['std', is.operand],
  ['reduction', is.oneOf('mean', 'sum')],
);

/**
 * Log-density [n] of denoising steps: x_p as it was drawn [n, ...] (a constant, whatever it came from) under
 * N(mean [n, ...], std²); std is a number or broadcasts. 'mean' (default) over a sample's numbers, as
 * DDPO and DPOK have it (the ratio is then the d-th root of the true one), or their 'sum', the true
 * log-density. @throws as `gaussianLogDensity`
 */
export function denoisingLogProbability(
  x: TensorLike,
  center: TensorLike,
  std: TensorLike,
  reduction: 'mean' | 'sum' = 'mean',
): Tensor {
  denoisingLogProbabilityArgs(x, center, std, reduction);
  const density = gaussianLogDensity(stopGradient(x), center, std);
  const axes = density.shape.slice(1).map((_, i) => i + 1);
  return reduction === 'mean' ? mean(density, axes) : sum(density, axes);
}

const ddpoLossArgs = is.signature(
  'losses.ddpoLoss',
  ['logp', is.operand],
  ['oldLogp', is.operand],
  ['advantages', is.operand],
  [
    'options',
    is.options({ clip: is.optional(is.operand), advantageLimit: is.optional(is.scalar) }),
  ],
);

/**
 * mean max(-A rho, -A clip(rho, 1 - c, 1 + c)), rho = exp(logp - oldLogp), of denoising steps [...]; advantages are
 * limited to +-`advantageLimit` (5). `clip` c is 1e-4 by default for means over d = 16384 numbers;
 * for the same band of true ratios at other sizes take 1.64 / d. @throws ShapeError
 */
export function ddpoLoss(
  logp: TensorLike,
  oldLogp: TensorLike,
  advantages: TensorLike,
  options: { readonly clip?: TensorLike; readonly advantageLimit?: number } = {},
): PolicyLoss {
  ddpoLossArgs(logp, oldLogp, advantages, options);
  const { clip: c = 1e-4, advantageLimit: limit = 5 } = options;
  return ppoPolicyLoss(logp, oldLogp, clip(advantages, -limit, limit), { clip: c });
}

const ddimKlFactorArgs = is.signature(
  'losses.ddimKlFactor',
  ['alphaBar', is.scalar],
  ['alphaBarPrevious', is.scalar],
  ['std', is.scalar],
);

/**
 * kappa with KL(step || reference step) = kappa |eps - eps_reference|²: DDIM's mean moves by
 * a_p s_t / a_t - sqrt(1 - alphaBar_p - std²) for a unit of eps, so kappa is the square of that over 2 std².
 * @throws ShapeError for std 0, where the divergence is infinite
 */
export function ddimKlFactor(alphaBar: number, alphaBarPrevious: number, std: number): number {
  ddimKlFactorArgs(alphaBar, alphaBarPrevious, std);
  if (!(std > 0)) {
    throw new ShapeError(`ddimKlFactor: std ${std}; steps without noise have no finite divergence`);
  }
  const perEps =
    Math.sqrt((alphaBarPrevious * (1 - alphaBar)) / alphaBar) -
    Math.sqrt(Math.max(1 - alphaBarPrevious - std * std, 0));
  return perEps ** 2 / (2 * std * std);
}

/** What `dpokLoss` looks at. */
export interface DpokBatch {
  /** Log-probabilities of the steps taken, now and at sampling, and their advantages: [n]. */
  readonly logp: TensorLike;
  readonly oldLogp: TensorLike;
  readonly advantages: TensorLike;
  /** Predictions of eps [n, ...] by the policy and by the pre-trained model, both guided alike. */
  readonly prediction: TensorLike;
  readonly reference: TensorLike;
}

/** Weights of `dpokLoss`. */
export interface DpokOptions {
  /** Weight of the reward, default 10. */
  readonly rewardWeight?: TensorLike;
  /** Weight of the divergence, default 0.01. */
  readonly klWeight?: TensorLike;
  /** Half width of the band of ratios, default 1e-4. */
  readonly clip?: TensorLike;
  /**
   * kappa of each step, a number or [n] (`ddimKlFactor`): the exact divergence, in nats. Default: the mean squared
   * difference of predictions, as the published code has it.
   */
  readonly kappa?: TensorLike;
}

/** The loss, its two parts and the divergence, all scalars. */
export interface DpokLoss {
  readonly loss: Tensor;
  readonly policy: Tensor;
  readonly kl: Tensor;
}

const dpokLossArgs = is.signature(
  'losses.dpokLoss',
  [
    'batch',
    is.fields<DpokBatch>({
      logp: is.operand,
      oldLogp: is.operand,
      advantages: is.operand,
      prediction: is.operand,
      reference: is.operand,
    }),
  ],
  [
    'options',
    is.options<DpokOptions>({
      rewardWeight: is.optional(is.operand),
      klWeight: is.optional(is.operand),
      clip: is.optional(is.operand),
      kappa: is.optional(is.operand),
    }),
  ],
);

/**
 * rewardWeight mean(-A clip(rho, 1 - c, 1 + c)) + klWeight mean KL. The ratio is clipped on both sides without
 * PPO's maximum, as in the published code: outside of the band the gradient is that of the divergence
 * alone. @throws ShapeError
 */
export function dpokLoss(batch: DpokBatch, options: DpokOptions = {}): DpokLoss {
  dpokLossArgs(batch, options);
  const { rewardWeight = 10, klWeight = 0.01, clip: c = 1e-4, kappa } = options;
  const { logp, oldLogp, advantages } = alike('dpokLoss', {
    logp: batch.logp,
    oldLogp: batch.oldLogp,
    advantages: batch.advantages,
  });
  const eps = alike('dpokLoss', { prediction: batch.prediction, reference: batch.reference });
  const rho = clip(boundedExp(sub(logp, stopGradient(oldLogp))), sub(1, c), add(1, c));
  const policy = mean(neg(mul(rho, stopGradient(advantages))));
  const squares = square(sub(eps.prediction, stopGradient(eps.reference)));
  const axes = squares.shape.slice(1).map((_, i) => i + 1);
  const kl = kappa === undefined ? mean(squares) : mean(mul(sum(squares, axes), kappa));
  return { loss: add(mul(policy, rewardWeight), mul(kl, klWeight)), policy, kl };
}

const rewardWeightedErrorArgs = is.signature(
  'losses.rewardWeightedError',
  ['prediction', is.operand],
  ['target', is.operand],
  ['rewards', is.operand],
  ['shift', is.operand],
);

/**
 * Supervised fine-tuning on rewarded samples, as a loss per sample: (reward + shift) times the mean squared
 * error of prediction and target [n, ...], averaged over n; `shift` gamma >= 0 is the divergence from
 * the data's side (DPOK's KL-D). Lee et al. 2023, arXiv:2302.12192. @throws ShapeError
 */
export function rewardWeightedError(
  prediction: TensorLike,
  target: TensorLike,
  rewards: TensorLike,
  shift: TensorLike = 0,
): Tensor {
  rewardWeightedErrorArgs(prediction, target, rewards, shift);
  const given = alike('rewardWeightedError', { prediction, target });
  const axes = given.prediction.shape.slice(1).map((_, i) => i + 1);
  const errors = mean(square(sub(given.prediction, given.target)), axes);
  const both = alike('rewardWeightedError', { errors, rewards });
  return mean(mul(both.errors, stopGradient(add(both.rewards, shift))));
}
