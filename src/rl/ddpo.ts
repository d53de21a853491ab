// DDPO (Black et al. 2023, arXiv:2305.13301): denoising steps as decisions, whose ratios are clipped as PPO's.
import { type PolicyLoss, ppoPolicyLoss } from '../losses/ppo.ts';
import * as is from '../tensor/arguments.ts';
import { clip } from '../tensor/ops/index.ts';
import type { TensorLike } from '../tensor/tensor.ts';

const ddpoLossArgs = is.signature(
  'rl.ddpoLoss',
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
