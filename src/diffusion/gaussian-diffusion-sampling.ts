// The reverse process of Gaussian diffusion: what a network's output says of p(x_{t-1} | x_t), and the scheduler of it:
// ancestral steps (Ho et al. 2020, arXiv:2006.11239, algorithm 2), DDIM (Song et al. 2021, arXiv:2010.02502), and
// DDIM backwards. All but the estimate of x_0 and the variance is DDPM's and DDIM's own.
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { add, clip, div, mul, sub } from '../tensor/ops/arithmetic.ts';
import { sliceAxis } from '../tensor/ops/layout.ts';
import { exp } from '../tensor/ops/transcendental.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import * as kinds from './argument-kinds.ts';
import { type DiffusionModel, timesOf } from './denoising-step.ts';
import {
  type GaussianDiffusion,
  type GaussianNumbers,
  learnsVariance,
} from './gaussian-diffusion.ts';
import { clean, type Level, numbersAt, type Scalars, toEps, toX0 } from './process.ts';
import { ddimCoefficients, ddimMean, type StepCoefficients } from './schedulers/ddim.ts';
import { ddpmMean } from './schedulers/ddpm.ts';
import { refuseEta, type Scheduler, startingAt, withNoise } from './schedulers/scheduler.ts';

/** Options of the reverse process. */
export interface ReverseOptions {
  /** The estimate of x_0 is kept within [-1, 1] (default false). */
  readonly clip_denoised?: boolean;
  /** Applied to the estimate of x_0, before it is clipped. */
  readonly denoised_fn?: (x0: Tensor) => Tensor;
  /** Gradient of ln p(y | x_t) for guidance by a classifier; sees what the network sees. */
  readonly cond_fn?: DiffusionModel;
}

const reverseFields = {
  clip_denoised: is.optional(is.boolean),
  denoised_fn: is.optional(is.func),
  cond_fn: is.optional(is.func),
};
/** Of arguments: {@link ReverseOptions}. */
export const reverseOptions = is.options<ReverseOptions>(reverseFields);

/** p(x_{t-1} | x_t); the variance of x's shape where it is learned. */
export interface ReverseStep {
  readonly mean: Tensor;
  readonly variance: TensorLike;
  readonly logVariance: TensorLike;
  /** The estimate of x_0. */
  readonly predXStart: Tensor;
}

/** The network's output [n, ..., c or 2c] as means and, where it learns them, variances. @throws ShapeError */
export function splitOutput(
  d: GaussianDiffusion,
  output: Tensor,
  x: Tensor,
): [means: Tensor, variances: Tensor | undefined] {
  const c = x.shape[x.rank - 1];
  const wanted = [...x.shape.slice(0, -1), learnsVariance(d) ? 2 * c : c];
  if (output.rank !== x.rank || output.shape.some((size, i) => size !== wanted[i])) {
    throw new ShapeError(
      `the network gave ${output} for ${x}; ${d.model_var_type} variances need [${wanted}]`,
    );
  }
  if (!learnsVariance(d)) return [output, undefined];
  return [sliceAxis(output, -1, [0, c]), sliceAxis(output, -1, [c, 2 * c])];
}

// ln of the reverse variance
function logVarianceOf(
  d: GaussianDiffusion,
  values: Tensor | undefined,
  s: Scalars<GaussianNumbers>,
): TensorLike {
  if (!values) return s.logVariance;
  if (d.model_var_type === 'learned') return values;
  const share = mul(add(values, 1), 0.5); // of [-1, 1]
  return add(s.low, mul(share, sub(s.high, s.low)));
}

/** The mean of q(x_{t-1} | x_t, x_0). */
export const posteriorAt = (x0: Tensor, xt: Tensor, s: Scalars<GaussianNumbers>): Tensor =>
  ddpmMean(x0, xt, { x0: s.ofX0, xt: s.ofXt });

/** What an output at x [n, ..., c] says of p(x_{t-1} | x_t), with the numbers of the steps. @throws ShapeError */
export function reverseStep(
  d: GaussianDiffusion,
  output: Tensor,
  x: Tensor,
  s: Scalars<GaussianNumbers>,
  { clip_denoised = false, denoised_fn = (x0) => x0 }: ReverseOptions = {},
): ReverseStep {
  const [means, values] = splitOutput(d, output, x);
  const logVariance = logVarianceOf(d, values, s);
  const spread = { logVariance, variance: values ? exp(logVariance) : s.variance };
  const processed = (x0: Tensor): Tensor => {
    const y = denoised_fn(x0);
    return clip_denoised ? clip(y, -1, 1) : y;
  };
  if (d.model_mean_type === 'x_prev') {
    const predXStart = processed(div(sub(means, mul(x, s.ofXt)), s.ofX0));
    return { ...spread, mean: means, predXStart };
  }
  const kind = d.model_mean_type === 'epsilon' ? 'eps' : 'x0';
  const predXStart = processed(toX0(kind, x, means, s.alpha, s.sigma));
  return { ...spread, mean: posteriorAt(predXStart, x, s), predXStart };
}

/** The same for a network at steps t: i32 [n], or one number for the batch. @throws ShapeError */
export function pMeanVariance(
  d: GaussianDiffusion,
  model: DiffusionModel,
  x: Tensor,
  t: TensorLike,
  options: ReverseOptions = {},
): ReverseStep {
  const s = numbersAt(d.numbers, t, x);
  return reverseStep(d, model(x, timesOf(s.time, x.shape[0])), x, s, options);
}

/** How to sample from a Gaussian diffusion. */
export interface GaussianSchedulerOptions extends ReverseOptions {
  /** Default ancestral; `inversion` is DDIM backwards, from data to noise. */
  readonly method?: 'ancestral' | 'ddim' | 'inversion';
}

const gaussianSchedulerArgs = is.signature(
  'diffusion.gaussianScheduler',
  ['d', kinds.gaussianDiffusion],
  [
    'options',
    is.options<GaussianSchedulerOptions>({
      ...reverseFields,
      method: is.optional(is.oneOf('ancestral', 'ddim', 'inversion')),
    }),
  ],
);

/**
 * A scheduler over all steps of a diffusion, for its network's own outputs [n, ..., c or 2c]; `ddim` takes an eta.
 * @throws ShapeError in `plan` for another number of steps, in `step` for outputs that do not fit
 */
export function gaussianScheduler(
  d: GaussianDiffusion,
  options: GaussianSchedulerOptions = {},
): Scheduler {
  gaussianSchedulerArgs(d, options);
  const { method = 'ancestral', cond_fn } = options;
  const backwards = method === 'inversion';
  // where a step leads; beyond the last level is nothing but noise
  const target = (t: number): Level =>
    backwards ? (d.numbers[t + 1] ?? { alpha: 0, sigma: 1 }) : (d.numbers[t - 1] ?? clean);
  const condition = (s: Scalars<GaussianNumbers>, x: Tensor): Tensor | undefined =>
    cond_fn?.(x, timesOf(s.time, x.shape[0]));

  return {
    scalesInput: false,
    historyLength: 0,
    plan: (steps, planOptions = {}) => {
      if (steps !== d.steps) {
        throw new ShapeError(
          `gaussianScheduler: ${steps} steps of a diffusion that has ${d.steps}; which to keep is said by its use_timesteps`,
        );
      }
      if (method !== 'ddim') refuseEta(`gaussianScheduler, ${method}`, planOptions);
      const { eta = 0, start } = planOptions;
      const chain = d.numbers.map((s, t) => ({
        ...s,
        ...(method === 'ancestral' ? { x0: 0, eps: 0 } : ddimCoefficients(s, target(t), eta)),
      }));
      const own = startingAt(backwards ? chain : chain.reverse(), start);
      return {
        timesteps: own.map((s) => s.time),
        initNoiseSigma: 1,
        stochastic: method === 'ancestral' || eta !== 0,
        steps: own,
      };
    },
    step: withNoise<GaussianNumbers & StepCoefficients>((s, x, output, history) => {
      const p = reverseStep(d, output, x, s, options);
      const gradient = condition(s, x);
      if (method === 'ancestral') {
        const mean = gradient ? add(p.mean, mul(gradient, p.variance)) : p.mean;
        const deviation = learnsVariance(d)
          ? mul(exp(mul(p.logVariance, 0.5)), s.noise)
          : undefined;
        return { mean, x0: p.predXStart, history, deviation };
      }
      const eps = toEps('x0', x, p.predXStart, s.alpha, s.sigma);
      if (!gradient) return { mean: ddimMean(p.predXStart, eps, s), x0: p.predXStart, history };
      const shifted = sub(eps, mul(gradient, s.sigma));
      const x0 = toX0('eps', x, shifted, s.alpha, s.sigma);
      return { mean: ddimMean(x0, shifted, s), x0, history };
    }),
  };
}
