// The samplers of Karras et al. 2022 (EDM, arXiv:2206.00364) by noise level, as Point-E has them, for a network that
// estimates x_0 in x = x_0 + sigma eps and is told sigma: Heun's method with churn (algorithm 2), a midpoint method in
// the manner of DPM-Solver-2, or Euler's with fresh noise at every step. Churn is the noise that ends the step before;
// in front of the first one it widens the noise to start from.
import * as is from '../../tensor/arguments.ts';
import { ShapeError } from '../../tensor/errors.ts';
import { ancestralNumbers } from './euler-ancestral.ts';
import { heunCalls, heunStep, midpointCalls } from './heun.ts';
import {
  type Plan,
  type PlanOptions,
  refuseEta,
  type Scheduler,
  type StepNumbers,
  startingAt,
} from './scheduler.ts';
import { eulerStep, karrasSigmas } from './sigmas.ts';

/** How to go from noise to data; names and defaults are point-e's. */
export interface KarrasSchedulerOptions {
  /** Default heun. */
  readonly sampler?: 'heun' | 'dpm' | 'ancestral';
  /** Default 0.002. */
  readonly sigma_min?: number;
  /** Default 80. */
  readonly sigma_max?: number;
  /** Default 7. */
  readonly rho?: number;
  /** Levels themselves, falling, the last one 0, instead of Karras's grid (EDM eq. 5) and 0 after it. */
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

const karrasSchedulerArgs = is.signature('diffusion.karrasScheduler', [
  'options',
  is.options<KarrasSchedulerOptions>({
    sampler: is.optional(is.oneOf('ancestral', 'heun', 'dpm')),
    sigma_min: is.optional(is.scalar),
    sigma_max: is.optional(is.scalar),
    rho: is.optional(is.scalar),
    sigmas: is.optional(is.numbers),
    s_churn: is.optional(is.scalar),
    s_tmin: is.optional(is.scalar),
    s_tmax: is.optional(is.scalar),
    s_noise: is.optional(is.scalar),
  }),
]);

function levelsOf(options: KarrasSchedulerOptions, steps: number): readonly number[] {
  const { sigma_min = 0.002, sigma_max = 80, rho = 7, sigmas } = options;
  const levels = sigmas ?? [...karrasSigmas(steps, sigma_min, sigma_max, rho), 0];
  const falls = levels.every((s, i) => i === 0 || s < levels[i - 1]);
  if (levels.length !== steps + 1 || steps < 1 || levels[steps] !== 0 || !falls) {
    throw new ShapeError(
      `karrasScheduler: ${steps} steps need ${steps + 1} levels that fall to 0, found ${levels.join(', ')}`,
    );
  }
  return levels;
}

/**
 * A scheduler whose steps are calls of the network, two a step but for `ancestral`'s and Heun's last. Its plans tell the
 * levels of the steps (`sigmas`). @throws ShapeError for levels that do not fall to 0
 */
export function karrasScheduler(options: KarrasSchedulerOptions = {}): Scheduler {
  karrasSchedulerArgs(options);
  const { sampler = 'heun', s_churn = 0, s_tmin = 0, s_tmax = Infinity, s_noise = 1 } = options;
  const ancestral = sampler === 'ancestral';

  function plan(steps: number, planOptions: PlanOptions = {}): Plan {
    refuseEta('karrasScheduler', planOptions);
    const levels = levelsOf(options, steps);
    const most = Math.min(s_churn / steps, Math.SQRT2 - 1);
    const way = levels.slice(0, -1).map((sigma, i) => {
      const churns = !ancestral && sigma >= s_tmin && sigma <= s_tmax;
      const raised = sigma * (1 + (churns ? most : 0));
      const noise = s_noise * Math.sqrt(raised ** 2 - sigma ** 2);
      return { sigma, at: { time: raised, sigma: raised }, noise, next: levels[i + 1] };
    });
    const own = startingAt(way, planOptions.start);
    const numbers = own.flatMap(({ at, next }, i): StepNumbers[] => {
      if (ancestral) return [ancestralNumbers(at.time, at.sigma, next)];
      const middle = ((Math.cbrt(at.sigma) + Math.cbrt(next)) / 2) ** 3; // half of the way for rho = 3
      const calls =
        sampler === 'dpm'
          ? midpointCalls(at, { time: middle, sigma: middle }, next)
          : heunCalls(at, { time: next, sigma: next });
      const noise = own[i + 1]?.noise ?? 0;
      return calls.map((call, k) => (k === calls.length - 1 ? { ...call, noise } : call));
    });
    return {
      timesteps: numbers.map((s) => s.time),
      sigmas: [...own.map((s) => s.sigma), 0],
      initNoiseSigma: Math.hypot(own[0].sigma, own[0].noise),
      stochastic: numbers.some((s) => s.noise > 0),
      steps: numbers,
    };
  }
  return {
    scalesInput: false,
    historyLength: ancestral ? 0 : 2,
    plan,
    step: ancestral ? eulerStep('x0') : heunStep('x0'),
  };
}
