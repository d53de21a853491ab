// Configurations of schedulers: the keys and defaults of diffusers 0.27.2, as scheduler_config.json has
// them, and the tables that follow from them. A key that belongs to another scheduler is passed over, as
// diffusers does when a configuration moves from one scheduler to another; a key that no scheduler has
// or an option that is not implemented is an error.
import { choose, type Options, readConfig } from '../../models/config.ts';
import { WgradError } from '../../tensor/errors.ts';
import { quote } from '../../tensor/quote.ts';
import type { Parametrization } from '../process.ts';
import {
  alphaBars,
  cosineBetas,
  linearBetas,
  type Spacing,
  scaledLinearBetas,
  zeroTerminalSnr,
} from '../schedule.ts';

const mostSteps = 1e6; // tables have an entry each

/** What every scheduler can be told. */
export interface CommonConfig {
  /** T: length of the tables. */
  readonly num_train_timesteps: number;
  readonly beta_start: number;
  readonly beta_end: number;
  /** linear, scaled_linear or squaredcos_cap_v2 (which ignores both ends). */
  readonly beta_schedule: string;
  /** T betas instead of a schedule. */
  readonly trained_betas: readonly number[] | null;
  /** epsilon, sample or v_prediction. */
  readonly prediction_type: string;
  /** leading, trailing or linspace. */
  readonly timestep_spacing: string;
  /** Added to the time steps of `leading`. */
  readonly steps_offset: number;
}

/** The defaults that most schedulers share. */
export const commonDefaults: CommonConfig = {
  num_train_timesteps: 1000,
  beta_start: 0.0001,
  beta_end: 0.02,
  beta_schedule: 'linear',
  trained_betas: null,
  prediction_type: 'epsilon',
  timestep_spacing: 'leading',
  steps_offset: 0,
};

// Options of some scheduler or other. Loading a configuration made for another scheduler is normal (Stable
// Diffusion 1.5 names clip_sample beside PNDMScheduler, which has none).
const ofSomeScheduler = new Set([
  ...Object.keys(commonDefaults),
  'clip_sample',
  'clip_sample_range',
  'set_alpha_to_one',
  'variance_type',
  'skip_prk_steps',
  'solver_order',
  'algorithm_type',
  'solver_type',
  'lower_order_final',
  'euler_at_final',
  'final_sigmas_type',
  'use_karras_sigmas',
  'sigma_min',
  'sigma_max',
  'dynamic_thresholding_ratio',
  'sample_max_value',
]);

// Accepted, where a scheduler has them not, at the value that switches them off: most are implemented by
// none here, and a network trained without any signal at the end needs the tables that it was trained on.
const switchedOff: Options = {
  rescale_betas_zero_snr: false,
  thresholding: false,
  use_lu_lambdas: false,
  use_exponential_sigmas: false,
  use_beta_sigmas: false,
  use_flow_sigmas: false,
  flow_shift: 1,
  use_dynamic_shifting: false,
  time_shift_type: 'exponential',
  interpolation_type: 'linear',
  timestep_type: 'discrete',
  final_sigma: null,
};

// -Infinity is no JSON: readers of such files give null or the word
const isUnclipped = (value: unknown): boolean =>
  value === null || value === '-Infinity' || value === Number.NEGATIVE_INFINITY;

/**
 * A scheduler's options: those of `given` over `defaults`.
 * @throws WgradError naming an option that no scheduler has, or that is not implemented
 */
function readSchedulerConfig<C extends CommonConfig>(
  scheduler: string,
  given: Options,
  defaults: C,
): C {
  const { lambda_min_clipped: clipped = null, ...rest } = given;
  if (!isUnclipped(clipped)) {
    throw new WgradError(`${scheduler}: lambda_min_clipped = ${quote(clipped)} is not implemented`);
  }
  const own = Object.entries(rest).filter(
    ([k]) => Object.hasOwn(defaults, k) || !ofSomeScheduler.has(k),
  );
  const off = Object.entries(switchedOff).filter(([k]) => !Object.hasOwn(defaults, k));
  const config = readConfig<C>(
    scheduler,
    Object.fromEntries(own) as Partial<C>,
    [],
    defaults,
    Object.fromEntries(off),
  );
  const { num_train_timesteps: total } = config;
  if (!Number.isInteger(total) || total < 1 || total > mostSteps) {
    const expected = `expected a whole number from 1 to ${mostSteps}`;
    throw new WgradError(`${scheduler}: num_train_timesteps = ${quote(total)}; ${expected}`);
  }
  return config;
}

const kinds: Record<string, Parametrization> = { epsilon: 'eps', sample: 'x0', v_prediction: 'v' };
const spacings: Record<string, Spacing> = {
  leading: 'leading',
  trailing: 'trailing',
  linspace: 'linspace',
};

/** The spacing of a configuration. @throws WgradError */
export const spacingOf = (scheduler: string, config: CommonConfig): Spacing =>
  choose(scheduler, 'timestep_spacing', config.timestep_spacing, spacings);

/** Tables over the training steps 0 .. T-1, in float64. */
export interface Tables {
  readonly betas: Float64Array;
  /** alphaBar_t. */
  readonly alphasCumprod: Float64Array;
}

/** The tables of a configuration. @throws WgradError for a schedule that is not known */
function tablesOf(
  scheduler: string,
  config: CommonConfig & { readonly rescale_betas_zero_snr?: boolean },
): Tables {
  const { num_train_timesteps: total, beta_start, beta_end, trained_betas } = config;
  const make = choose(scheduler, 'beta_schedule', config.beta_schedule, {
    linear: () => linearBetas(total, beta_start, beta_end),
    scaled_linear: () => scaledLinearBetas(total, beta_start, beta_end),
    squaredcos_cap_v2: () => cosineBetas(total),
  });
  if (trained_betas && trained_betas.length !== total) {
    throw new WgradError(
      `${scheduler}: ${trained_betas.length} trained_betas for num_train_timesteps = ${total}`,
    );
  }
  const plain = trained_betas ? Float64Array.from(trained_betas) : make();
  const betas = config.rescale_betas_zero_snr ? zeroTerminalSnr(plain) : plain;
  return { betas, alphasCumprod: alphaBars(betas) };
}

/** What a configuration says of any scheduler. */
export interface SchedulerBase<C extends CommonConfig> extends Tables {
  readonly name: string;
  readonly config: C;
  readonly kind: Parametrization;
}

/**
 * Options over defaults, their tables and what the network predicts.
 * @throws WgradError as `readSchedulerConfig` and `tablesOf`
 */
export function readScheduler<C extends CommonConfig>(
  name: string,
  given: Partial<C>,
  defaults: C,
): SchedulerBase<C> {
  const config = readSchedulerConfig(name, { ...given }, defaults);
  const kind = choose(name, 'prediction_type', config.prediction_type, kinds);
  return { name, config, ...tablesOf(name, config), kind };
}
