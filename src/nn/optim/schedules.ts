// Learning rates as functions of the number of steps taken (a scalar f32 tensor), so that they can run
// inside `compile`. Half cosines are computed as sin^2 of what is left, which loses no digits near zero.
import {
  add,
  clip,
  div,
  floor,
  maximum,
  minimum,
  mul,
  pow,
  square,
  sub,
  where,
} from '../../tensor/ops/arithmetic.ts';
import { less } from '../../tensor/ops/comparison.ts';
import { full } from '../../tensor/ops/create.ts';
import { sin } from '../../tensor/ops/transcendental.ts';
import type { Tensor } from '../../tensor/tensor.ts';

/** Learning rate after `step` steps (scalar f32) -> scalar. */
export type Schedule = (step: Tensor) => Tensor;

/** Always `value`. */
export const constant =
  (value: number): Schedule =>
  () =>
    full([], value);

/** From `start` to `end` in equal steps, then `end`. */
export const linear =
  (start: number, end: number, steps: number): Schedule =>
  (t) =>
    add(mul(minimum(div(t, steps), 1), end - start), start);

/** From 0 to `peak` in equal steps, then `peak`. */
export const linearWarmup = (peak: number, steps: number): Schedule =>
  linear(0, peak, Math.max(steps, 1));

// (1 + cos(pi (1 - left))) / 2 = sin^2(pi left / 2): 1 at left = 1, 0 at left = 0.
const halfCosine = (left: Tensor): Tensor => square(sin(mul(left, Math.PI / 2)));

/**
 * Half a cosine from `peak` to `end` over `steps`, then `end`. `mirror`: goes up again afterwards, as
 * PyTorch's CosineAnnealingLR.
 */
export const cosine =
  (peak: number, steps: number, options: { end?: number; mirror?: boolean } = {}): Schedule =>
  (t) => {
    const { end = 0, mirror = false } = options;
    const left = div(sub(steps, t), steps);
    return add(mul(halfCosine(mirror ? left : maximum(left, 0)), peak - end), end);
  };

const afterWarmup =
  (peak: number, warmup: number, steps: number, decay: (left: Tensor) => Tensor): Schedule =>
  (t) => {
    const rising = div(t, Math.max(warmup, 1));
    const left = div(sub(steps, t), Math.max(steps - warmup, 1));
    return mul(where(less(t, warmup), rising, decay(left)), peak);
  };

/**
 * Linear warm-up over `warmup` steps, then half a cosine to 0 at step `steps`, as diffusers' "cosine"
 * but staying at 0 afterwards; `mirror`: goes up again, exactly as theirs.
 */
export const warmupCosine = (
  peak: number,
  warmup: number,
  steps: number,
  options: { mirror?: boolean } = {},
): Schedule =>
  afterWarmup(peak, warmup, steps, (left) => halfCosine(options.mirror ? left : maximum(left, 0)));

/** Linear warm-up over `warmup` steps, then straight to 0 at step `steps`, as diffusers' "linear". */
export const warmupLinear = (peak: number, warmup: number, steps: number): Schedule =>
  afterWarmup(peak, warmup, steps, (left) => clip(left, 0, 1));

/** Multiplied by `factor` every `every` steps, as PyTorch's StepLR. */
export const stepDecay =
  (start: number, every: number, factor: number): Schedule =>
  (t) =>
    mul(pow(factor, floor(div(t, every))), start);
