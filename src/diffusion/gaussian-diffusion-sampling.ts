// Sampling from a Gaussian diffusion: one ancestral step (Ho et al. 2020, arXiv:2006.11239, algorithm 2), one
// step of DDIM (Song et al. 2021, arXiv:2010.02502) there and back, and all of a chain's steps in turn.

import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { add, mul, sub } from '../tensor/ops/arithmetic.ts';
import { greater } from '../tensor/ops/comparison.ts';
import { exp } from '../tensor/ops/transcendental.ts';
import { cast, reshape } from '../tensor/ops/views.ts';
import type { Tensor } from '../tensor/tensor.ts';
import * as kinds from './argument-kinds.ts';
import {
  atSteps,
  epsFromX0,
  type GaussianDiffusion,
  modelTimes,
  pMeanVariance,
  type Steps,
  stepIndices,
  timesTable,
  x0FromEps,
} from './gaussian-diffusion.ts';
import type { DiffusionModel, ReverseOptions } from './reverse-options.ts';

/** Draws the noise of a step: numbers of calls count up from 0. */
export type NoiseSource = (call: number, shape: readonly number[]) => Tensor;

/** x_{t-1} and the estimate of x_0 that it came from, in the diffusion's scale. */
export interface Sampled {
  readonly sample: Tensor;
  readonly predXStart: Tensor;
}

// 0 at step 0, whose mean is the result
const noisy = (d: GaussianDiffusion, t: Steps, x: Tensor): Tensor => {
  const first = greater(stepIndices(d, t), 0);
  return cast(reshape(first, [first.size, ...x.shape.slice(1).map(() => 1)]), x.dtype);
};

const pSampleArgs = is.signature(
  'diffusion.pSample',
  ['d', kinds.gaussianDiffusion],
  ['model', is.func],
  ['x', is.tensor],
  ['t', is.quantity],
  ['noise', is.tensor],
  ['options', kinds.denoiseOptions],
);

/** One ancestral step: mean + sqrt(variance) noise, without noise at step 0. @throws ShapeError */
export function pSample(
  d: GaussianDiffusion,
  model: DiffusionModel,
  x: Tensor,
  t: Steps,
  noise: Tensor,
  options: ReverseOptions = {},
): Sampled {
  pSampleArgs(d, model, x, t, noise, options);
  const p = pMeanVariance(d, model, x, t, options);
  const { cond_fn } = options;
  const mean = cond_fn
    ? add(p.mean, mul(p.variance, cond_fn(x, modelTimes(d, t, x.shape[0]))))
    : p.mean;
  const deviation = mul(noisy(d, t, x), exp(mul(p.logVariance, 0.5)));
  return { sample: add(mean, mul(deviation, noise)), predXStart: p.predXStart };
}

const ddimSampleArgs = is.signature(
  'diffusion.ddimSample',
  ['d', kinds.gaussianDiffusion],
  ['model', is.func],
  ['x', is.tensor],
  ['t', is.quantity],
  [
    'options',
    is.options({
      clip_denoised: is.optional(is.boolean),
      denoised_fn: is.optional(is.func),
      cond_fn: is.optional(is.func),
      eta: is.optional(is.scalar),
      noise: is.optional(is.tensor),
    }),
  ],
);

/**
 * One step of DDIM (arXiv:2010.02502, eq. 12 and 16); eta 0 (default) needs no noise.
 * @throws ShapeError if eta is above 0 and there is no noise
 */
export function ddimSample(
  d: GaussianDiffusion,
  model: DiffusionModel,
  x: Tensor,
  t: Steps,
  options: ReverseOptions & { readonly eta?: number; readonly noise?: Tensor } = {},
): Sampled {
  ddimSampleArgs(d, model, x, t, options);
  const { eta = 0, noise, ...reverse } = options;
  const { cond_fn } = reverse;
  let { predXStart } = pMeanVariance(d, model, x, t, reverse);
  let eps = epsFromX0(d, x, t, predXStart);
  if (cond_fn) {
    const gradient = cond_fn(x, modelTimes(d, t, x.shape[0]));
    eps = sub(eps, timesTable(d, d.noise, t, gradient));
    predXStart = x0FromEps(d, x, t, eps);
  }
  const [bars, before] = [d.alphaBars, d.alphaBarsBefore];
  const variance = bars.map((a, i) => eta ** 2 * ((1 - before[i]) / (1 - a)) * (1 - a / before[i]));
  const rest = variance.map((v, i) => Math.sqrt(Math.max(1 - before[i] - v, 0)));
  const mean = add(
    timesTable(d, before.map(Math.sqrt), t, predXStart),
    timesTable(d, rest, t, eps),
  );
  if (eta === 0) return { sample: mean, predXStart };
  if (!noise) throw new ShapeError(`ddimSample: eta ${eta} needs noise of the shape of x, ${x}`);
  const sigma = atSteps(d, variance.map(Math.sqrt), t, x); // 0 at step 0
  return { sample: add(mean, mul(sigma, noise)), predXStart };
}

const ddimReverseSampleArgs = is.signature(
  'diffusion.ddimReverseSample',
  ['d', kinds.gaussianDiffusion],
  ['model', is.func],
  ['x', is.tensor],
  ['t', is.quantity],
  ['options', kinds.denoiseOptions],
);

/** DDIM backwards (eta 0): from x_t to x_{t+1}; at the last step to pure noise. @throws ShapeError */
export function ddimReverseSample(
  d: GaussianDiffusion,
  model: DiffusionModel,
  x: Tensor,
  t: Steps,
  options: ReverseOptions = {},
): Sampled {
  ddimReverseSampleArgs(d, model, x, t, options);
  const { predXStart } = pMeanVariance(d, model, x, t, options);
  const eps = epsFromX0(d, x, t, predXStart);
  const after = d.alphaBars.map((_, i) => d.alphaBars[i + 1] ?? 0);
  const noise = after.map((a) => Math.sqrt(1 - a));
  const sample = add(
    timesTable(d, after.map(Math.sqrt), t, predXStart),
    timesTable(d, noise, t, eps),
  );
  return { sample, predXStart };
}

const sampleStepsArgs = is.signature(
  'diffusion.sampleSteps',
  ['d', kinds.gaussianDiffusion],
  ['model', is.func],
  ['start', is.tensor],
  ['noise', is.func],
  [
    'options',
    is.options({
      clip_denoised: is.optional(is.boolean),
      denoised_fn: is.optional(is.func),
      cond_fn: is.optional(is.func),
      method: is.optional(is.oneOf('ancestral', 'ddim')),
      eta: is.optional(is.scalar),
    }),
  ],
);

/**
 * All steps from `start` [n, ..., c] (noise in the diffusion's scale) to the data, one a turn, in the
 * diffusion's scale. Results are lazy: outside `compile` and transforms, `realize` each turn's before the
 * next is asked for, or later turns compute them again.
 * @param noise called once a step in both methods, so that methods can share it
 */
export function* sampleSteps(
  d: GaussianDiffusion,
  model: DiffusionModel,
  start: Tensor,
  noise: NoiseSource,
  options: ReverseOptions & { readonly method?: 'ancestral' | 'ddim'; readonly eta?: number } = {},
): Generator<Sampled & { readonly step: number }> {
  sampleStepsArgs(d, model, start, noise, options);
  const { method, eta, ...rest } = options;
  let x = start;
  for (let step = d.steps - 1; step >= 0; step--) {
    const z = noise(d.steps - 1 - step, x.shape);
    const sampled =
      method === 'ddim'
        ? ddimSample(d, model, x, step, { ...rest, eta, noise: z })
        : pSample(d, model, x, step, z, rest);
    yield { ...sampled, step };
    x = sampled.sample;
  }
}
