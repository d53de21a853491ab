// DPOK (Fan et al. 2023, arXiv:2305.16381): a policy gradient on denoising steps that keeps the policy near the
// pre-trained model by the divergence of each step.
import { stopGradient } from '../autodiff/identity.ts';
import { alike, boundedExp } from '../losses/masked.ts';
import * as is from '../tensor/arguments.ts';
import { add, clip, mean, mul, neg, square, sub, sum } from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';

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
  'rl.dpokLoss',
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
