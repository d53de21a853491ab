// Direct preference optimisation (Rafailov et al. 2023, arXiv:2305.18290), which fits the policy itself to
// preferences instead of a reward model. Log sigmoid is -softplus(-x), which neither overflows nor rounds to 0.
import { stopGradient } from '../autodiff/identity.ts';
import { alike } from '../losses/masked.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { add, div, mean, mul, neg, relu, softplus, square, sub } from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';

/** Log-probabilities [n] of whole answers under the policy and the frozen reference. */
export interface PreferencePairs {
  readonly policyChosen: TensorLike;
  readonly policyRejected: TensorLike;
  readonly referenceChosen: TensorLike;
  readonly referenceRejected: TensorLike;
}

/**
 * Of h, the difference of log-ratios of chosen and rejected: sigmoid: -(1-e) log sigmoid(beta h) - e log
 * sigmoid(-beta h), with e the label smoothing (conservative DPO); robust: the unbiased form of it for flipped
 * labels, ((1-e) .. - e ..) / (1-2e) (arXiv:2403.00409); ipo: (h - 1 / (2 beta))² (arXiv:2310.12036);
 * hinge: max(0, 1 - beta h) (SLiC, arXiv:2305.10425).
 */
export type DpoKind = 'sigmoid' | 'robust' | 'ipo' | 'hinge';

/** Options of `dpoLoss`. */
export interface DpoOptions {
  /** Weight of the divergence from the reference, default 0.1. */
  readonly beta?: TensorLike;
  /** Which loss of the margin, default 'sigmoid'. */
  readonly kind?: DpoKind;
  /** Probability e that a label is wrong, default 0; kinds 'sigmoid' and 'robust' only. */
  readonly labelSmoothing?: number;
  /** Takes the reference as uniform. */
  readonly referenceFree?: boolean;
}

/** Losses [n], their mean, and the implicit rewards beta (log p - log reference) [n] (constants). */
export interface DpoLoss {
  readonly loss: Tensor;
  readonly losses: Tensor;
  readonly chosenRewards: Tensor;
  readonly rejectedRewards: Tensor;
}

const dpoLossArgs = is.signature(
  'rl.dpoLoss',
  [
    'pairs',
    is.fields<PreferencePairs>({
      policyChosen: is.operand,
      policyRejected: is.operand,
      referenceChosen: is.operand,
      referenceRejected: is.operand,
    }),
  ],
  [
    'options',
    is.options<DpoOptions>({
      beta: is.optional(is.operand),
      kind: is.optional(is.oneOf('hinge', 'sigmoid', 'robust', 'ipo')),
      labelSmoothing: is.optional(is.scalar),
      referenceFree: is.optional(is.boolean),
    }),
  ],
);

/**
 * DPO with h = (log p(w) - log p(l)) - (log r(w) - log r(l)) (arXiv:2305.18290, eq. 7). Answers' log-probabilities
 * are sums over their tokens (`sequenceLogProbabilities`). At p = r it is ln 2.
 * @throws ShapeError; also for label smoothing outside of [0, 0.5) or with another kind
 */
export function dpoLoss(pairs: PreferencePairs, options: DpoOptions = {}): DpoLoss {
  dpoLossArgs(pairs, options);
  const { beta = 0.1, kind = 'sigmoid', labelSmoothing: e = 0, referenceFree = false } = options;
  const smooths = kind === 'sigmoid' || kind === 'robust';
  if (!(e >= 0 && e <= 0.5) || (e > 0 && !smooths) || (e === 0.5 && kind === 'robust')) {
    throw new ShapeError(
      `dpoLoss: label smoothing ${e} with '${kind}'; give 'sigmoid' 0 to 0.5, 'robust' below 0.5`,
    );
  }
  const p = alike('dpoLoss', { ...pairs });
  const ratio = sub(p.policyChosen, p.policyRejected);
  const h = referenceFree ? ratio : sub(ratio, sub(p.referenceChosen, p.referenceRejected));
  const x = mul(h, beta);
  const kinds: Record<DpoKind, () => Tensor> = {
    sigmoid: () =>
      e === 0 ? softplus(neg(x)) : add(mul(softplus(neg(x)), 1 - e), mul(softplus(x), e)),
    robust: () => div(sub(mul(softplus(neg(x)), 1 - e), mul(softplus(x), e)), 1 - 2 * e),
    ipo: () => square(sub(h, div(0.5, beta))),
    hinge: () => relu(sub(1, x)),
  };
  const losses = kinds[kind]();
  return {
    loss: mean(losses),
    losses,
    chosenRewards: stopGradient(mul(sub(p.policyChosen, p.referenceChosen), beta)),
    rejectedRewards: stopGradient(mul(sub(p.policyRejected, p.referenceRejected), beta)),
  };
}
