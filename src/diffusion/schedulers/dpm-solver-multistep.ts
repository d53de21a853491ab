// DPMSolverMultistepScheduler: DPM-Solver++ (Lu et al. 2022, arXiv:2211.01095), data prediction, of first
// order (the same as DDIM with eta = 0) and of second order with the estimate before (2M, algorithm 2).
// With lambda = ln(alpha / sigma), h = lambda_u - lambda_t and r = h_before / h:
//   x_u = (sigma_u / sigma_t) x_t - alpha_u (e^-h - 1) D,  D = m_t + (m_t - m_before) / (2 r).

import { choose } from '../../models/config.ts';
import * as is from '../../tensor/arguments.ts';
import { ShapeError, WgradError } from '../../tensor/errors.ts';
import { add, mul } from '../../tensor/ops/index.ts';
import { roundHalfEven, timeGrid } from '../schedule.ts';
import { type CommonConfig, commonDefaults, readScheduler, spacingOf } from './config.ts';
import { estimator } from './estimates.ts';
import { type ConfiguredScheduler, type StepNumbers, withNoise } from './scheduler.ts';
import {
  finiteTables,
  gridFrom,
  interpolate,
  type KarrasConfig,
  karrasSigmas,
  levelOfSigma,
  type SigmaGrid,
  sigmaTable,
  timeOfSigma,
} from './sigmas.ts';

/** Numbers of a step: mean = xt x + x0 x̂_0 + before (x̂_0 of the step before). */
export interface DpmNumbers extends StepNumbers {
  readonly xt: number;
  readonly x0: number;
  readonly before: number;
}

/** Options of DPMSolverMultistepScheduler. */
export interface DpmConfig extends CommonConfig, Pick<KarrasConfig, 'use_karras_sigmas'> {
  /** 1 or 2. */
  readonly solver_order: number;
  /** dpmsolver++ */
  readonly algorithm_type: string;
  /** midpoint or heun: how the second order weighs the difference. */
  readonly solver_type: string;
  /** Whether the last of fewer than 15 steps is of first order. */
  readonly lower_order_final: boolean;
  /** Whether the last step is of first order in any case. */
  readonly euler_at_final: boolean;
  /** Where the last step leads: zero, or sigma_min, the level of training step 0. */
  readonly final_sigmas_type: string;
  /** Later than 0.27.2, as there: alphaBar_T = 2^-24. */
  readonly rescale_betas_zero_snr: boolean;
}

const defaults: DpmConfig = {
  ...commonDefaults,
  timestep_spacing: 'linspace',
  solver_order: 2,
  algorithm_type: 'dpmsolver++',
  solver_type: 'midpoint',
  lower_order_final: true,
  euler_at_final: false,
  final_sigmas_type: 'zero',
  use_karras_sigmas: false,
  rescale_betas_zero_snr: false,
};

// ln(alpha / sigma) = -ln(sigma of sigma space)
const lambdaOf = (sigma: number): number => -Math.log(sigma);

// The step from one sigma to another; `before`, the sigma of the step before, makes it second order.
function dpmNumbers(
  time: number,
  sigma: number,
  to: number,
  before: number | undefined,
  heun: boolean,
): DpmNumbers {
  const [level, next] = [levelOfSigma(sigma), levelOfSigma(to)];
  const h = lambdaOf(to) - lambdaOf(sigma);
  const xt = next.sigma / level.sigma;
  const x0 = -next.alpha * Math.expm1(-h);
  const numbers = { time, input: 1, ...level, noise: 0, xt };
  if (before === undefined) return { ...numbers, x0, before: 0 };
  const r = (lambdaOf(sigma) - lambdaOf(before)) / h;
  // weight of (m_t - m_before) / r
  const weight = heun ? next.alpha * (Math.expm1(-h) / h + 1) : x0 / 2;
  return { ...numbers, x0: x0 + weight / r, before: -weight / r };
}

const dpmSolverMultistepSchedulerArgs = is.signature('diffusion.dpmSolverMultistepScheduler', [
  'given',
  is.config,
]);

/** DPMSolverMultistepScheduler of diffusers: DPM-Solver++. @throws WgradError for options it has not */
export function dpmSolverMultistepScheduler(given: Partial<DpmConfig> = {}): ConfiguredScheduler {
  dpmSolverMultistepSchedulerArgs(given);
  const base = finiteTables(readScheduler('DPMSolverMultistepScheduler', given, defaults));
  const { name, config } = base;
  const { solver_order: order, num_train_timesteps: total, steps_offset: offset } = config;
  if (order !== 1 && order !== 2) {
    throw new WgradError(`${name}: solver_order = ${order} is not implemented, only 1 and 2`);
  }
  choose(name, 'algorithm_type', config.algorithm_type, { 'dpmsolver++': true });
  const heun = choose(name, 'solver_type', config.solver_type, { midpoint: false, heun: true });
  const ends = { zero: true, sigma_min: false };
  const toZero = choose(name, 'final_sigmas_type', config.final_sigmas_type, ends);
  const spacing = spacingOf(name, config);
  const table = sigmaTable(base);
  const estimate = estimator(base.kind);

  function grid(steps: number): SigmaGrid {
    if (!Number.isInteger(steps) || steps < 1 || steps >= total) {
      throw new ShapeError(`${name} with ${steps} steps; choose 1 to ${total - 1}`);
    }
    // one more than asked for, and the last, cleanest left out, except for `trailing`
    let times = timeGrid(total, spacing === 'trailing' ? steps : steps + 1, spacing, offset);
    times = times.slice(0, steps);
    let sigmas = times.map((t) => interpolate(table, t));
    if (config.use_karras_sigmas) {
      sigmas = karrasSigmas(steps, table[0], table[total - 1]);
      times = sigmas.map((s) => roundHalfEven(timeOfSigma(table, s)));
    }
    return { times, sigmas: [...sigmas, toZero ? 0 : table[0]], initNoiseSigma: 1 };
  }

  return {
    ...base,
    scalesInput: false,
    historyLength: order - 1,
    plan: (steps, options = {}) => {
      const { times, sigmas } = gridFrom(name, grid(steps), options);
      const firstOrderEnd =
        toZero || config.euler_at_final || (config.lower_order_final && steps < 15);
      const numbers = times.map((time, i) => {
        const first = order === 1 || i === 0 || (i === times.length - 1 && firstOrderEnd);
        return dpmNumbers(time, sigmas[i], sigmas[i + 1], first ? undefined : sigmas[i - 1], heun);
      });
      return { timesteps: times, sigmas, initNoiseSigma: 1, stochastic: false, steps: numbers };
    },
    step: withNoise<DpmNumbers>((s, x, prediction, [before]) => {
      const x0 = estimate.x0(s, x, prediction);
      const first = add(mul(x, s.xt), mul(x0, s.x0));
      if (!before) return { mean: first, x0, history: [] };
      return { mean: add(first, mul(before, s.before)), x0, history: [x0] };
    }),
  };
}
