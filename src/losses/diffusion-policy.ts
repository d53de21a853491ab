// Denoising as decisions: the sampler's step x_p ~ N(mean, std² I) is an action whose log-density is known, so
// policy gradients apply (rl/ddpo.ts, rl/dpok.ts).

import { stopGradient } from '../autodiff/identity.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { add, div, log, mean, mul, square, sub, sum, toTensor } from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { alike } from './masked.ts';

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
