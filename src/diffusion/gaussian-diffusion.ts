// Gaussian diffusion over discrete steps with fixed or learned variances, as improved diffusion (Nichol and
// Dhariwal 2021, arXiv:2102.09672) and Point-E (arXiv:2212.08751) use it: the chain as a record of float64 numbers a step,
// which are rounded once, where they meet tensors. Steps are code indices 0 .. T-1 and data is channels last.

import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { add, div, mul, sub } from '../tensor/ops/arithmetic.ts';
import { tensor } from '../tensor/ops/create.ts';
import type { Tensor } from '../tensor/tensor.ts';
import * as kinds from './argument-kinds.ts';
import { clean, levelOf, posteriorMean, posteriorVariance } from './process.ts';
import { alphaBars } from './schedule.ts';
import type { Tables } from './schedulers/config.ts';
import type { StepNumbers } from './schedulers/scheduler.ts';

/** What the network predicts: the noise, the data, or the mean of the step before. */
export type ModelMeanType = 'epsilon' | 'x_start' | 'x_prev';
/**
 * The reverse variance: the posterior's, beta, the network's logarithm of it, or the network's position
 * f in [-1, 1] between the logarithms of the first two (arXiv:2102.09672, eq. 15).
 */
export type ModelVarType = 'fixed_small' | 'fixed_large' | 'learned' | 'learned_range';
/** `rescaled_` brings losses of different numbers of steps to one size. */
export type DiffusionLossType = 'mse' | 'rescaled_mse' | 'kl' | 'rescaled_kl';

/** How a diffusion is set up; names and defaults are point-e's. */
export interface GaussianDiffusionOptions {
  /** beta_t in (0, 1], one a step. */
  readonly betas: Float64Array;
  /** What the network predicts. */
  readonly model_mean_type: ModelMeanType;
  /** Whether the variance is fixed or learned. */
  readonly model_var_type: ModelVarType;
  /** What training minimises. */
  readonly loss_type: DiffusionLossType;
  /** Step 0 of the variational bound is the likelihood of 8-bit data (default false: 0). */
  readonly discretized_t0?: boolean;
  /** Data x is diffused as x scale + bias, by channel. */
  readonly channel_scales?: readonly number[] | null;
  /** Added after `channel_scales`, by channel. */
  readonly channel_biases?: readonly number[] | null;
  /** Steps of the original chain to keep, any order (default all); the network is told their numbers. */
  readonly use_timesteps?: Iterable<number>;
}

/** Numbers of a step of the chain; `noise` is 1 where the network learns its deviation, and 0 at step 0 in any case. */
export interface GaussianNumbers extends StepNumbers {
  /** Mean of q(x_{t-1} | x_t, x_0): ofX0 x_0 + ofXt x_t. */
  readonly ofX0: number;
  readonly ofXt: number;
  /** ln of the posterior's variance; at step 0, where it is 0, that of step 1 (beta in a chain of one). */
  readonly low: number;
  /** ln of beta, to which a learned range goes. */
  readonly high: number;
  /** The reverse variance where it is fixed, and its logarithm. */
  readonly variance: number;
  readonly logVariance: number;
}

/** A diffusion: its options and float64 tables by step. */
export interface GaussianDiffusion extends Required<GaussianDiffusionOptions>, Tables {
  /** Steps of the chain (those that are kept). */
  readonly steps: number;
  /** Their numbers in the original chain, which the network is told. */
  readonly timesteps: readonly number[];
  /** The numbers of each step. */
  readonly numbers: readonly GaussianNumbers[];
}

/** Whether the network predicts variances beside means. */
export const learnsVariance = (d: Pick<GaussianDiffusion, 'model_var_type'>): boolean =>
  d.model_var_type === 'learned' || d.model_var_type === 'learned_range';

/** Builds the tables of a diffusion. @throws ShapeError for betas outside (0, 1] or steps outside the chain */
export function gaussianDiffusion(options: GaussianDiffusionOptions): GaussianDiffusion {
  const { betas: original } = options;
  const wrong = original.findIndex((b) => !(b > 0 && b <= 1));
  if (original.length === 0 || wrong >= 0) {
    throw new ShapeError(`a diffusion needs betas in (0, 1], not ${original[wrong]} at ${wrong}`);
  }
  const all = Array.from(original, (_, t) => t);
  const timesteps = [...new Set(options.use_timesteps ?? all)].sort((a, b) => a - b);
  const outside = timesteps.find((t) => !(t in all));
  if (timesteps.length === 0 || outside !== undefined) {
    throw new ShapeError(`step ${outside} is not one of 0 .. ${original.length - 1}`);
  }
  const everyBar = alphaBars(original);
  const bars = Float64Array.from(timesteps, (t) => everyBar[t]);
  const betas =
    timesteps.length === original.length
      ? original
      : bars.map((a, i) => 1 - a / (i === 0 ? 1 : bars[i - 1]));
  const levels = Array.from(bars, levelOf);
  const before = [clean, ...levels];
  const posterior = levels.map((from, t) => posteriorVariance(from, before[t]));
  const second = posterior[1] ?? betas[0]; // in place of the 0 of step 0
  const learned = learnsVariance(options);
  const large = options.model_var_type === 'fixed_large';
  const numbers = levels.map((level, t): GaussianNumbers => {
    const mean = posteriorMean(level, before[t]);
    const low = Math.log(t > 0 ? posterior[t] : second);
    // fixed_large at step 0: the posterior's of step 1, a better likelihood of the data
    const variance = large && t > 0 ? betas[t] : large ? second : posterior[t];
    return {
      time: timesteps[t],
      input: 1,
      ...level,
      noise: t === 0 ? 0 : learned ? 1 : Math.sqrt(variance),
      ofX0: mean.x0,
      ofXt: mean.xt,
      low,
      high: Math.log(betas[t]),
      variance,
      logVariance: large ? Math.log(variance) : low,
    };
  });
  return {
    discretized_t0: false,
    channel_scales: null,
    channel_biases: null,
    ...options,
    use_timesteps: timesteps,
    betas,
    alphasCumprod: bars,
    timesteps,
    steps: betas.length,
    numbers,
  };
}

const scaleChannelsArgs = is.signature(
  'diffusion.scaleChannels',
  ['d', kinds.gaussianDiffusion],
  ['x', is.tensor],
);

/** Data [..., c] into the diffusion's scale: x scale + bias by channel. */
export function scaleChannels(d: GaussianDiffusion, x: Tensor): Tensor {
  scaleChannelsArgs(d, x);
  const scaled = d.channel_scales ? mul(x, tensor([...d.channel_scales])) : x;
  return d.channel_biases ? add(scaled, tensor([...d.channel_biases])) : scaled;
}

const unscaleChannelsArgs = is.signature(
  'diffusion.unscaleChannels',
  ['d', kinds.gaussianDiffusion],
  ['x', is.tensor],
);

/** Back from the diffusion's scale: (x - bias) / scale by channel. */
export function unscaleChannels(d: GaussianDiffusion, x: Tensor): Tensor {
  unscaleChannelsArgs(d, x);
  const y = d.channel_biases ? sub(x, tensor([...d.channel_biases])) : x;
  return d.channel_scales ? div(y, tensor([...d.channel_scales])) : y;
}
