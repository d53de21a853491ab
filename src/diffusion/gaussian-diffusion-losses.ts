// Losses of Gaussian diffusion: the squared error of the prediction, and the variational bound, which is what
// teaches a network its variances (Nichol and Dhariwal 2021, arXiv:2102.09672, eq. 4-7 and 16; Ho et al. 2020,
// arXiv:2006.11239, eq. 13). Bounds are in bits per dimension.

import { stopGradient } from '../autodiff/identity.ts';
import { compile } from '../runtime/compile.ts';
import { realize } from '../runtime/evaluate.ts';
import * as is from '../tensor/arguments.ts';
import { add, clip, mul, square, sub, where } from '../tensor/ops/arithmetic.ts';
import { equal, greater, less } from '../tensor/ops/comparison.ts';
import { concat, stack } from '../tensor/ops/concat.ts';
import { tensor, toTensor, zerosLike } from '../tensor/ops/create.ts';
import { mean, sum } from '../tensor/ops/reduce.ts';
import { exp, expm1, log, tanh } from '../tensor/ops/transcendental.ts';
import { reshape } from '../tensor/ops/views.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import * as kinds from './argument-kinds.ts';
import { type DiffusionModel, type NoiseSource, timesOf } from './denoising-step.ts';
import {
  type GaussianDiffusion,
  type GaussianNumbers,
  scaleChannels,
} from './gaussian-diffusion.ts';
import {
  posteriorAt,
  type ReverseOptions,
  reverseOptions,
  reverseStep,
  splitOutput,
} from './gaussian-diffusion-sampling.ts';
import { noised, numbersAt, type Scalars, toEps } from './process.ts';

/**
 * KL(N(mean1, e^logVar1) || N(mean2, e^logVar2)) element by element, in nats: with d = logVar1 - logVar2,
 * (e^d - 1 - d + (mean1 - mean2)² e^-logVar2) / 2. Near d = 0 nothing cancels that matters.
 */
export function normalKl(
  mean1: TensorLike,
  logVar1: TensorLike,
  mean2: TensorLike,
  logVar2: TensorLike,
): Tensor {
  const d = sub(logVar1, logVar2);
  const distance = mul(square(sub(mean1, mean2)), exp(mul(logVar2, -1)));
  return mul(add(sub(expm1(d), d), distance), 0.5);
}

/** The standard normal's distribution function, approximately: (1 + tanh(sqrt(2/pi) (x + 0.044715 x³))) / 2. */
export const approximateNormalCdf = (x: Tensor): Tensor => {
  return mul(
    add(tanh(mul(add(x, mul(mul(square(x), x), 0.044715)), Math.sqrt(2 / Math.PI))), 1),
    0.5,
  );
};

/**
 * ln of the probability that a Gaussian gives to 8-bit data x in [-1, 1], element by element, in nats: its
 * mass within 1/255 of x, with the whole tail beyond -1 and 1. Masses below 1e-12 count as that.
 */
export function discretizedGaussianLogLikelihood(
  x: Tensor,
  means: Tensor,
  logDeviations: Tensor,
): Tensor {
  const centred = sub(x, means);
  const inverse = exp(mul(logDeviations, -1));
  const upper = approximateNormalCdf(mul(inverse, add(centred, 1 / 255)));
  const lower = approximateNormalCdf(mul(inverse, sub(centred, 1 / 255)));
  const mass = where(
    less(x, -0.999),
    upper,
    where(greater(x, 0.999), sub(1, lower), sub(upper, lower)),
  );
  return log(clip(mass, 1e-12));
}

/** [n, ...] -> [n]: the mean of each sample. */
const flatMean = (x: Tensor): Tensor =>
  x.rank === 1 ? x : mean(x, x.shape.map((_, i) => i).slice(1));

const bits = (x: Tensor): Tensor => mul(flatMean(x), 1 / Math.LN2);

/**
 * The bound's term of a step in bits per dimension [n]: KL(q(x_{t-1} | x_t, x_0) || p(x_{t-1} | x_t)), and
 * at step 0 minus the log-likelihood of 8-bit data, or 0 without `discretized_t0`. x0 and xt are in the
 * diffusion's scale. @throws ShapeError
 */
export function vbTerms(
  d: GaussianDiffusion,
  output: Tensor,
  x0: Tensor,
  xt: Tensor,
  s: Scalars<GaussianNumbers>,
  options: ReverseOptions = {},
): { output: Tensor; predXStart: Tensor } {
  const p = reverseStep(d, output, xt, s, options);
  const kl = bits(normalKl(posteriorAt(x0, xt, s), s.low, p.mean, p.logVariance));
  const deviations = mul(p.logVariance, 0.5);
  const decoder = d.discretized_t0
    ? mul(bits(discretizedGaussianLogLikelihood(x0, p.mean, deviations)), -1)
    : zerosLike(kl);
  const noise = toTensor(s.noise); // 0 at step 0 alone
  const isFirst = equal(reshape(noise, [noise.size]), 0);
  return { output: where(isFirst, decoder, kl), predXStart: p.predXStart };
}

/** Losses by sample, [n]; `vb` where the network learns variances, `mse` but for the `kl` losses. */
export interface DiffusionLosses {
  readonly loss: Tensor;
  readonly mse?: Tensor;
  readonly vb?: Tensor;
}

const trainingLossesArgs = is.signature(
  'diffusion.trainingLosses',
  ['d', kinds.gaussianDiffusion],
  ['model', is.func],
  ['x', is.tensor],
  ['t', is.quantity],
  ['noise', is.tensor],
);

/**
 * Losses of data x [n, ..., c] (in its own units) at steps t and with noise of its shape. With learned
 * variances loss = mse + vb, where vb teaches the variances only: the means in it are constants.
 * `rescaled_mse` multiplies vb by steps / 1000, `rescaled_kl` the whole bound by steps. @throws ShapeError
 */
export function trainingLosses(
  d: GaussianDiffusion,
  model: DiffusionModel,
  x: Tensor,
  t: TensorLike,
  noise: Tensor,
): DiffusionLosses {
  trainingLossesArgs(d, model, x, t, noise);
  const x0 = scaleChannels(d, x);
  const s = numbersAt(d.numbers, t, x0, 'diffusion.trainingLosses: t');
  const xt = noised(x0, noise, s.alpha, s.sigma);
  const output = model(xt, timesOf(s.time, xt.shape[0]));
  if (d.loss_type === 'kl' || d.loss_type === 'rescaled_kl') {
    const bound = vbTerms(d, output, x0, xt, s).output;
    return { loss: d.loss_type === 'kl' ? bound : mul(bound, d.steps) };
  }
  const [means, variances] = splitOutput(d, output, xt);
  const target = { epsilon: noise, x_start: x0, x_prev: posteriorAt(x0, xt, s) };
  const mse = flatMean(square(sub(target[d.model_mean_type], means)));
  if (!variances) return { loss: mse, mse };
  const frozen = concat([stopGradient(means), variances], -1);
  const bound = vbTerms(d, frozen, x0, xt, s).output;
  const vb = d.loss_type === 'rescaled_mse' ? mul(bound, d.steps / 1000) : bound;
  return { loss: add(mse, vb), mse, vb };
}

/** KL(q(x_T | x_0) || N(0, 1)) in bits per dimension [n], for x0 in the diffusion's scale. */
export function priorBits(d: GaussianDiffusion, x0: Tensor): Tensor {
  const last = d.alphasCumprod[d.steps - 1];
  return bits(normalKl(mul(x0, Math.sqrt(last)), Math.log(1 - last), 0, 0));
}

/** The variational bound of data, step by step. */
export interface BitsPerDim {
  /** The bound: all terms and the prior's, [n]. */
  readonly total: Tensor;
  readonly prior: Tensor;
  /** Terms of the steps T-1 .. 0, [n, T]. */
  readonly vb: Tensor;
  /** Mean squared errors of the estimates of x_0 and of the noise, [n, T]. */
  readonly xStartMse: Tensor;
  readonly mse: Tensor;
}

const bitsPerDimArgs = is.signature(
  'diffusion.bitsPerDim',
  ['d', kinds.gaussianDiffusion],
  ['model', is.func],
  ['x0', is.tensor],
  ['noise', is.func],
  ['options', reverseOptions],
);

/**
 * The whole variational bound of x0 [n, ..., c], given in the diffusion's scale, in bits per dimension:
 * one call of the network a step, computed as it goes.
 * @param noise called with 0 for step T-1, 1 for step T-2, ...
 * @throws ShapeError
 */
export async function bitsPerDim(
  d: GaussianDiffusion,
  model: DiffusionModel,
  x0: Tensor,
  noise: NoiseSource,
  options: ReverseOptions = {},
): Promise<BitsPerDim> {
  bitsPerDimArgs(d, model, x0, noise, options);
  const step = compile(
    (x: Tensor, z: Tensor, t: Tensor) => {
      const s = numbersAt(d.numbers, t, x);
      const xt = noised(x, z, s.alpha, s.sigma);
      const network = model(xt, timesOf(s.time, xt.shape[0]));
      const { output, predXStart } = vbTerms(d, network, x, xt, s, options);
      const eps = toEps('x0', xt, predXStart, s.alpha, s.sigma);
      return {
        vb: output,
        xStartMse: flatMean(square(sub(predXStart, x))),
        mse: flatMean(square(sub(eps, z))),
      };
    },
    { name: 'bits per dimension' },
  );
  const terms: { vb: Tensor; xStartMse: Tensor; mse: Tensor }[] = [];
  for (let t = d.steps - 1; t >= 0; t--) {
    terms.push(step(x0, noise(d.steps - 1 - t, x0.shape), tensor(Int32Array.of(t))));
    await realize(terms.at(-1));
  }
  step.dispose();
  const along = (name: 'vb' | 'xStartMse' | 'mse') =>
    stack(
      terms.map((term) => term[name]),
      1,
    );
  const [prior, vb] = [priorBits(d, x0), along('vb')];
  return {
    total: add(sum(vb, 1), prior),
    prior,
    vb,
    xStartMse: along('xStartMse'),
    mse: along('mse'),
  };
}
