// Sampling by noise level (Karras et al. 2022, EDM, arXiv:2206.00364) as Point-E does it: x = x_0 + sigma eps is
// led along dx/dsigma = (x - x̂_0) / sigma by Heun's method with churn (algorithm 2), by a midpoint method in
// the manner of DPM-Solver-2, or by Euler's with fresh noise at every step. Any estimate of x_0 will do:
// a network with EDM's preconditioning (table 1), or one trained on a discrete diffusion, whose step is that of the
// nearest noisier level in its table. Levels are float64 numbers on the host and reach a step as data, so all
// steps are one graph.

import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { add, clip, div, mul, square, sub } from '../tensor/ops/arithmetic.ts';
import { concat } from '../tensor/ops/concat.ts';
import { tensor } from '../tensor/ops/create.ts';
import { chunk } from '../tensor/ops/rearrange.ts';
import { mean } from '../tensor/ops/reduce.ts';
import { log, rsqrt } from '../tensor/ops/transcendental.ts';
import { broadcastTo, reshape } from '../tensor/ops/views.ts';
import type { Tensor } from '../tensor/tensor.ts';
import * as kinds from './argument-kinds.ts';
import { guide } from './denoising-step.ts';
import { type GaussianDiffusion, pMeanVariance } from './gaussian-diffusion.ts';
import type { NoiseSource } from './gaussian-diffusion-sampling.ts';
import type { DiffusionModel, ReverseOptions } from './reverse-options.ts';
import { karrasSigmas } from './schedulers/sigmas.ts';

/** The estimate of x_0 in x [n, ...] = x_0 + sigma eps. */
export type Denoise = (x: Tensor, sigma: number) => Tensor;

// a number as data: graphs that differ in it are equal, and it takes the dtype of what it meets
function scalar(value: number): Tensor {
  const t = tensor(Float32Array.of(value), { shape: [] });
  t.weak = true;
  return t;
}

// [n] -> [n, 1, ...], to broadcast against x
const perSample = (values: Tensor, x: Tensor): Tensor =>
  reshape(values, [x.shape[0], ...x.shape.slice(1).map(() => 1)]);

/** EDM's preconditioning of a network. */
export interface KarrasOptions {
  /** Standard deviation of the data. Default 0.5. */
  readonly sigma_data?: number;
}

const karrasOptionsKind = is.options<KarrasOptions>({ sigma_data: is.optional(is.scalar) });
const karrasPreconditionedArgs = is.signature(
  'diffusion.karrasPreconditioned',
  ['model', is.func],
  ['x', is.tensor],
  ['sigmas', is.tensor],
  ['options', karrasOptionsKind],
);

/**
 * x̂_0 = c_skip x + c_out F(c_in x, 250 ln sigma) (EDM, table 1) for x [n, ...] and sigmas [n], with the
 * network's own output.
 */
export function karrasPreconditioned(
  model: DiffusionModel,
  x: Tensor,
  sigmas: Tensor,
  options: KarrasOptions = {},
): { output: Tensor; denoised: Tensor; skip: Tensor; out: Tensor } {
  karrasPreconditionedArgs(model, x, sigmas, options);
  const { sigma_data = 0.5 } = options;
  const sigma = perSample(sigmas, x);
  const inverse = rsqrt(add(square(sigma), sigma_data ** 2)); // c_in
  const skip = mul(square(inverse), sigma_data ** 2);
  const out = mul(mul(sigma, inverse), sigma_data);
  const output = model(mul(inverse, x), mul(log(sigmas), 250));
  return { output, denoised: add(mul(out, output), mul(skip, x)), skip, out };
}

const karrasDenoiseArgs = is.signature(
  'diffusion.karrasDenoise',
  ['model', is.func],
  [
    'options',
    is.options({ sigma_data: is.optional(is.scalar), clip_denoised: is.optional(is.boolean) }),
  ],
);

/** A preconditioned network as an estimate of x_0, by default kept within [-1, 1]. */
export const karrasDenoise = (
  model: DiffusionModel,
  options: KarrasOptions & { readonly clip_denoised?: boolean } = {},
): Denoise => {
  karrasDenoiseArgs(model, options);
  const { clip_denoised, ...preconditioning } = options;
  return (x, sigma) => {
    const sigmas = broadcastTo(scalar(sigma), [x.shape[0]]);
    const { denoised } = karrasPreconditioned(model, x, sigmas, preconditioning);
    return clip_denoised === false ? denoised : clip(denoised, -1, 1);
  };
};

const karrasTrainingLossesArgs = is.signature(
  'diffusion.karrasTrainingLosses',
  ['model', is.func],
  ['x0', is.tensor],
  ['sigmas', is.tensor],
  ['noise', is.tensor],
  ['options', karrasOptionsKind],
);

/**
 * Losses of a preconditioned network by sample, [n], at x0 + sigma noise: `mse` of its output against
 * (x0 - c_skip x) / c_out (which is `loss`), `xs_mse` of its estimate against x0.
 */
export function karrasTrainingLosses(
  model: DiffusionModel,
  x0: Tensor,
  sigmas: Tensor,
  noise: Tensor,
  options: KarrasOptions = {},
): { loss: Tensor; mse: Tensor; xs_mse: Tensor } {
  karrasTrainingLossesArgs(model, x0, sigmas, noise, options);
  const x = add(x0, mul(noise, perSample(sigmas, x0)));
  const { output, denoised, skip, out } = karrasPreconditioned(model, x, sigmas, options);
  const axes = x0.shape.map((_, i) => i).slice(1);
  const target = div(sub(x0, mul(skip, x)), out);
  const mse = mean(square(sub(output, target)), axes);
  return { loss: mse, mse, xs_mse: mean(square(sub(denoised, x0)), axes) };
}

const sigmaToStepArgs = is.signature(
  'diffusion.sigmaToStep',
  ['d', kinds.gaussianDiffusion],
  ['sigma', is.scalar],
);

/**
 * The step of a discrete diffusion whose network serves a level: the last one with at most that much
 * noise, alphaBar_t >= 1 / (1 + sigma²); 0 below the table's first level.
 */
export function sigmaToStep(d: GaussianDiffusion, sigma: number): number {
  sigmaToStepArgs(d, sigma);
  // a level of the table itself, found by rounding alone, counts as reached
  const alphaBar = (1 / (sigma ** 2 + 1)) * (1 - 1e-12);
  let [low, high] = [0, d.steps - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (d.alphaBars[middle] >= alphaBar) low = middle;
    else high = middle - 1;
  }
  return low;
}

const gaussianDenoiseArgs = is.signature(
  'diffusion.gaussianDenoise',
  ['d', kinds.gaussianDiffusion],
  ['model', is.func],
  ['options', kinds.denoiseOptions],
);

/** A discrete diffusion's network as an estimate of x_0, by default kept within [-1, 1]. */
export const gaussianDenoise = (
  d: GaussianDiffusion,
  model: DiffusionModel,
  options: ReverseOptions = {},
): Denoise => {
  gaussianDenoiseArgs(d, model, options);
  return (x, sigma) => {
    const scaled = mul(x, scalar(1 / Math.sqrt(sigma ** 2 + 1)));
    const step = sigmaToStep(d, sigma);
    return pMeanVariance(d, model, scaled, step, { clip_denoised: true, ...options }).predXStart;
  };
};

const guidedDenoiseArgs = is.signature(
  'diffusion.guidedDenoise',
  ['denoise', is.func],
  ['guidance_scale', is.scalar],
);

/**
 * Guidance on x̂_0: `denoise` sees the batch twice, with its conditions first and without them after.
 * Scales 0 and 1 are no guidance: `denoise` sees the batch once.
 */
export function guidedDenoise(denoise: Denoise, guidance_scale: number): Denoise {
  guidedDenoiseArgs(denoise, guidance_scale);
  if (guidance_scale === 0 || guidance_scale === 1) return denoise;
  return (x, sigma) => {
    const [conditional, unconditional] = chunk(denoise(concat([x, x]), sigma), 2);
    return guide(conditional, unconditional, scalar(guidance_scale));
  };
}

/** How to go from noise to data; names and defaults are point-e's. */
export interface KarrasSampleOptions {
  /** Default heun. */
  readonly sampler?: 'heun' | 'dpm' | 'ancestral';
  /** Levels, besides the 0 at the end; or give `sigmas`. */
  readonly steps?: number;
  /** Default 0.002. */
  readonly sigma_min?: number;
  /** Default 80. */
  readonly sigma_max?: number;
  /** Default 7. */
  readonly rho?: number;
  /** Levels themselves, falling, the last one 0. */
  readonly sigmas?: readonly number[];
  /** Noise put back in all steps together (default 0), while s_tmin <= sigma <= s_tmax, times s_noise. */
  readonly s_churn?: number;
  /** Smallest level at which noise is put back (default 0). */
  readonly s_tmin?: number;
  /** Largest level at which noise is put back (default infinite). */
  readonly s_tmax?: number;
  /** Factor of the noise that is put back (default 1). */
  readonly s_noise?: number;
}

/** Where a sampler stands: x before the step, at `sigmaHat`; in the end the result, at 0. */
export interface KarrasStep {
  readonly x: Tensor;
  /** The estimate of x_0 there; in the end the last one. */
  readonly predXStart: Tensor;
  readonly index: number;
  readonly sigma: number;
  /** sigma with what churn has added. */
  readonly sigmaHat: number;
}

const karrasSampleOptionsKind = is.options<KarrasSampleOptions>({
  sampler: is.optional(is.oneOf('ancestral', 'heun', 'dpm')),
  steps: is.optional(is.count),
  sigma_min: is.optional(is.scalar),
  sigma_max: is.optional(is.scalar),
  rho: is.optional(is.scalar),
  sigmas: is.optional(is.numbers),
  s_churn: is.optional(is.scalar),
  s_tmin: is.optional(is.scalar),
  s_tmax: is.optional(is.scalar),
  s_noise: is.optional(is.scalar),
});
const karrasLevelsArgs = is.signature('diffusion.karrasLevels', [
  'options',
  karrasSampleOptionsKind,
]);

/** The levels of a run: Karras's grid (EDM eq. 5), then 0. @throws ShapeError */
export function karrasLevels(options: KarrasSampleOptions): readonly number[] {
  karrasLevelsArgs(options);
  const { steps, sigma_min = 0.002, sigma_max = 80, rho = 7, sigmas } = options;
  const levels = sigmas ?? [...karrasSigmas(steps ?? 0, sigma_min, sigma_max, rho), 0];
  const falls = levels.every((s, i) => i === 0 || s < levels[i - 1]);
  if (levels.length < 2 || levels.at(-1) !== 0 || !falls) {
    throw new ShapeError(
      `diffusion.karrasSample: sampling needs levels that fall to 0, found ${levels.join(', ')}`,
    );
  }
  return levels;
}

const karrasStepsArgs = is.signature(
  'diffusion.karrasSteps',
  ['denoise', is.func],
  ['unit', is.tensor],
  ['noise', is.func],
  ['options', karrasSampleOptionsKind],
);

/**
 * Samples step by step. Results are lazy: outside `compile` and transforms, `realize` each turn's x and
 * predXStart before the next is asked for, or later turns compute them again.
 * @param unit noise of variance 1, [n, ...]; it is multiplied by the highest level
 * @param noise called with the number of the step, by steps that need fresh noise
 * @throws ShapeError
 */
export function* karrasSteps(
  denoise: Denoise,
  unit: Tensor,
  noise: NoiseSource,
  options: KarrasSampleOptions,
): Generator<KarrasStep> {
  karrasStepsArgs(denoise, unit, noise, options);
  const levels = karrasLevels(options);
  const { sampler = 'heun', s_churn = 0, s_tmin = 0, s_tmax = Infinity, s_noise = 1 } = options;
  const n = levels.length - 1;
  const most = Math.min(s_churn / n, Math.SQRT2 - 1);
  const slope = (x: Tensor, x0: Tensor, sigma: number): Tensor =>
    mul(sub(x, x0), scalar(1 / sigma));
  const move = (x: Tensor, d: Tensor, step: number): Tensor => add(x, mul(d, scalar(step)));
  let x = mul(unit, scalar(levels[0]));
  let last = x;
  for (let index = 0; index < n; index++) {
    const [sigma, next] = [levels[index], levels[index + 1]];
    const churns = sampler !== 'ancestral' && sigma >= s_tmin && sigma <= s_tmax;
    const sigmaHat = sigma * (1 + (churns ? most : 0));
    if (sigmaHat > sigma) {
      x = move(x, noise(index, x.shape), s_noise * Math.sqrt(sigmaHat ** 2 - sigma ** 2));
    }
    const predXStart = denoise(x, sigmaHat);
    yield { x, predXStart, index, sigma, sigmaHat };
    last = predXStart;
    const d = slope(x, predXStart, sigmaHat);
    if (sampler === 'ancestral') {
      const up = Math.sqrt((next ** 2 * (sigma ** 2 - next ** 2)) / sigma ** 2);
      const down = Math.sqrt(next ** 2 - up ** 2);
      x = move(x, d, down - sigma);
      if (up > 0) x = move(x, noise(index, x.shape), up);
    } else if (sampler === 'dpm') {
      const middle = ((Math.cbrt(sigmaHat) + Math.cbrt(next)) / 2) ** 3; // half of the way for rho = 3
      const half = move(x, d, middle - sigmaHat);
      x = move(x, slope(half, denoise(half, middle), middle), next - sigmaHat);
    } else if (next === 0) {
      x = move(x, d, -sigmaHat);
    } else {
      const ahead = move(x, d, next - sigmaHat);
      const there = slope(ahead, denoise(ahead, next), next);
      x = move(x, add(d, there), (next - sigmaHat) / 2);
    }
  }
  const end = sampler === 'ancestral' ? x : last;
  yield { x, predXStart: end, index: n, sigma: 0, sigmaHat: 0 };
}

const karrasSampleArgs = is.signature(
  'diffusion.karrasSample',
  ['denoise', is.func],
  ['unit', is.tensor],
  ['noise', is.func],
  ['options', karrasSampleOptionsKind],
);

/** The result of a run of {@link karrasSteps}, as one graph. @throws ShapeError */
export function karrasSample(
  denoise: Denoise,
  unit: Tensor,
  noise: NoiseSource,
  options: KarrasSampleOptions,
): Tensor {
  karrasSampleArgs(denoise, unit, noise, options);
  let x = unit;
  for (const step of karrasSteps(denoise, unit, noise, options)) x = step.x;
  return x;
}
