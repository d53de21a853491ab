// DDPMScheduler: ancestral sampling (Ho et al. 2020, arXiv:2006.11239). A step draws from the posterior
// q(x_{t-1} | x_t, x_0) of eq. 6 and 7 at the estimate of x_0, with the posterior's own variance
// (fixed_small) or that of the forward process (fixed_large).

import { choose } from '../../models/config.ts';
import * as is from '../../tensor/arguments.ts';
import { add, mul } from '../../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../../tensor/tensor.ts';
import { clean, posteriorMean, posteriorVariance } from '../process.ts';
import { type CommonConfig, commonDefaults, readScheduler } from './config.ts';
import { type ClipConfig, estimator } from './estimates.ts';
import { type LevelStep, levelSteps } from './levels.ts';
import { type ConfiguredScheduler, refuseEta, type StepNumbers, withNoise } from './scheduler.ts';

/** Numbers of a step of DDPM: mean = x0 x̂_0 + xt x. */
export interface DdpmNumbers extends StepNumbers {
  readonly x0: number;
  readonly xt: number;
}

/** Options of DDPMScheduler. */
export interface DdpmConfig extends CommonConfig, ClipConfig {
  /** fixed_small, fixed_large, or either with _log, which means the same. */
  readonly variance_type: string;
  readonly rescale_betas_zero_snr: boolean;
}

const defaults: DdpmConfig = {
  ...commonDefaults,
  variance_type: 'fixed_small',
  clip_sample: true,
  clip_sample_range: 1,
  rescale_betas_zero_snr: false,
};

const variances = {
  fixed_small: false,
  fixed_small_log: false,
  fixed_large: true,
  fixed_large_log: true,
};

/** The mean of the next x: the posterior's, at an estimate of x_0. */
export const ddpmMean = (
  x0: Tensor,
  x: Tensor,
  c: { readonly x0: TensorLike; readonly xt: TensorLike },
): Tensor => add(mul(x0, c.x0), mul(x, c.xt));

const ddpmSchedulerArgs = is.signature('diffusion.ddpmScheduler', ['given', is.config]);

/** DDPMScheduler of diffusers. @throws WgradError for options it has not */
export function ddpmScheduler(given: Partial<DdpmConfig> = {}): ConfiguredScheduler {
  ddpmSchedulerArgs(given);
  const base = readScheduler('DDPMScheduler', given, defaults);
  const large = choose(base.name, 'variance_type', base.config.variance_type, variances);
  const estimate = estimator(base.kind, base.config);

  function numbers({ time, from, to }: LevelStep): DdpmNumbers {
    const variance = large ? 1 - (from.alpha / to.alpha) ** 2 : posteriorVariance(from, to);
    // the step from training step 0 is the last in any case and adds none
    const noise = time > 0 ? Math.sqrt(variance) : 0;
    return { time, input: 1, ...from, ...posteriorMean(from, to), noise };
  }

  return {
    ...base,
    scalesInput: false,
    historyLength: 0,
    plan: (steps, options = {}) => {
      refuseEta(base.name, options);
      const way = levelSteps(base, steps, options, clean);
      return {
        timesteps: way.map((s) => s.time),
        initNoiseSigma: 1,
        stochastic: true,
        steps: way.map(numbers),
      };
    },
    step: withNoise<DdpmNumbers>((s, x, prediction, history) => {
      const x0 = estimate.x0(s, x, prediction);
      return { mean: ddpmMean(x0, x, s), x0, history };
    }),
  };
}
