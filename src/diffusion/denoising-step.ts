// One step of denoising around a network: the input as its scheduler scales it, guidance, the scheduler's step. It is
// a pure function, and the only one: samplers run it, policies score what it drew, gradients pass through it.
import * as is from '../tensor/arguments.ts';
import {
  add,
  broadcastTo,
  concat,
  div,
  mul,
  reshape,
  slice,
  standardDeviation,
  sub,
} from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { zipWith } from '../tensor/tree.ts';
import {
  type Scheduler,
  type Step,
  type StepNumbers,
  scaleModelInput,
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

/** The numbers of T as tensors: scalars, or [n, 1, ...] with a step of its own for each sample. */
export type ScalarTensors<T> = { readonly [K in keyof T]: Tensor };

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
    const own = reshape(s.time, [s.time.size]); // [1] or [n]
    const times = guided && own.size > 1 ? concat([own, own]) : own;
    const time = broadcastTo(times, [input.shape[0]]);
    let prediction = denoise(params, input, time, condition);
    if (guided) {
      const conditional = slice(prediction, [0, n]);
      prediction = guide(conditional, slice(prediction, [n, 2 * n]), s.guidance);
      if (rescaled) prediction = rescaleGuidance(prediction, conditional, s.rescale);
    }
    return scheduler.step(s, x, prediction, history, noise);
  };

/** Folded into a sampler's key for the noise of step `i`: counters that the start does not use. */
export const noiseIndex = (i: number): number => i + 1;
