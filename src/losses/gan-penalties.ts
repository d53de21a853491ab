// What keeps a discriminator smooth and a generator's loss in proportion. Penalties look at a gradient
// with respect to pictures and are differentiated in turn by the discriminator's step.

import { stopGradient } from '../autodiff/identity.ts';
import { grad, treeDot } from '../autodiff/transforms.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import {
  add,
  clip,
  div,
  mean,
  mul,
  norm,
  relu,
  sqrt,
  square,
  sub,
  sum,
} from '../tensor/ops/index.ts';
import { asFloat } from '../tensor/ops/precision.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { alike } from './masked.ts';

/** Scores of pictures [n, ...], one or several a picture. */
export type Critic = (pictures: Tensor) => Tensor;

const ownAxes = (x: Tensor): number[] => x.shape.slice(1).map((_, i) => i + 1);
// scores of a picture depend on that picture alone, so one pull-back gives every picture's gradient
const slopes = (critic: Critic, x: Tensor): Tensor => grad((y: Tensor) => sum(critic(y)))(x);

const gradientPenaltyArgs = is.signature(
  'losses.gradientPenalty',
  ['critic', is.func],
  ['real', is.operand],
  ['fake', is.operand],
  ['alpha', is.operand],
);

/**
 * mean (|grad D(x)| - 1)² at x = alpha real + (1 - alpha) fake: pictures [n, ...], alpha [n, 1, ...] drawn uniformly
 * from [0, 1). Gulrajani et al. 2017, arXiv:1704.00028, eq. 3; weigh it by 10. The critic must not
 * mix pictures (no batch norm). Where a gradient is 0 its norm passes none on. A scalar.
 * @throws ShapeError
 */
export function gradientPenalty(
  critic: Critic,
  real: TensorLike,
  fake: TensorLike,
  alpha: TensorLike,
): Tensor {
  gradientPenaltyArgs(critic, real, fake, alpha);
  const given = alike('gradientPenalty', { real, fake });
  const a = asFloat(alpha);
  const x = add(mul(given.real, a), mul(given.fake, sub(1, a)));
  if (x.size !== given.real.size) {
    throw new ShapeError(
      `gradientPenalty: alpha ${a} does not broadcast to pictures ${given.real}`,
    );
  }
  const g = slopes(critic, x);
  return mean(square(sub(norm(g, ownAxes(g)), 1)));
}

const r1PenaltyArgs = is.signature('losses.r1Penalty', ['critic', is.func], ['real', is.operand]);

/** mean |grad D(x)|² / 2 at real pictures x [n, ...]: R1 (Mescheder et al. 2018, arXiv:1801.04406). */
export function r1Penalty(critic: Critic, real: TensorLike): Tensor {
  r1PenaltyArgs(critic, real);
  const g = slopes(critic, asFloat(real));
  return mul(mean(sum(square(g), ownAxes(g))), 0.5);
}

const leCamPenaltyArgs = is.signature(
  'losses.leCamPenalty',
  ['real', is.operand],
  ['fake', is.operand],
  ['anchors', is.fields({ real: is.operand, fake: is.operand })],
);

/**
 * mean max(0, real - anchorFake)² + mean max(0, anchorReal - fake)², the anchors being running means of the
 * scores: LeCam regularisation for few data (Tseng et al. 2021, arXiv:2104.03310). A scalar.
 */
export const leCamPenalty = (
  real: TensorLike,
  fake: TensorLike,
  anchors: { readonly real: TensorLike; readonly fake: TensorLike },
): Tensor => {
  leCamPenaltyArgs(real, fake, anchors);
  return add(
    mean(square(relu(sub(asFloat(real), anchors.fake)))),
    mean(square(relu(sub(anchors.real, asFloat(fake))))),
  );
};

const adaptiveWeightArgs = is.signature(
  'losses.adaptiveWeight',
  ['reconstruction', is.tree],
  ['adversarial', is.tree],
);

/**
 * |grad reconstruction| / (|grad adversarial| + 1e-4), at most 1e4, a constant scalar: the weight at which both
 * losses move the decoder's last layer equally far (VQGAN, Esser et al. 2021, arXiv:2012.09841, eq. 7,
 * limits as in its code). The gradients are of both losses by that layer's weight (a tensor or a tree).
 */
export function adaptiveWeight(reconstruction: unknown, adversarial: unknown): Tensor {
  adaptiveWeightArgs(reconstruction, adversarial);
  const size = (g: unknown): Tensor => sqrt(treeDot(g, g));
  return stopGradient(clip(div(size(reconstruction), add(size(adversarial), 1e-4)), 0, 1e4));
}
