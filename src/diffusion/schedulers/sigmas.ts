// Schedulers in sigma space: x = x_0 + sigma eps with sigma_t = sqrt((1 - alphaBar_t) / alphaBar_t), along
// which Karras et al. 2022 (EDM, arXiv:2206.00364) integrate dx/dsigma = (x - x̂_0) / sigma (eq. 1 with
// sigma(t) = t, s(t) = 1). What Euler's, Heun's and the ancestral scheduler share: the grid of sigmas,
// between training steps too, and Karras's grid (eq. 5).

import { add, mul, sub } from '../../tensor/ops/index.ts';
import type { Parametrization } from '../process.ts';
import { type Spacing, timeGrid } from '../schedule.ts';
import { type CommonConfig, type SchedulerBase, spacingOf, type Tables } from './config.ts';
import { estimator } from './estimates.ts';
import {
  type Plan,
  type PlanOptions,
  refuseEta,
  type Scheduler,
  type StepNumbers,
  startingAt,
  withNoise,
} from './scheduler.ts';

/** sigma_t of every training step. */
export const sigmaTable = (tables: Tables): Float64Array => {
  const { alphasCumprod } = tables;
  return alphasCumprod.map((a) => Math.sqrt((1 - a) / a));
};

/**
 * Tables without an infinite sigma: alphaBar = 0 becomes 2^-24, sigma 4096, as in diffusers; or less, so
 * that it stays below the entry before.
 */
export function finiteTables<T extends Tables>(tables: T): T {
  const least = tables.alphasCumprod.reduce((m, a) => (a > 0 ? Math.min(m, a) : m), 1);
  const tiny = Math.min(2 ** -24, least / 2);
  return { ...tables, alphasCumprod: tables.alphasCumprod.map((a) => (a === 0 ? tiny : a)) };
}

/** A table at a position between its entries, linearly. */
export function interpolate(table: Float64Array, at: number): number {
  const low = Math.min(Math.max(Math.floor(at), 0), table.length - 1);
  const high = Math.min(low + 1, table.length - 1);
  return table[low] + (table[high] - table[low]) * (at - low);
}

/** The position of a sigma in a growing table, linearly in ln sigma; its ends outside. */
export function timeOfSigma(table: Float64Array, sigma: number): number {
  const log = Math.log(Math.max(sigma, 1e-10));
  let low = 0;
  while (low < table.length - 2 && log >= Math.log(table[low + 1])) low++;
  const [a, b] = [Math.log(table[low]), Math.log(table[low + 1])];
  return low + Math.min(Math.max((a - log) / (a - b), 0), 1);
}

/** n sigmas from `max` down to `min`, evenly in sigma^(1/rho) (EDM eq. 5; rho = 7). */
export function karrasSigmas(n: number, min: number, max: number, rho = 7): number[] {
  const [from, to] = [max ** (1 / rho), min ** (1 / rho)];
  return Array.from(
    { length: n },
    (_, i) => (from + (i / Math.max(n - 1, 1)) * (to - from)) ** rho,
  );
}

/** Level numbers of x = x_0 + sigma eps: divided by sqrt(sigma² + 1) it has variance 1. */
export function levelOfSigma(sigma: number): { alpha: number; sigma: number } {
  const alpha = 1 / Math.sqrt(sigma ** 2 + 1);
  return { alpha, sigma: sigma * alpha };
}

/** Numbers of a step of Euler's method: mean = x̂_0 + keep (x - x̂_0), keep = sigma_next / sigma. */
export interface EulerNumbers extends StepNumbers {
  readonly keep: number;
}

/** Numbers of the step from one sigma to another. */
export function eulerNumbers(time: number, from: number, to: number): EulerNumbers {
  const level = levelOfSigma(from);
  return { time, input: level.alpha, ...level, noise: 0, keep: to / from };
}

/** A step of Euler's method for dx/dsigma = (x - x̂_0) / sigma. */
export function eulerStep(kind: Parametrization): Scheduler<EulerNumbers>['step'] {
  const { x0InSigmaSpace } = estimator(kind);
  return withNoise((s, x, prediction, history) => {
    const x0 = x0InSigmaSpace(s, x, prediction);
    return { mean: add(x0, mul(sub(x, x0), s.keep)), x0, history };
  });
}

/** Times and sigmas of n steps; sigmas end with 0. */
export interface SigmaGrid {
  readonly times: readonly number[];
  readonly sigmas: readonly number[];
  readonly initNoiseSigma: number;
}

// linspace is not rounded here: sigmas are interpolated
function sigmaTimes(total: number, steps: number, spacing: Spacing, offset: number): number[] {
  const rounded = timeGrid(total, steps, spacing, offset);
  if (spacing !== 'linspace' || steps === 1) return rounded;
  return rounded.map((_, i) => (steps - 1 - i) * ((total - 1) / (steps - 1)));
}

/** Options of schedulers that offer Karras's grid. */
export interface KarrasConfig {
  readonly use_karras_sigmas: boolean;
  /** Ends of Karras's grid; default: those of the grid that it replaces. */
  readonly sigma_min?: number | null;
  readonly sigma_max?: number | null;
}

/** The grid that a configuration and a plan's options ask for. @throws ShapeError, WgradError for an eta */
export function sigmaGrid(
  base: SchedulerBase<CommonConfig & Partial<KarrasConfig>>,
  steps: number,
  options: PlanOptions,
): SigmaGrid {
  const { name, config } = base;
  const spacing = spacingOf(name, config);
  const table = sigmaTable(base);
  let times = sigmaTimes(config.num_train_timesteps, steps, spacing, config.steps_offset);
  let sigmas = times.map((t) => interpolate(table, t));
  if (config.use_karras_sigmas) {
    const { sigma_min, sigma_max } = config;
    sigmas = karrasSigmas(steps, sigma_min ?? sigmas[steps - 1], sigma_max ?? sigmas[0]);
    times = sigmas.map((s) => timeOfSigma(table, s));
  }
  // with `leading` the noise is that of x = x_0 + sigma eps for x_0 of variance 1
  const initNoiseSigma = spacing === 'leading' ? Math.hypot(sigmas[0], 1) : sigmas[0];
  return gridFrom(name, { times, sigmas: [...sigmas, 0], initNoiseSigma }, options);
}

/** A grid as the options of a plan ask for it. @throws ShapeError, WgradError for an eta */
export function gridFrom(name: string, grid: SigmaGrid, options: PlanOptions): SigmaGrid {
  refuseEta(name, options);
  const times = startingAt(grid.times, options.start);
  return { ...grid, times, sigmas: grid.sigmas.slice(-times.length - 1) };
}

/** A plan of one call of the network a step. */
export const sigmaPlan = <S extends StepNumbers>(
  { times, sigmas, initNoiseSigma }: SigmaGrid,
  stochastic: boolean,
  numbers: (time: number, from: number, to: number) => S,
): Plan<S> => ({
  timesteps: times,
  sigmas,
  initNoiseSigma,
  stochastic,
  steps: times.map((t, i) => numbers(t, sigmas[i], sigmas[i + 1])),
});
