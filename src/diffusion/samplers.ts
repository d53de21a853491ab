// Sampling: from noise to data in steps of a network's estimates, with any scheduler and with guidance.
// All coefficients are float64 numbers of the host, given to one compiled step as run-time scalars, so a
// step is traced once whatever schedule, number of steps or strength of guidance is asked for.
//
// To differentiate through sampling, write the loop (top of schedulers/scheduler.ts) inside the function
// given to `grad`; `checkpoint` around the network keeps one x a step instead of all activations.

import { compile } from '../runtime/compile.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import {
  add,
  broadcastTo,
  concat,
  div,
  mul,
  random,
  reshape,
  slice,
  standardDeviation,
  sub,
} from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { leaves, zipWith } from '../tensor/tree.ts';
import { clean, type NoiseSchedule, type Parametrization } from './schedule.ts';
import { type DdimNumbers, ddimNumbers, ddimStep } from './schedulers/ddim.ts';
import {
  addNoiseAt,
  type Plan,
  type PlanOptions,
  type Scheduler,
  type StepNumbers,
  scaleModelInput,
  startHistory,
  startOfStrength,
} from './schedulers/scheduler.ts';

export { ddimCoefficients, ddimMean, type StepCoefficients } from './schedulers/ddim.ts';

const guideArgs = is.signature(
  'diffusion.guide',
  ['conditional', is.tensor],
  ['unconditional', is.tensor],
  ['w', is.operand],
);

/** Classifier-free guidance (arXiv:2207.12598): u + w (c - u); w = 1 is the conditional prediction. */
export const guide = (conditional: Tensor, unconditional: Tensor, w: TensorLike): Tensor => {
  guideArgs(conditional, unconditional, w);
  return add(unconditional, mul(sub(conditional, unconditional), w));
};

const rescaleGuidanceArgs = is.signature(
  'diffusion.rescaleGuidance',
  ['guided', is.tensor],
  ['conditional', is.tensor],
  ['phi', is.operand],
);

/**
 * Guidance that keeps the conditional prediction's spread (arXiv:2305.08891, eq. 15-16): phi times the
 * guided prediction rescaled per sample, plus (1 - phi) of it as it is.
 */
export function rescaleGuidance(guided: Tensor, conditional: Tensor, phi: TensorLike): Tensor {
  rescaleGuidanceArgs(guided, conditional, phi);
  const axes = guided.shape.map((_, i) => i).slice(1);
  const std = (t: Tensor): Tensor => standardDeviation(t, axes, { keepDims: true });
  const rescaled = mul(guided, div(std(conditional), std(guided)));
  return add(guided, mul(sub(rescaled, guided), phi));
}

/** A network at x [n, ...], times [n] and a condition (a tree of tensors [n, ...]). */
export type Denoiser<P, C> = (params: P, x: Tensor, time: Tensor, condition: C) => Tensor;

/** One denoising step as the caller sees it. */
export interface Progress {
  /** 1 after the first step. */
  readonly step: number;
  readonly steps: number;
  /** The current estimate of the data; freed after the callback. */
  readonly x0: Tensor;
}

/** What to sample, with any sampler. */
export interface DrawOptions<C> {
  /** What the denoiser is told besides time: the prompts. */
  readonly condition: C;
  /** Condition of the empty prompt, for guidance. */
  readonly unconditional?: C;
  /** [n, ...] of the samples. */
  readonly shape: readonly number[];
  /** Default 1: none. Otherwise each step runs one batch of 2n. */
  readonly guidance?: number;
  /** phi of `rescaleGuidance`; default 0. */
  readonly rescale?: number;
  /** Key of the noise, u32 [2]. */
  readonly key: Tensor;
  /** Where to start instead of noise from the key, in the scheduler's own scale. */
  readonly start?: Tensor;
  /** Called after each step, and waited for. */
  readonly onStep?: (progress: Progress) => void | Promise<void>;
}

/** What to sample and how, for `makeSampler`. */
export interface SampleOptions<C> extends DrawOptions<C> {
  /** Times and noise levels. */
  readonly schedule: NoiseSchedule;
  /** Denoising steps. */
  readonly steps: number;
  /** 0 (default): DDIM; 1: ancestral. */
  readonly eta?: number;
}

/** Draws samples; its compiled step is kept between calls. */
export type Sampler<P, C> = (params: P, options: SampleOptions<C>) => Promise<Tensor>;

// What a step is told beside the numbers of its scheduler.
interface Extras {
  readonly guidance: number;
  readonly rescale: number;
  readonly index: number;
}

/** The numbers of T as a compiled function gets them. */
type ScalarTensors<T> = { readonly [K in keyof T]: Tensor };

// Which of the optional parts a step has; part of the key of its program.
interface Parts {
  readonly guided: boolean;
  readonly rescaled: boolean;
  readonly stochastic: boolean;
}

type Stepper<S extends StepNumbers> = Pick<Scheduler<S>, 'scalesInput' | 'historyLength' | 'step'>;

// The loop over the steps of a plan; its step is compiled once.
function denoisingLoop<P, C, S extends StepNumbers>(
  denoise: Denoiser<P, C>,
  scheduler: Stepper<S>,
) {
  function denoisingStep(
    params: P,
    x: Tensor,
    history: readonly Tensor[],
    condition: C,
    s: ScalarTensors<StepNumbers & Extras>,
    key: Tensor,
    parts: Parts,
  ) {
    const n = x.shape[0];
    const rows = parts.guided ? 2 * n : n;
    const scaled = scheduler.scalesInput ? scaleModelInput(x, s) : x;
    const input = parts.guided ? concat([scaled, scaled]) : scaled;
    const time = broadcastTo(reshape(s.time, [1]), [rows]);
    let prediction = denoise(params, input, time, condition);
    if (parts.guided) {
      const conditional = slice(prediction, [0, n]);
      prediction = guide(conditional, slice(prediction, [n, 2 * n]), s.guidance);
      if (parts.rescaled) prediction = rescaleGuidance(prediction, conditional, s.rescale);
    }
    const z = parts.stochastic ? random.normal(random.foldIn(key, s.index), x.shape) : undefined;
    // the scheduler's own numbers are in s, too
    const own = s as ScalarTensors<StepNumbers & Extras> & ScalarTensors<S>;
    const made = scheduler.step(own, x, prediction, history, z);
    return { next: made.next, x0: made.x0, history: made.history };
  }
  const step = compile(denoisingStep, { name: 'denoising step' });

  return async (params: P, plan: Plan<S>, x: Tensor, options: DrawOptions<C>): Promise<Tensor> => {
    const { guidance = 1, rescale = 0, key, onStep } = options;
    const guided = guidance !== 1;
    if (guided && options.unconditional === undefined) {
      throw new ShapeError(`guidance ${guidance} needs the condition of the empty prompt`);
    }
    const condition = guided
      ? zipWith((c, u) => concat([c, u]), options.condition, options.unconditional)
      : options.condition;
    const parts = { guided, rescaled: rescale !== 0, stochastic: plan.stochastic };
    const steps = plan.steps.length;
    let history: readonly Tensor[] = startHistory(scheduler, x);
    let current = x;
    for (const [i, s] of plan.steps.entries()) {
      // noise of the steps comes from counters that the start does not use
      const numbers = { ...s, guidance, rescale, index: i + 1 };
      const made = step(params, current, history, condition, numbers, key, parts);
      // lets signals, timers and a page's events through where the device is this very thread
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (onStep) await onStep({ step: i + 1, steps, x0: made.x0 });
      for (const t of [made.x0, ...history]) t.dispose();
      if (current !== options.start) current.dispose();
      ({ next: current, history } = made);
    }
    for (const t of history) t.dispose();
    if (guided) for (const t of leaves(condition)) t.dispose();
    return current;
  };
}

const makeSamplerArgs = is.signature(
  'diffusion.makeSampler',
  ['denoise', is.func],
  ['kind', is.oneOf('eps', 'x0', 'v')],
);

/** DDIM over any schedule, for a network that predicts `kind`. */
export function makeSampler<P, C>(denoise: Denoiser<P, C>, kind: Parametrization): Sampler<P, C> {
  makeSamplerArgs(denoise, kind);
  const run = denoisingLoop<P, C, DdimNumbers>(denoise, {
    scalesInput: false,
    historyLength: 0,
    step: ddimStep(kind),
  });
  return (params, options) => {
    const { schedule, steps, eta = 0, key } = options;
    const timesteps = schedule.times(steps);
    const levels = [...timesteps.map((t) => schedule.level(t)), clean];
    const plan: Plan<DdimNumbers> = {
      timesteps,
      initNoiseSigma: 1,
      stochastic: eta !== 0,
      steps: timesteps.map((t, i) => ddimNumbers(t, levels[i], levels[i + 1], eta)),
    };
    return run(params, plan, options.start ?? random.normal(key, options.shape), options);
  };
}

/** What to sample with a scheduler, and how. */
export interface ScheduleOptions<C> extends DrawOptions<C>, Omit<PlanOptions, 'start'> {
  /** Denoising steps. */
  readonly steps: number;
  /**
   * Image to image: the clean data to start from, noised (with the key) as far as `strength` in (0, 1]
   * says, which leaves out the steps before; 1 runs them all.
   */
  readonly image?: { readonly x0: Tensor; readonly strength: number };
}

const schedulerSamplerArgs = is.signature(
  'diffusion.schedulerSampler',
  ['denoise', is.func],
  ['scheduler', is.methods('a scheduler', 'plan', 'step')],
);

/**
 * A sampler around a network with a scheduler of diffusers. Times are given to the network as the scheduler
 * has them (0 .. T-1). Its compiled step is kept between calls.
 */
export function schedulerSampler<P, C, S extends StepNumbers>(
  denoise: Denoiser<P, C>,
  scheduler: Scheduler<S>,
): (params: P, options: ScheduleOptions<C>) => Promise<Tensor> {
  schedulerSamplerArgs(denoise, scheduler);
  const run = denoisingLoop<P, C, S>(denoise, scheduler);
  return async (params, options) => {
    const { steps, eta, previous, image } = options;
    const start = image && startOfStrength(steps, image.strength);
    const plan = scheduler.plan(steps, { eta, previous, start });
    return run(params, plan, options.start ?? startingPoint(plan, options), options);
  };
}

function startingPoint<C>(plan: Plan, { key, shape, image }: ScheduleOptions<C>): Tensor {
  const noise = random.normal(key, shape);
  return image ? addNoiseAt(plan, image.x0, noise, 0) : mul(noise, plan.initNoiseSigma);
}
