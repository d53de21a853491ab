// HeunDiscreteScheduler: Heun's second-order method in sigma space (EDM, arXiv:2206.00364, algorithm 1).
// A step is two calls of the network: Euler's method to the next sigma, then, from where the step
// began, the mean of the slopes at both ends. The step to sigma = 0 is Euler's alone. The records of a plan
// are calls, 2n - 1 of them, as diffusers lists its time steps.
import * as is from '../../tensor/arguments.ts';
import { add, mul, sub } from '../../tensor/ops/index.ts';
import type { Parametrization } from '../process.ts';
import { type CommonConfig, commonDefaults, readScheduler } from './config.ts';
import { type ClipConfig, estimator } from './estimates.ts';
import {
  type ConfiguredScheduler,
  type Scheduler,
  type StepNumbers,
  withNoise,
} from './scheduler.ts';
import { type KarrasConfig, levelOfSigma, sigmaGrid } from './sigmas.ts';

/**
 * Numbers of a call. Its slope is (x - x̂_0) slope; the step begins at b = fresh x + held b_before, and
 * mean = b + now (its slope) + before (the slope of the call before).
 */
export interface HeunNumbers extends StepNumbers {
  readonly slope: number;
  readonly fresh: number;
  readonly held: number;
  readonly now: number;
  readonly before: number;
}

/** Options of HeunDiscreteScheduler; its ends of betas are its own. */
export interface HeunConfig
  extends CommonConfig,
    ClipConfig,
    Pick<KarrasConfig, 'use_karras_sigmas'> {}

const defaults: HeunConfig = {
  ...commonDefaults,
  beta_start: 0.00085,
  beta_end: 0.012,
  timestep_spacing: 'linspace',
  clip_sample: false,
  clip_sample_range: 1,
  use_karras_sigmas: false,
};

/** Where a call stands. */
export interface SigmaTime {
  readonly time: number;
  readonly sigma: number;
}

function callNumbers(
  at: SigmaTime,
  rest: Pick<HeunNumbers, 'fresh' | 'held' | 'now' | 'before'>,
): HeunNumbers {
  const level = levelOfSigma(at.sigma);
  return { time: at.time, input: level.alpha, ...level, noise: 0, slope: 1 / at.sigma, ...rest };
}

/** Predictor and corrector of the step from one sigma to another; to 0 the predictor alone. */
export function heunCalls(at: SigmaTime, to: SigmaTime): HeunNumbers[] {
  const d = to.sigma - at.sigma;
  const first = callNumbers(at, { fresh: 1, held: 0, now: d, before: 0 });
  if (to.sigma === 0) return [first];
  return [first, callNumbers(to, { fresh: 0, held: 1, now: d / 2, before: d / 2 })];
}

/** The step by the slope at a sigma between, where a first call leads to. */
export const midpointCalls = (at: SigmaTime, between: SigmaTime, to: number): HeunNumbers[] => [
  callNumbers(at, { fresh: 1, held: 0, now: between.sigma - at.sigma, before: 0 }),
  callNumbers(between, { fresh: 0, held: 1, now: to - at.sigma, before: 0 }),
];

/** A call of a method of two slopes in sigma space. */
export function heunStep(
  kind: Parametrization,
  config?: ClipConfig,
): Scheduler<HeunNumbers>['step'] {
  const { x0InSigmaSpace } = estimator(kind, config);
  return withNoise((s, x, prediction, [begin, slopeBefore]) => {
    const x0 = x0InSigmaSpace(s, x, prediction);
    const slope = mul(sub(x, x0), s.slope);
    const from = add(mul(x, s.fresh), mul(begin, s.held));
    const mean = add(from, add(mul(slope, s.now), mul(slopeBefore, s.before)));
    return { mean, x0, history: [from, slope] };
  });
}

const heunDiscreteSchedulerArgs = is.signature('diffusion.heunDiscreteScheduler', [
  'given',
  is.config,
]);

/** HeunDiscreteScheduler of diffusers. @throws WgradError for options it has not */
export function heunDiscreteScheduler(given: Partial<HeunConfig> = {}): ConfiguredScheduler {
  heunDiscreteSchedulerArgs(given);
  const base = readScheduler('HeunDiscreteScheduler', given, defaults);
  return {
    ...base,
    scalesInput: true,
    historyLength: 2,
    plan: (steps, options = {}) => {
      const grid = sigmaGrid(base, steps, options);
      const at = grid.sigmas.map((sigma, i) => ({ time: grid.times[i], sigma }));
      const numbers = at.slice(0, -1).flatMap((here, i) => heunCalls(here, at[i + 1]));
      return {
        timesteps: numbers.map((s) => s.time),
        sigmas: grid.sigmas.flatMap((s, i) => (i === 0 || s === 0 ? [s] : [s, s])),
        initNoiseSigma: grid.initNoiseSigma,
        stochastic: false,
        steps: numbers,
      };
    },
    step: heunStep(base.kind, base.config),
  };
}
