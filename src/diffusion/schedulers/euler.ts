// EulerDiscreteScheduler: Euler's method in sigma space (EDM, arXiv:2206.00364, algorithm 2 without churn).
// With exact arithmetic it is DDIM with eta = 0 on the same levels.
import * as is from '../../tensor/arguments.ts';
import { type CommonConfig, commonDefaults, readScheduler } from './config.ts';
import type { ConfiguredScheduler } from './scheduler.ts';
import {
  eulerNumbers,
  eulerStep,
  finiteTables,
  type KarrasConfig,
  sigmaGrid,
  sigmaPlan,
} from './sigmas.ts';

/** Options of EulerDiscreteScheduler. */
export interface EulerConfig extends CommonConfig, KarrasConfig {
  readonly rescale_betas_zero_snr: boolean;
}

const defaults: EulerConfig = {
  ...commonDefaults,
  timestep_spacing: 'linspace',
  use_karras_sigmas: false,
  sigma_min: null,
  sigma_max: null,
  rescale_betas_zero_snr: false,
};

const eulerDiscreteSchedulerArgs = is.signature('diffusion.eulerDiscreteScheduler', [
  'given',
  is.config,
]);

/** EulerDiscreteScheduler of diffusers, without its churn. @throws WgradError for options it has not */
export function eulerDiscreteScheduler(given: Partial<EulerConfig> = {}): ConfiguredScheduler {
  eulerDiscreteSchedulerArgs(given);
  const base = finiteTables(readScheduler('EulerDiscreteScheduler', given, defaults));
  return {
    ...base,
    scalesInput: true,
    historyLength: 0,
    plan: (steps, options = {}) => sigmaPlan(sigmaGrid(base, steps, options), false, eulerNumbers),
    step: eulerStep(base.kind),
  };
}
