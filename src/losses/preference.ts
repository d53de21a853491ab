// Learning from preferences: reward models of pairs and rankings (Bradley and Terry 1952), and direct
// preference optimisation (Rafailov et al. 2023, arXiv:2305.18290), which fits the policy itself. All
// see only differences, and take log sigmoid as -softplus(-x), which neither overflows nor rounds to 0.

import { stopGradient } from '../autodiff/identity.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import {
  add,
  crossEntropy,
  div,
  mean,
  mul,
  neg,
  relu,
  reshape,
  softplus,
  square,
  sub,
  sum,
  triu,
  zeros,
} from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { alike, wide } from './masked.ts';

const rewardModelLossArgs = is.signature(
  'losses.rewardModelLoss',
  ['chosen', is.operand],
  ['rejected', is.operand],
  ['options', is.options({ margin: is.optional(is.operand), centering: is.optional(is.operand) })],
);

/**
 * -mean log sigmoid(chosen - rejected - margin) of rewards [n] of the better and the worse answer: P(better
 * wins) = sigmoid(difference). `centering` c adds c mean (chosen + rejected)², which fixes the constant
 * that the comparison leaves open. InstructGPT (arXiv:2203.02155, eq. 1); TRL's RewardTrainer.
 * @throws ShapeError
 */
export function rewardModelLoss(
  chosen: TensorLike,
  rejected: TensorLike,
  options: { readonly margin?: TensorLike; readonly centering?: TensorLike } = {},
): Tensor {
  rewardModelLossArgs(chosen, rejected, options);
  const { margin, centering } = options;
  const { chosen: w, rejected: l } = alike('rewardModelLoss', { chosen, rejected });
  let difference = sub(w, l);
  if (margin !== undefined) {
    const m = wide(margin);
    if (m.rank > 0) alike('rewardModelLoss', { chosen: w, margin: m });
    difference = sub(difference, m);
  }
  const loss = mean(softplus(neg(difference)));
  return centering === undefined ? loss : add(loss, mul(mean(square(add(w, l))), centering));
}

const rankedRewardLossArgs = is.signature('losses.rankedRewardLoss', ['rewards', is.operand]);

/**
 * The same over all pairs of ranked answers: rewards [n, k], best first; the mean over the k (k - 1) / 2 pairs of
 * each prompt, then over prompts (arXiv:2203.02155, eq. 1). @throws ShapeError
 */
export function rankedRewardLoss(rewards: TensorLike): Tensor {
  rankedRewardLossArgs(rewards);
  const r = wide(rewards);
  const [n, k] = r.shape;
  if (r.rank !== 2 || k < 2) {
    throw new ShapeError(`rankedRewardLoss: rewards ${r} are not [n, answers] with 2 or more`);
  }
  const differences = sub(reshape(r, [n, k, 1]), reshape(r, [n, 1, k])); // [better, worse]
  return div(sum(triu(softplus(neg(differences)), 1)), (n * k * (k - 1)) / 2);
}

const promptClassificationLossArgs = is.signature(
  'losses.promptClassificationLoss',
  ['rewards', is.operand],
  [
    'options',
    is.options({ positive: is.optional(is.operand), temperature: is.optional(is.operand) }),
  ],
);

/**
 * Prompt classification: mean over the positively labelled pictures of -log softmax(rewards / temperature) at the
 * own prompt; rewards [n, prompts] with the picture's own prompt first and altered ones behind it,
 * `positive` [n] (default all). Lee et al. 2023, arXiv:2302.12192. Pictures without a positive label
 * count as 0 in the mean over n. @throws ShapeError
 */
export function promptClassificationLoss(
  rewards: TensorLike,
  options: { readonly positive?: TensorLike; readonly temperature?: TensorLike } = {},
): Tensor {
  promptClassificationLossArgs(rewards, options);
  const r = wide(rewards);
  if (r.rank !== 2 || r.shape[1] < 2) {
    throw new ShapeError(`promptClassificationLoss: rewards ${r} are not [n, prompts], 2 or more`);
  }
  const logits = div(r, options.temperature ?? 1);
  const each = crossEntropy(logits, zeros([r.shape[0]], 'i32'), { reduction: 'none' });
  if (options.positive === undefined) return mean(each);
  const both = alike('promptClassificationLoss', { losses: each, positive: options.positive });
  return mean(mul(both.losses, both.positive));
}

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
  'losses.dpoLoss',
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
