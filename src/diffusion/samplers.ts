// Sampling: from noise to data in steps of a network's estimates, with any scheduler and with guidance.
// All coefficients are float64 numbers of the host, given to one compiled step as run-time scalars, so a
// step is traced once whatever schedule, number of steps or strength of guidance is asked for.
//
// To differentiate through sampling, walk `denoisingSteps` inside the function given to `grad`; `checkpoint` around
// the network keeps one x a step instead of all activations.

import { compile } from '../runtime/compile.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { concat, lerp, mul, random } from '../tensor/ops/index.ts';
import { Tensor } from '../tensor/tensor.ts';
import { leaves } from '../tensor/tree.ts';
import {
  bothConditions,
  type Denoiser,
  type Guidance,
  type GuidanceParts,
  guidanceParts,
  guidedStep,
  noiseIndex,
  takeSteps,
} from './denoising-step.ts';
import { noised, type ScalarTensors } from './process.ts';
import {
  addNoiseAt,
  levelsOnTheWay,
  type Plan,
  type PlanOptions,
  type Scheduler,
  type Step,
  type StepNumbers,
  startOfStrength,
} from './schedulers/scheduler.ts';

/** One denoising step as the caller sees it. */
export interface Progress {
  /** 1 after the first step. */
  readonly step: number;
  readonly steps: number;
  /** The current estimate of the data; freed after the callback. */
  readonly x0: Tensor;
}

/** What to sample, and how. */
export interface SampleOptions<C> extends Omit<PlanOptions, 'start'> {
  /** What the denoiser is told besides time: the prompts. */
  readonly condition: C;
  /** Condition of the empty prompt, for guidance. */
  readonly unconditional?: C;
  /** [n, ...] of the samples. */
  readonly shape: readonly number[];
  /** Denoising steps. */
  readonly steps: number;
  /** Default 1: none. Otherwise each step runs one batch of 2n. */
  readonly guidance?: number;
  /** phi of `rescaleGuidance`; default 0. */
  readonly rescale?: number;
  /** Key of the noise, u32 [2]; or one for each sample, whose noise is then the same whatever is drawn beside it. */
  readonly key: Tensor | readonly Tensor[];
  /** Where to start instead of noise from the key, in the scheduler's own scale. */
  readonly start?: Tensor;
  /**
   * Image to image (SDEdit, Meng et al. 2021, arXiv:2108.01073): the clean data to start from, noised (with the key) as
   * far as `strength` in (0, 1] says, which leaves out the steps before; 1 runs them all. Where `keep` is 1 the data
   * stays as it is, noised as the step wants it, and the rest is drawn to fit (RePaint without resampling, Lugmayr et
   * al. 2022, arXiv:2201.09865, eq. 8): inpainting without training. `keep` broadcasts against x0, in [0, 1].
   */
  readonly image?: { readonly x0: Tensor; readonly strength: number; readonly keep?: Tensor };
  /** Called after each step, and waited for. */
  readonly onStep?: (progress: Progress) => void | Promise<void>;
  /** Is handed the path, step by step, and owns what it is handed. */
  readonly keep?: (taken: StepTaken) => void;
}

/** A step of a path; the x after it is that of the next step, at the end the samples. */
export interface StepTaken {
  /** In front of the step, [n, ...]. */
  readonly x: Tensor;
  /** Of the normal distribution that the x after it was drawn from. */
  readonly mean: Tensor;
  /** Its standard deviation, where the network learns it; the step's number `noise` else. */
  readonly deviation?: Tensor;
}

/** Signal and noise of what is held behind a step. */
interface Held {
  readonly heldAlpha: number;
  readonly heldSigma: number;
}

/** Draws samples; its compiled step is kept between calls. */
export type Sampler<P, C> = (params: P, options: SampleOptions<C>) => Promise<Tensor>;

const samplerArgs = is.signature(
  'diffusion.sampler',
  ['denoise', is.func],
  ['scheduler', is.methods('a scheduler', 'plan', 'step')],
);

/**
 * A sampler around a network with any scheduler: one of diffusers, or `ddimOver` a noise schedule. The network is
 * told the scheduler's times. Its step is compiled once and kept between calls.
 */
export function sampler<P, C, S extends StepNumbers>(
  denoise: Denoiser<P, C>,
  scheduler: Scheduler<S>,
): Sampler<P, C> {
  samplerArgs(denoise, scheduler);
  const guided = guidedStep(denoise, scheduler);
  // the flags are part of the key of the step's program
  function denoisingStep(
    params: P,
    x: Tensor,
    history: readonly Tensor[],
    condition: C,
    s: ScalarTensors<StepNumbers & Guidance & Held>,
    z: Tensor | undefined,
    parts: GuidanceParts & { readonly kept: boolean },
    held: { readonly x0: Tensor; readonly noise: Tensor; readonly keep: Tensor } | null,
  ) {
    // the scheduler's own numbers are in s, too
    const own = s as ScalarTensors<StepNumbers & Guidance> & ScalarTensors<S>;
    const made = guided(params, x, history, condition, own, z, parts);
    const { x0, mean, deviation } = made;
    const kept = parts.kept ? { mean, deviation } : undefined;
    const next = held
      ? lerp(made.next, noised(held.x0, held.noise, s.heldAlpha, s.heldSigma), held.keep)
      : made.next;
    return { next, x0, history: made.history, kept };
  }
  const step = compile(denoisingStep, { name: 'denoising step' });
  // of x's shape; what it is made of never leaves the program
  const noise = compile(
    (key: SampleOptions<C>['key'], index: Tensor, x: Tensor) => noiseOf(key, x.shape, index),
    { name: 'noise' },
  );

  return async (params, options) => {
    const { guidance = 1, rescale = 0, onStep, keep, eta, previous, image } = options;
    const start = image && startOfStrength(options.steps, image.strength);
    const plan = scheduler.plan(options.steps, { eta, previous, start });
    const flags = guidanceParts({ guidance, rescale });
    if (flags.guided && options.unconditional === undefined) {
      throw new ShapeError(`guidance ${guidance} needs the condition of the empty prompt`);
    }
    const condition = flags.guided
      ? bothConditions(options.condition, options.unconditional as C)
      : options.condition;
    const parts = { ...flags, kept: keep !== undefined };
    const steps = plan.steps.length;
    const levels = levelsOnTheWay(plan);
    const first = options.start ?? startingPoint(plan, options);
    const held = image?.keep
      ? { x0: image.x0, noise: noiseOf(options.key, options.shape), keep: image.keep }
      : null;
    const way = takeSteps(scheduler, plan, first, (s, x, history, i) => {
      const { alpha: heldAlpha, sigma: heldSigma } = levels[i + 1];
      const numbers = { ...s, guidance, rescale, heldAlpha, heldSigma };
      const z = plan.stochastic ? noise(options.key, noiseIndex(i), x) : undefined;
      const made = step(params, x, history, condition, numbers, z, parts, held);
      z?.dispose();
      return made;
    });
    let end: Pick<Step, 'next' | 'history'> = { next: first, history: [] };
    for (const { index, x, before, x0, kept, next, history } of way) {
      // lets signals, timers and a page's events through where the device is this very thread
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (onStep) await onStep({ step: index + 1, steps, x0 });
      for (const t of [x0, ...before]) t.dispose();
      if (keep && kept) keep({ x, ...kept });
      else if (x !== options.start) x.dispose();
      end = { next, history };
    }
    for (const t of end.history) t.dispose();
    held?.noise.dispose();
    if (flags.guided) for (const t of leaves(condition)) t.dispose();
    return end.next;
  };
}

// Standard normal noise of the samples: that of the start, or with the number of a step that of the step.
function noiseOf(
  key: Tensor | readonly Tensor[],
  shape: readonly number[],
  index?: number | Tensor,
): Tensor {
  const of = (k: Tensor, s: readonly number[]): Tensor =>
    random.normal(index === undefined ? k : random.foldIn(k, index), s);
  if (key instanceof Tensor) return of(key, shape);
  if (key.length !== shape[0]) {
    throw new ShapeError(`sampler: ${key.length} keys for ${shape[0]} samples`);
  }
  return concat(key.map((k) => of(k, [1, ...shape.slice(1)])));
}

function startingPoint<C>(plan: Plan, options: SampleOptions<C>): Tensor {
  const { image } = options;
  const noise = noiseOf(options.key, options.shape);
  return image ? addNoiseAt(plan, image.x0, noise, 0) : mul(noise, plan.initNoiseSigma);
}
