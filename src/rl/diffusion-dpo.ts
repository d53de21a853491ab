// Diffusion-DPO (Wallace et al. 2023, arXiv:2311.12908): preferences between pictures, learnt by a denoiser.
// Log-probabilities of pictures are out of reach; their bounds at one noise level are denoising errors,
// so the pair's margin is how much better than the reference the policy denoises each.

import { stopGradient } from '../autodiff/identity.ts';
import { alike } from '../losses/masked.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import {
  cast,
  greater,
  mean,
  mul,
  neg,
  sliceAxis,
  softplus,
  square,
  sub,
} from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';

/** Loss and what to watch; all but `loss` and `inside` are constants. */
export interface DiffusionDpoLoss {
  readonly loss: Tensor;
  /** -beta / 2 times the difference of differences [n]: the logit that the first picture wins. */
  readonly inside: Tensor;
  /** Share of pairs that the policy ranks as labelled. */
  readonly accuracy: Tensor;
  /** Mean squared errors [2n] of policy and reference. */
  readonly modelErrors: Tensor;
  readonly referenceErrors: Tensor;
}

const diffusionDpoLossArgs = is.signature(
  'rl.diffusionDpoLoss',
  ['prediction', is.operand],
  ['reference', is.operand],
  ['target', is.operand],
  ['options', is.options({ beta: is.optional(is.operand) })],
);

/**
 * -mean log sigmoid(-beta/2 [(e_w - e_l) - (r_w - r_l)]) with e and r the policy's and the reference's mean
 * squared errors: predictions and target [2n, ...], the first n preferred, picture i against i + n at the
 * same time and with the same noise. The path length and the weight of the paper's eq. 14 are in beta;
 * errors are means over a picture's d numbers, so beta grows with d (5000 at d = 16384).
 * @throws ShapeError
 */
export function diffusionDpoLoss(
  prediction: TensorLike,
  reference: TensorLike,
  target: TensorLike,
  options: { readonly beta?: TensorLike } = {},
): DiffusionDpoLoss {
  diffusionDpoLossArgs(prediction, reference, target, options);
  const { beta = 5000 } = options;
  const given = alike('diffusionDpoLoss', { prediction, reference, target });
  const { shape } = given.prediction;
  if (shape.length < 2 || shape[0] % 2 !== 0) {
    throw new ShapeError(`diffusionDpoLoss: ${given.prediction} is not [2n, ...], preferred first`);
  }
  const axes = shape.slice(1).map((_, i) => i + 1);
  const errors = (x: Tensor): Tensor => mean(square(sub(x, given.target)), axes);
  const half = shape[0] / 2;
  const margin = (e: Tensor): Tensor =>
    sub(sliceAxis(e, 0, [0, half]), sliceAxis(e, 0, [half, null]));
  const modelErrors = errors(given.prediction);
  const referenceErrors = errors(stopGradient(given.reference));
  const inside = mul(sub(margin(modelErrors), margin(referenceErrors)), mul(beta, -0.5));
  return {
    loss: mean(softplus(neg(inside))),
    inside,
    accuracy: mean(cast(greater(inside, 0), inside.dtype)),
    modelErrors: stopGradient(modelErrors),
    referenceErrors,
  };
}
