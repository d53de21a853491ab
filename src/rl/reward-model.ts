// Reward models of pairs and rankings (Bradley and Terry 1952). All see only differences, and take log sigmoid as
// -softplus(-x), which neither overflows nor rounds to 0.

import { alike } from '../losses/masked.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import {
  add,
  crossEntropy,
  div,
  mean,
  mul,
  neg,
  reshape,
  softplus,
  square,
  sub,
  sum,
  triu,
  zeros,
} from '../tensor/ops/index.ts';
import { asFloat } from '../tensor/ops/precision.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';

const rewardModelLossArgs = is.signature(
  'rl.rewardModelLoss',
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
    const m = asFloat(margin);
    if (m.rank > 0) alike('rewardModelLoss', { chosen: w, margin: m });
    difference = sub(difference, m);
  }
  const loss = mean(softplus(neg(difference)));
  return centering === undefined ? loss : add(loss, mul(mean(square(add(w, l))), centering));
}

const rankedRewardLossArgs = is.signature('rl.rankedRewardLoss', ['rewards', is.operand]);

/**
 * The same over all pairs of ranked answers: rewards [n, k], best first; the mean over the k (k - 1) / 2 pairs of
 * each prompt, then over prompts (arXiv:2203.02155, eq. 1). @throws ShapeError
 */
export function rankedRewardLoss(rewards: TensorLike): Tensor {
  rankedRewardLossArgs(rewards);
  const r = asFloat(rewards);
  const [n, k] = r.shape;
  if (r.rank !== 2 || k < 2) {
    throw new ShapeError(`rankedRewardLoss: rewards ${r} are not [n, answers] with 2 or more`);
  }
  const differences = sub(reshape(r, [n, k, 1]), reshape(r, [n, 1, k])); // [better, worse]
  return div(sum(triu(softplus(neg(differences)), 1)), (n * k * (k - 1)) / 2);
}

const promptClassificationLossArgs = is.signature(
  'rl.promptClassificationLoss',
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
  const r = asFloat(rewards);
  if (r.rank !== 2 || r.shape[1] < 2) {
    throw new ShapeError(`promptClassificationLoss: rewards ${r} are not [n, prompts], 2 or more`);
  }
  const logits = div(r, options.temperature ?? 1);
  const each = crossEntropy(logits, zeros([r.shape[0]], 'i32'), { reduction: 'none' });
  if (options.positive === undefined) return mean(each);
  const both = alike('promptClassificationLoss', { losses: each, positive: options.positive });
  return mean(mul(both.losses, both.positive));
}
