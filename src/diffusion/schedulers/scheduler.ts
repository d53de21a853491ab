// What a scheduler is: for n inference steps a list of plain numbers a step, computed in float64 on the
// host, and one pure function of tensors that applies them. Numbers are run-time scalars of `compile`, so
// a step traced once serves every step of every plan; gradients flow through a chain of steps as through
// any function; what a multistep solver remembers is an explicit value. Names and configurations are those
// of diffusers 0.27.2.
//
//   const scheduler = ddimScheduler({ beta_schedule: 'scaled_linear', prediction_type: 'v_prediction' });
//   const plan = scheduler.plan(50);
//   let x = mul(noise, plan.initNoiseSigma);
//   for (const step of denoisingSteps(network, scheduler, plan, x, draw)) x = step.next;

import * as is from '../../tensor/arguments.ts';
import { ShapeError, WgradError } from '../../tensor/errors.ts';
import { add, mul, zerosLike } from '../../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../../tensor/tensor.ts';
import * as kinds from '../argument-kinds.ts';
import {
  clean,
  type Level,
  levelOf,
  noised,
  numbersAt,
  type Parametrization,
  type Scalars,
  targetOf,
} from '../process.ts';
import type { CommonConfig, Tables } from './config.ts';

/** The numbers that every step has; schedulers add their own. */
export interface StepNumbers {
  /** What the network is told; a training step, between two of them for some schedulers. */
  readonly time: number;
  /** Factor on x in front of the network: 1, or 1/sqrt(sigma² + 1) where x = x_0 + sigma eps. */
  readonly input: number;
  /** The level at this time: input x = alpha x_0 + sigma eps, alpha² + sigma² = 1. */
  readonly alpha: number;
  readonly sigma: number;
  /** Standard deviation of the noise that ends the step; 0: none. */
  readonly noise: number;
}

/** What a step makes of x and a prediction. */
export interface Update {
  /** The next x without its noise: the mean of the next x. */
  readonly mean: Tensor;
  /** The estimate of x_0, clipped if the configuration clips. */
  readonly x0: Tensor;
  /** For the next step; as many tensors as before. */
  readonly history: readonly Tensor[];
  /** Standard deviation of the noise where the network learns it, instead of the step's number. */
  readonly deviation?: Tensor;
}

/** An update and the x after it. */
export interface Step extends Update {
  readonly next: Tensor;
}

/** n inference steps of a scheduler. */
export interface Plan<S extends StepNumbers = StepNumbers> {
  /** The time of each call of the network, noisiest first. */
  readonly timesteps: readonly number[];
  /** sigma = sigma_t / alpha_t of each call and of the end, for schedulers that are made of them. */
  readonly sigmas?: readonly number[];
  /** Standard deviation of the x to start from. */
  readonly initNoiseSigma: number;
  /** Whether steps take noise. */
  readonly stochastic: boolean;
  readonly steps: readonly S[];
}

/** Choices that diffusers leaves to calls. */
export interface PlanOptions {
  /** DDIM's eta; 0 by default. Others refuse it. */
  readonly eta?: number;
  /** Steps left out at the noisy end: sampling starts from a noised picture there. Default 0. */
  readonly start?: number;
  /**
   * Where a step of DDIM, DDPM or PNDM leads. stride (default, as diffusers 0.27.2): t - floor(T / n), which
   * misses the grid if n does not divide T and spacing is not `leading`; grid: the next of the time steps.
   */
  readonly previous?: 'stride' | 'grid';
}

/** A scheduler; see the top of this file. */
export interface Scheduler<S extends StepNumbers = StepNumbers> {
  /** Whether `input` of its steps differs from 1. */
  readonly scalesInput: boolean;
  /** Tensors of x's shape in its history. */
  readonly historyLength: number;
  /** @throws ShapeError for a number of steps that cannot be, WgradError for options it has not */
  plan(steps: number, options?: PlanOptions): Plan<S>;
  /**
   * One step. x and prediction [n, ...] and noise (standard normal, if the plan is stochastic) have one
   * shape. The next x is N(mean, s.noise²), which is what log-probabilities of a step need.
   */
  step(
    s: Scalars<S>,
    x: Tensor,
    prediction: Tensor,
    history: readonly Tensor[],
    noise?: Tensor,
  ): Step;
}

/** A scheduler by its configuration. */
export interface ConfiguredScheduler<S extends StepNumbers = StepNumbers>
  extends Scheduler<S>,
    Tables {
  /** Its class in diffusers. */
  readonly name: string;
  readonly config: CommonConfig;
  /** What the network predicts. */
  readonly kind: Parametrization;
}

/** Completes a scheduler's update by its noise. */
export const withNoise =
  <S extends StepNumbers>(
    update: (s: Scalars<S>, x: Tensor, prediction: Tensor, history: readonly Tensor[]) => Update,
  ): Scheduler<S>['step'] =>
  (s, x, prediction, history, noise) => {
    const made = update(s, x, prediction, history);
    const { mean, deviation = s.noise } = made;
    return { ...made, next: noise ? add(mean, mul(noise, deviation)) : mean };
  };

/** The history before the first step: zeros, which that step multiplies by 0. */
export const startHistory = (scheduler: Pick<Scheduler, 'historyLength'>, x: Tensor): Tensor[] =>
  Array.from({ length: scheduler.historyLength }, () => zerosLike(x));

/** x as the network wants it at a step. */
export const scaleModelInput = (x: Tensor, s: { readonly input: TensorLike }): Tensor =>
  mul(x, s.input);

/** The steps of a grid that are left after `start`. @throws ShapeError unless at least one is */
export function startingAt<T>(grid: readonly T[], start = 0): T[] {
  if (!Number.isInteger(start) || start < 0 || start >= grid.length) {
    throw new ShapeError(`start ${start} of ${grid.length} steps; choose 0 to ${grid.length - 1}`);
  }
  return grid.slice(start);
}

/** @throws WgradError for an eta asked of a scheduler that has none */
export function refuseEta(name: string, options: PlanOptions): void {
  const { eta = 0 } = options;
  if (eta !== 0) throw new WgradError(`${name}: eta = ${eta}; only DDIM has an eta`);
}

/** Steps to leave out for image-to-image at a strength in (0, 1]: 1 leaves out none (diffusers' rule). */
export const startOfStrength = (steps: number, strength: number): number =>
  Math.max(steps - Math.min(Math.floor(steps * strength), steps), 0);

const levelsOf = ({ alphasCumprod }: Tables): Level[] => Array.from(alphasCumprod, levelOf);

const atSteps = [
  ['x0', is.tensor],
  ['eps', is.tensor],
  ['t', is.operand],
] as const;
const addNoiseArgs = is.signature('diffusion.addNoise', ['tables', kinds.noiseTables], ...atSteps);

/**
 * x_t = alpha_t x_0 + sigma_t eps at training steps t: i32 [n], or one number for all samples. For
 * schedulers in sigma space too, as for training; `addNoiseAt` gives the x that they sample from.
 */
export function addNoise(tables: Tables, x0: Tensor, eps: Tensor, t: TensorLike): Tensor {
  addNoiseArgs(tables, x0, eps, t);
  const { alpha, sigma } = numbersAt(levelsOf(tables), t, x0, 'diffusion.addNoise: t');
  return noised(x0, eps, alpha, sigma);
}

const velocityArgs = is.signature('diffusion.velocity', ['tables', kinds.noiseTables], ...atSteps);

/** v_t = alpha_t eps - sigma_t x_0, what a v-predicting network learns; t as in `addNoise`. */
export function velocity(tables: Tables, x0: Tensor, eps: Tensor, t: TensorLike): Tensor {
  velocityArgs(tables, x0, eps, t);
  const { alpha, sigma } = numbersAt(levelsOf(tables), t, x0, 'diffusion.velocity: t');
  return targetOf('v', x0, eps, alpha, sigma);
}

/** alphaBar_t / (1 - alphaBar_t) of every training step. */
export const snrTable = (tables: Tables): Float64Array => {
  const { alphasCumprod } = tables;
  return alphasCumprod.map((a) => a / (1 - a));
};

/** Signal and noise of x in front of each step of a plan and, last, behind it, in the scheduler's own scale. */
export const levelsOnTheWay = (plan: Plan): Level[] => [
  ...plan.steps.map((s) => ({ alpha: s.alpha / s.input, sigma: s.sigma / s.input })),
  clean,
];

/** The noisy x in front of step `index` (i32 [n] or a number) of a plan, in the scheduler's own scale. */
export function addNoiseAt(plan: Plan, x0: Tensor, eps: Tensor, index: TensorLike): Tensor {
  const { alpha, sigma } = numbersAt(levelsOnTheWay(plan).slice(0, -1), index, x0);
  return noised(x0, eps, alpha, sigma);
}
