// DDIMScheduler: denoising diffusion implicit models (Song et al. 2021, arXiv:2010.02502). A step splits x
// into estimates of x_0 and eps and mixes them again at the next level (eq. 12); eta (eq. 16) says how
// much of that eps is drawn anew: 0 none (deterministic), 1 as much as DDPM's posterior.
import * as is from '../../tensor/arguments.ts';
import { add, mul } from '../../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../../tensor/tensor.ts';
import { clean, type Level, type Parametrization, posteriorVariance } from '../process.ts';
import { continuousCosine, type NoiseSchedule } from '../schedule.ts';
import { type CommonConfig, commonDefaults, readScheduler } from './config.ts';
import { type ClipConfig, estimator } from './estimates.ts';
import { lastLevel, levelSteps } from './levels.ts';
import {
  type ConfiguredScheduler,
  type Scheduler,
  type StepNumbers,
  startingAt,
  withNoise,
} from './scheduler.ts';

/** x_next = x0 x̂_0 + eps êps + noise z. */
export interface StepCoefficients {
  readonly x0: number;
  readonly eps: number;
  readonly noise: number;
}

/**
 * DDIM's coefficients between two levels: noise² = eta² (s_p²/s_t²) (1 - a_t²/a_p²), and of sigma_p²
 * the rest stays with êps. eta 0: deterministic; eta 1: the posterior of DDPM.
 */
export function ddimCoefficients(from: Level, to: Level, eta = 0): StepCoefficients {
  const variance = eta === 0 ? 0 : eta ** 2 * posteriorVariance(from, to);
  return {
    x0: to.alpha,
    eps: Math.sqrt(Math.max(to.sigma ** 2 - variance, 0)),
    noise: Math.sqrt(variance),
  };
}

/** Mean of the next x for estimates of x_0 and eps. */
export const ddimMean = (
  x0: Tensor,
  eps: Tensor,
  c: { readonly x0: TensorLike; readonly eps: TensorLike },
): Tensor => add(mul(x0, c.x0), mul(eps, c.eps));

/** Numbers of a step of DDIM. */
export interface DdimNumbers extends StepNumbers, StepCoefficients {}

/** Numbers of the step from one level to another. */
export const ddimNumbers = (time: number, from: Level, to: Level, eta = 0): DdimNumbers => ({
  time,
  input: 1,
  alpha: from.alpha,
  sigma: from.sigma,
  ...ddimCoefficients(from, to, eta),
});

/** The step of DDIM around a network that predicts `kind`. */
export function ddimStep(
  kind: Parametrization,
  config?: ClipConfig,
): Scheduler<DdimNumbers>['step'] {
  const estimate = estimator(kind, config);
  return withNoise((s, x, prediction, history) => {
    const x0 = estimate.x0(s, x, prediction);
    return { mean: ddimMean(x0, estimate.eps(s, x, prediction), s), x0, history };
  });
}

const ddimOverArgs = is.signature(
  'diffusion.ddimOver',
  ['kind', is.oneOf('eps', 'x0', 'v')],
  ['schedule', is.methods('a noise schedule', 'times', 'level')],
);

/**
 * DDIM over any noise schedule (default `continuousCosine`) for a network that predicts `kind`, which
 * is told the schedule's times.
 */
export function ddimOver(
  kind: Parametrization,
  schedule: NoiseSchedule = continuousCosine,
): Scheduler {
  ddimOverArgs(kind, schedule);
  return {
    scalesInput: false,
    historyLength: 0,
    plan: (steps, { eta = 0, start } = {}) => {
      const times = schedule.times(steps);
      const levels = [...times.map((t) => schedule.level(t)), clean];
      const way = times.map((t, i) => ddimNumbers(t, levels[i], levels[i + 1], eta));
      const own = startingAt(way, start);
      return {
        timesteps: own.map((s) => s.time),
        initNoiseSigma: 1,
        stochastic: eta !== 0,
        steps: own,
      };
    },
    step: ddimStep(kind),
  };
}

/** Options of DDIMScheduler. */
export interface DdimConfig extends CommonConfig, ClipConfig {
  /** Where the last step leads: to no noise at all, or to the level of training step 0. */
  readonly set_alpha_to_one: boolean;
  readonly rescale_betas_zero_snr: boolean;
}

const defaults: DdimConfig = {
  ...commonDefaults,
  clip_sample: true,
  clip_sample_range: 1,
  set_alpha_to_one: true,
  rescale_betas_zero_snr: false,
};

const ddimSchedulerArgs = is.signature('diffusion.ddimScheduler', ['given', is.config]);

/** DDIMScheduler of diffusers; any `eta` in its plans. @throws WgradError for options it has not */
export function ddimScheduler(given: Partial<DdimConfig> = {}): ConfiguredScheduler {
  ddimSchedulerArgs(given);
  const base = readScheduler('DDIMScheduler', given, defaults);
  const last = lastLevel(base, base.config.set_alpha_to_one);
  return {
    ...base,
    scalesInput: false,
    historyLength: 0,
    plan: (steps, options = {}) => {
      const { eta = 0 } = options;
      const way = levelSteps(base, steps, options, last);
      return {
        timesteps: way.map((s) => s.time),
        initNoiseSigma: 1,
        stochastic: eta !== 0,
        steps: way.map(({ time, from, to }) => ddimNumbers(time, from, to, eta)),
      };
    },
    step: ddimStep(base.kind, base.config),
  };
}
