// EulerAncestralDiscreteScheduler: Euler's method down to a sigma below the next one, and noise up to it
// (k-diffusion's ancestral step; the split of variances is DDPM's posterior in sigma space):
// sigma_up² = sigma'² (sigma² - sigma'²) / sigma², sigma_down² = sigma'² - sigma_up².
import * as is from '../../tensor/arguments.ts';
import { type CommonConfig, commonDefaults, readScheduler } from './config.ts';
import type { ConfiguredScheduler } from './scheduler.ts';
import {
  type EulerNumbers,
  eulerNumbers,
  eulerStep,
  finiteTables,
  sigmaGrid,
  sigmaPlan,
} from './sigmas.ts';

/** Options of EulerAncestralDiscreteScheduler. */
export interface EulerAncestralConfig extends CommonConfig {
  readonly rescale_betas_zero_snr: boolean;
}

const defaults: EulerAncestralConfig = {
  ...commonDefaults,
  timestep_spacing: 'linspace',
  rescale_betas_zero_snr: false,
};

/** Numbers of an ancestral step from one sigma to another. */
export function ancestralNumbers(time: number, from: number, to: number): EulerNumbers {
  const up = (to / from) * Math.sqrt(from ** 2 - to ** 2);
  // sqrt(to² - up²) = to² / from, without the difference
  return { ...eulerNumbers(time, from, to ** 2 / from), noise: up };
}

const eulerAncestralDiscreteSchedulerArgs = is.signature(
  'diffusion.eulerAncestralDiscreteScheduler',
  ['given', is.config],
);

/** EulerAncestralDiscreteScheduler of diffusers. @throws WgradError for options it has not */
export function eulerAncestralDiscreteScheduler(
  given: Partial<EulerAncestralConfig> = {},
): ConfiguredScheduler {
  eulerAncestralDiscreteSchedulerArgs(given);
  const base = finiteTables(readScheduler('EulerAncestralDiscreteScheduler', given, defaults));
  return {
    ...base,
    scalesInput: true,
    historyLength: 0,
    plan: (steps, options = {}) =>
      sigmaPlan(sigmaGrid(base, steps, options), true, ancestralNumbers),
    step: eulerStep(base.kind),
  };
}
