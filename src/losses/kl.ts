// Estimates of the Kullback-Leibler divergence KL(p || q) from samples of p (Schulman, "Approximating KL
// divergence", 2020), the exact one between distributions over tokens and between Gaussians, and the
// controller that keeps it at a target. d = log p(x) - log q(x) with x drawn from p.
import * as is from '../tensor/arguments.ts';
import {
  abs,
  add,
  clip,
  div,
  exp,
  expm1,
  greater,
  logSoftmax,
  mean,
  mul,
  neg,
  square,
  sub,
  sum,
  toTensor,
  where,
} from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { alike } from './masked.ts';

/**
 * k1 = d: unbiased, of high variance, may be negative. k2 = d²/2: biased, its gradient is unbiased (TRL
 * calls it 'mse'). k3 = e^-d - 1 + d: unbiased and never negative. abs = |d|: a penalty, no
 * estimate.
 */
export type KlEstimator = 'k1' | 'k2' | 'k3' | 'abs';

// k3 beyond this is no estimate of anything; it stays finite
const largestExponent = 60;

const estimators: Record<KlEstimator, (d: Tensor) => Tensor> = {
  k1: (d) => d,
  k2: (d) => mul(square(d), 0.5),
  k3: (d) => add(expm1(clip(neg(d), undefined, largestExponent)), d),
  abs,
};

const approximateKlArgs = is.signature(
  'losses.approximateKl',
  ['logp', is.operand],
  ['logq', is.operand],
  [
    'options',
    is.options({
      estimator: is.optional(is.oneOf('k1', 'k2', 'k3', 'abs')),
      limit: is.optional(is.scalar),
    }),
  ],
);

/**
 * Estimates of KL(p || q) at each sample: log-probabilities [...] of the samples under p and q give [...].
 * `limit` clamps them to +-limit (OpenRLHF: 10), where their gradient is 0. @throws ShapeError
 */
export function approximateKl(
  logp: TensorLike,
  logq: TensorLike,
  options: { readonly estimator?: KlEstimator; readonly limit?: number } = {},
): Tensor {
  approximateKlArgs(logp, logq, options);
  const { estimator = 'k1', limit } = options;
  const { p, q } = alike('approximateKl', { p: logp, q: logq });
  const estimate = estimators[estimator](sub(p, q));
  return limit === undefined ? estimate : clip(estimate, -limit, limit);
}

const categoricalKlArgs = is.signature(
  'losses.categoricalKl',
  ['logitsP', is.operand],
  ['logitsQ', is.operand],
);

/**
 * Exact KL(p || q) = sum_v p_v (log p_v - log q_v) of the distributions softmax(logits) over the last axis:
 * [..., vocabulary] twice give [...], in nats. Log-probabilities are logits too. @throws ShapeError
 */
export function categoricalKl(logitsP: TensorLike, logitsQ: TensorLike): Tensor {
  categoricalKlArgs(logitsP, logitsQ);
  const { p: a, q: b } = alike('categoricalKl', { p: logitsP, q: logitsQ });
  const [logp, logq] = [logSoftmax(a), logSoftmax(b)];
  const p = exp(logp);
  const some = greater(p, 0);
  return sum(mul(p, where(some, sub(logp, where(some, logq, 0)), 0)), -1);
}

const standardNormalKlArgs = is.signature(
  'losses.standardNormalKl',
  ['meanOf', is.operand],
  ['logVariance', is.operand],
);

/**
 * KL(N(mean, e^logVariance) || N(0, 1)) = (mean² + e^logVariance - 1 - logVariance) / 2 for each
 * element: the autoencoders' penalty (Kingma and Welling 2013, arXiv:1312.6114, appendix B).
 * @throws ShapeError
 */
export function standardNormalKl(meanOf: TensorLike, logVariance: TensorLike): Tensor {
  standardNormalKlArgs(meanOf, logVariance);
  const given = alike('standardNormalKl', { mean: meanOf, logVariance });
  const { mean: m, logVariance: v } = given;
  return mul(add(square(m), sub(expm1(v), v)), 0.5);
}

const equalVarianceKlArgs = is.signature(
  'losses.equalVarianceKl',
  ['meanOf', is.operand],
  ['reference', is.operand],
  ['std', is.operand],
);

/**
 * KL between Gaussians of equal deviation, |mean - reference|² / (2 std²), summed over all axes but the
 * first: [n, ...] twice give [n] in nats. The divergence of one denoising step (as in
 * DPOK, arXiv:2305.16381); std is a number or broadcasts. @throws ShapeError
 */
export function equalVarianceKl(
  meanOf: TensorLike,
  reference: TensorLike,
  std: TensorLike,
): Tensor {
  equalVarianceKlArgs(meanOf, reference, std);
  const given = alike('equalVarianceKl', { mean: meanOf, reference });
  const z = div(sub(given.mean, given.reference), std);
  const axes = Array.from({ length: Math.max(z.rank - 1, 0) }, (_, i) => i + 1);
  return mul(sum(square(z), axes), 0.5);
}

const adaptiveKlCoefficientArgs = is.signature(
  'losses.adaptiveKlCoefficient',
  ['beta', is.operand],
  ['kl', is.operand],
  [
    'options',
    is.options({
      target: is.operand,
      horizon: is.optional(is.operand),
      steps: is.optional(is.operand),
    }),
  ],
);

/**
 * The next coefficient of a KL penalty: beta (1 + clip(kl / target - 1, -0.2, 0.2) steps / horizon), a
 * scalar. Ziegler et al. 2019 (arXiv:1909.08593); TRL's AdaptiveKLController.
 */
export function adaptiveKlCoefficient(
  beta: TensorLike,
  kl: TensorLike,
  options: {
    readonly target: TensorLike;
    readonly horizon?: TensorLike;
    readonly steps?: TensorLike;
  },
): Tensor {
  adaptiveKlCoefficientArgs(beta, kl, options);
  const { target, horizon = 10000, steps = 1 } = options;
  const error = clip(sub(div(mean(toTensor(kl)), target), 1), -0.2, 0.2);
  return mul(beta, add(mul(error, div(steps, horizon)), 1));
}
