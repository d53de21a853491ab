// One step of denoising around a network: the input as its scheduler scales it, guidance, the scheduler's step. It is
// a pure function, and the only one: samplers run it, policies score what it drew, gradients pass through it. And the
// walk over the steps of a plan, which is the only one, too.
import * as is from '../tensor/arguments.ts';
import { shown } from '../tensor/describe.ts';
import type { DType } from '../tensor/dtype.ts';
import { DTypeError } from '../tensor/errors.ts';
import {
  add,
  broadcastTo,
  concat,
  div,
  mul,
  reshape,
  slice,
  sliceAxis,
  standardDeviation,
  sub,
  tensor,
  toTensor,
} from '../tensor/ops/index.ts';
import { Tensor, type TensorLike } from '../tensor/tensor.ts';
import { zipWith } from '../tensor/tree.ts';
import type { ScalarTensors } from './process.ts';
import {
  type Plan,
  type Scheduler,
  type Step,
  type StepNumbers,
  scaleModelInput,
  startHistory,
} from './schedulers/scheduler.ts';

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

/** How strongly a step is guided. */
export interface Guidance {
  readonly guidance: number;
  /** phi of `rescaleGuidance`. */
  readonly rescale: number;
}

/** Which of the optional parts of guidance a step has. */
export interface GuidanceParts {
  readonly guided: boolean;
  readonly rescaled: boolean;
}

/** The parts that numbers ask for. */
export const guidanceParts = ({ guidance, rescale }: Guidance): GuidanceParts => ({
  guided: guidance !== 1,
  rescaled: rescale !== 0,
});

/** The condition [2n, ...] of a guided step. */
export const bothConditions = <C>(condition: C, unconditional: C): C =>
  zipWith((c, u) => concat([c, u]), condition, unconditional);

/** A step: x [n, ...], a condition [n, ...] ([2n, ...] if guided) and noise, if the step takes any. */
export type GuidedStep<P, C, S> = (
  params: P,
  x: Tensor,
  history: readonly Tensor[],
  condition: C,
  s: ScalarTensors<S & Guidance>,
  noise: Tensor | undefined,
  parts: GuidanceParts,
) => Step;

/** The step of a scheduler around a network. */
export const guidedStep =
  <P, C, S extends StepNumbers>(
    denoise: Denoiser<P, C>,
    scheduler: Scheduler<S>,
  ): GuidedStep<P, C, S> =>
  (params, x, history, condition, s, noise, { guided, rescaled }) => {
    const n = x.shape[0];
    const scaled = scheduler.scalesInput ? scaleModelInput(x, s) : x;
    const input = guided ? concat([scaled, scaled]) : scaled;
    const twice = guided && s.time.size > 1;
    const time = timesOf(twice ? concat([s.time, s.time]) : s.time, input.shape[0]);
    let prediction = denoise(params, input, time, condition);
    if (guided) {
      const [c, all] = [x, prediction].map(({ shape }) => shape[shape.length - 1]);
      const own = (y: Tensor): Tensor => (all > c ? sliceAxis(y, -1, [0, c]) : y);
      const conditional = slice(prediction, [0, n]);
      const free = slice(prediction, [n, 2 * n]);
      const led = guide(own(conditional), own(free), s.guidance);
      const means = rescaled ? rescaleGuidance(led, own(conditional), s.rescale) : led;
      // learned variances are those of the condition, as in GLIDE (arXiv:2112.10741)
      prediction = all > c ? concat([means, sliceAxis(conditional, -1, [c, all])], -1) : means;
    }
    return scheduler.step(s, x, prediction, history, noise);
  };

/** A time as the network is told it, [n]; given as one number or a tensor of one or of n. */
export function timesOf(time: TensorLike, n: number): Tensor {
  const t = toTensor(time);
  return broadcastTo(reshape(t, [t.size]), [n]);
}

/** Folded into a sampler's key for the noise of step `i`: counters that the start does not use. */
export const noiseIndex = (i: number): number => i + 1;

/** What stands before a step, and what it made. */
export type Taken<S, M> = M & {
  readonly index: number;
  readonly s: S;
  readonly x: Tensor;
  readonly before: readonly Tensor[];
};

/** The steps of a plan in turn, each taken from the x and the history that the one before has made. */
export function* takeSteps<S extends StepNumbers, M extends Pick<Step, 'next' | 'history'>>(
  scheduler: Pick<Scheduler<S>, 'historyLength'>,
  plan: Plan<S>,
  start: Tensor,
  take: (s: S, x: Tensor, history: readonly Tensor[], index: number) => M,
): Generator<Taken<S, M>, void, undefined> {
  let x = start;
  let before: readonly Tensor[] = startHistory(scheduler, start);
  for (const [index, s] of plan.steps.entries()) {
    const made = take(s, x, before, index);
    yield { ...made, index, s, x, before };
    ({ next: x, history: before } = made);
  }
}

/** The numbers of a step as data: graphs of different steps are equal. */
export const numbersOf = <S extends object>(s: S, dtype: DType): ScalarTensors<S> => {
  const scalar = (v: number): Tensor => tensor(Float64Array.of(v), { shape: [], dtype });
  return Object.fromEntries(
    Object.entries(s).map(([name, v]) => [name, scalar(v)]),
  ) as ScalarTensors<S>;
};

/** A network on noisy data x [n, ...] at times [n]. */
export type DiffusionModel = (x: Tensor, t: Tensor) => Tensor;

/** Draws the noise of a step by its number in the plan, from 0. */
export type NoiseSource = (step: number, shape: readonly number[]) => Tensor;

const denoisingStepsArgs = is.signature(
  'diffusion.denoisingSteps',
  ['model', is.func],
  ['scheduler', is.methods('a scheduler', 'plan', 'step')],
  ['plan', is.record('a plan', 'steps', 'initNoiseSigma')],
  ['start', is.tensor],
  ['noise', is.func],
);

/**
 * The steps of a plan from `start` [n, ...], in the scheduler's own scale, one a turn: `x` in front of it, `x0`, the
 * estimate of the data, and `next`. They are lazy and may stand inside `compile` and `grad`; outside, `realize` each
 * turn's before the next is asked for, or later turns compute them again. All steps are one graph, for their
 * numbers are data. @param noise called for steps that end in noise
 */
export function* denoisingSteps<S extends StepNumbers>(
  model: DiffusionModel,
  scheduler: Scheduler<S>,
  plan: Plan<S>,
  start: Tensor,
  noise: NoiseSource,
): Generator<Taken<S, Step>, void, undefined> {
  denoisingStepsArgs(model, scheduler, plan, start, noise);
  if (!start.isFloat) {
    throw new DTypeError(`denoisingSteps: start ${start} must be of a floating-point type`);
  }
  const step = guidedStep((_: null, x: Tensor, t: Tensor, __: null) => {
    const y: unknown = model(x, t);
    if (y instanceof Tensor) return y;
    throw new DTypeError(`denoisingSteps: model must return a tensor, not ${shown(y)}`);
  }, scheduler);
  const unguided = { guided: false, rescaled: false };
  yield* takeSteps(scheduler, plan, start, (s, x, history, index) => {
    const numbers = numbersOf(s, x.dtype) as ScalarTensors<S & Guidance>;
    const z = s.noise > 0 ? noise(index, x.shape) : undefined;
    return step(null, x, history, null, numbers, z, unguided);
  });
}
