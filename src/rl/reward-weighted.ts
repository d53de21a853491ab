// Denoising errors weighted by rewards (Lee et al. 2023, arXiv:2302.12192): the supervised baseline of DDPO and DPOK.
import { stopGradient } from '../autodiff/identity.ts';
import { alike } from '../losses/masked.ts';
import * as is from '../tensor/arguments.ts';
import { add, mean, mul, square, sub } from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';

const rewardWeightedErrorArgs = is.signature(
  'rl.rewardWeightedError',
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
