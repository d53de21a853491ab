// Learning rates as functions of the number of steps taken (a scalar f32 tensor), so that they can run
// inside `compile`. Half cosines are computed as sin^2 of what is left, which loses no digits near zero.
import * as is from '../../tensor/arguments.ts';
import {
  add,
  clip,
  div,
  floorDiv,
  maximum,
  minimum,
  mul,
  rem,
  square,
  sub,
  where,
} from '../../tensor/ops/arithmetic.ts';
import { less, lessEqual } from '../../tensor/ops/comparison.ts';
import { full } from '../../tensor/ops/create.ts';
import { pow } from '../../tensor/ops/pow.ts';
import { sin } from '../../tensor/ops/transcendental.ts';
import { cast } from '../../tensor/ops/views.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Schedule } from './optimizer.ts';

const constantArgs = is.signature('optim.schedules.constant', ['value', is.scalar]);

/** Always `value`. */
export const constant = (value: number): Schedule => {
  constantArgs(value);
  return () => full([], value);
};

const linearArgs = is.signature(
  'optim.schedules.linear',
  ['start', is.scalar],
  ['end', is.scalar],
  ['steps', is.count],
);

/** From `start` to `end` in equal steps, then `end`. */
export const linear = (start: number, end: number, steps: number): Schedule => {
  linearArgs(start, end, steps);
  return (t) => add(mul(minimum(div(t, steps), 1), end - start), start);
};

const linearWarmupArgs = is.signature(
  'optim.schedules.linearWarmup',
  ['peak', is.scalar],
  ['steps', is.count],
);

/** From 0 to `peak` in equal steps, then `peak`. */
export const linearWarmup = (peak: number, steps: number): Schedule => {
  linearWarmupArgs(peak, steps);
  return linear(0, peak, Math.max(steps, 1));
};

// (1 + cos(pi (1 - left))) / 2 = sin^2(pi left / 2): 1 at left = 1, 0 at left = 0.
const halfCosine = (left: Tensor): Tensor => square(sin(mul(left, Math.PI / 2)));

const cosineArgs = is.signature(
  'optim.schedules.cosine',
  ['peak', is.scalar],
  ['steps', is.count],
  ['options', is.options({ end: is.optional(is.scalar), mirror: is.optional(is.boolean) })],
);

/**
 * Half a cosine from `peak` to `end` over `steps`, then `end`. `mirror`: goes up again afterwards, as
 * PyTorch's CosineAnnealingLR.
 */
export const cosine = (
  peak: number,
  steps: number,
  options: { end?: number; mirror?: boolean } = {},
): Schedule => {
  cosineArgs(peak, steps, options);
  return (t) => {
    const { end = 0, mirror = false } = options;
    const left = div(sub(steps, t), steps);
    return add(mul(halfCosine(mirror ? left : maximum(left, 0)), peak - end), end);
  };
};

// `decay` gets what is left of the steps after the warm-up, 1 to 0 and below, and the step.
const afterWarmup =
  (
    peak: number,
    warmup: number,
    steps: number,
    decay: (left: Tensor, t: Tensor) => Tensor,
  ): Schedule =>
  (t) => {
    const rising = div(t, Math.max(warmup, 1));
    const left = div(sub(steps, t), Math.max(steps - warmup, 1));
    return mul(where(less(t, warmup), rising, decay(left, t)), peak);
  };

// The fraction of (t times / length): exactly 0 where t times is a multiple of length, which a quotient or
// product rounded to f32 may miss by a whole turn. Whole numbers are multiplied as such.
function turn(t: Tensor, length: number, times = 1): Tensor {
  const whole = Number.isInteger(length) && Number.isInteger(times);
  const turned = whole
    ? cast(rem(mul(cast(t, 'i32'), times), length), 'f32')
    : rem(mul(t, times), length);
  return div(turned, length);
}

const warmupCosineArgs = is.signature(
  'optim.schedules.warmupCosine',
  ['peak', is.scalar],
  ['warmup', is.scalar],
  ['steps', is.count],
  ['options', is.options({ mirror: is.optional(is.boolean), halves: is.optional(is.scalar) })],
);

/**
 * Linear warm-up over `warmup` steps, then half a cosine to 0 at step `steps`, as diffusers' "cosine"
 * but staying at 0 afterwards; `mirror`: goes up again, exactly as theirs. `halves`: so many half cosines
 * (diffusers' num_cycles is half of it).
 */
export const warmupCosine = (
  peak: number,
  warmup: number,
  steps: number,
  options: { mirror?: boolean; halves?: number } = {},
): Schedule => {
  warmupCosineArgs(peak, warmup, steps, options);
  return afterWarmup(peak, warmup, steps, (given) => {
    const left = options.mirror ? given : maximum(given, 0);
    const { halves = 1 } = options;
    return halfCosine(halves === 1 ? left : sub(1, mul(sub(1, left), halves)));
  });
};

const warmupLinearArgs = is.signature(
  'optim.schedules.warmupLinear',
  ['peak', is.scalar],
  ['warmup', is.scalar],
  ['steps', is.count],
);

/** Linear warm-up over `warmup` steps, then straight to 0 at step `steps`, as diffusers' "linear". */
export const warmupLinear = (peak: number, warmup: number, steps: number): Schedule => {
  warmupLinearArgs(peak, warmup, steps);
  return afterWarmup(peak, warmup, steps, (left) => clip(left, 0, 1));
};

const warmupCosineRestartsArgs = is.signature(
  'optim.schedules.warmupCosineRestarts',
  ['peak', is.scalar],
  ['warmup', is.scalar],
  ['steps', is.count],
  ['cycles', is.scalar],
);

/**
 * Linear warm-up over `warmup` steps, then `cycles` half cosines from `peak` to 0 until step `steps`, and 0
 * from there, as diffusers' "cosine_with_restarts".
 */
export const warmupCosineRestarts = (
  peak: number,
  warmup: number,
  steps: number,
  cycles = 1,
): Schedule => {
  warmupCosineRestartsArgs(peak, warmup, steps, cycles);
  return afterWarmup(peak, warmup, steps, (left, t) => {
    const passed = turn(sub(t, warmup), Math.max(steps - warmup, 1), cycles);
    return where(lessEqual(left, 0), 0, halfCosine(sub(1, passed)));
  });
};

const warmupPolynomialArgs = is.signature(
  'optim.schedules.warmupPolynomial',
  ['peak', is.scalar],
  ['warmup', is.scalar],
  ['steps', is.count],
  ['power', is.scalar],
  ['end', is.scalar],
);

/**
 * Linear warm-up over `warmup` steps, then from `peak` to `end` (1e-7) by the power of what is left until step
 * `steps`, and `end` from there, as diffusers' "polynomial".
 */
export const warmupPolynomial = (
  peak: number,
  warmup: number,
  steps: number,
  power = 1,
  end = 1e-7,
): Schedule => {
  warmupPolynomialArgs(peak, warmup, steps, power, end);
  return (t) => {
    const left = div(sub(steps, t), Math.max(steps - warmup, 1));
    const falling = add(mul(pow(clip(left, 0, 1), power), peak - end), end);
    return where(less(t, warmup), mul(div(t, Math.max(warmup, 1)), peak), falling);
  };
};

const polynomialArgs = is.signature(
  'optim.schedules.polynomial',
  ['start', is.scalar],
  ['steps', is.count],
  ['power', is.scalar],
);

/** From `start` to 0 by the power of what is left of `steps`, as PyTorch's PolynomialLR. */
export const polynomial = (start: number, steps: number, power = 1): Schedule => {
  polynomialArgs(start, steps, power);
  return (t) => mul(pow(clip(div(sub(steps, t), steps), 0, 1), power), start);
};

const delayedArgs = is.signature(
  'optim.schedules.delayed',
  ['start', is.scalar],
  ['factor', is.scalar],
  ['steps', is.count],
);

/** `start` times `factor` for `steps` steps, then `start`, as PyTorch's ConstantLR. */
export const delayed = (start: number, factor: number, steps: number): Schedule => {
  delayedArgs(start, factor, steps);
  return (t) => where(less(t, steps), start * factor, start);
};

const cosineRestartsArgs = is.signature(
  'optim.schedules.cosineRestarts',
  ['peak', is.scalar],
  ['period', is.scalar],
  ['options', is.options({ growth: is.optional(is.scalar), end: is.optional(is.scalar) })],
);

/**
 * Half cosines from `peak` to `end` again and again, the first over `period` steps and each `growth` (1) times as
 * long as the one before (SGDR, Loshchilov & Hutter 2017, arXiv:1608.03983), as PyTorch's
 * CosineAnnealingWarmRestarts with whole `growth`. Periods grow up to step 2^24.
 */
export const cosineRestarts = (
  peak: number,
  period: number,
  options: { readonly growth?: number; readonly end?: number } = {},
): Schedule => {
  cosineRestartsArgs(peak, period, options);
  return (t) => {
    const { growth = 1, end = 0 } = options;
    let inside: Tensor; // share of the current period that has passed
    if (growth === 1) inside = turn(t, period);
    else {
      inside = div(t, period);
      for (let begin = period, long = period * growth; begin < 2 ** 24; long *= growth) {
        inside = where(less(t, begin), inside, div(sub(t, begin), long));
        begin += long;
      }
    }
    return add(mul(halfCosine(sub(1, inside)), peak - end), end);
  };
};

const multiStepDecayArgs = is.signature(
  'optim.schedules.multiStepDecay',
  ['start', is.scalar],
  ['milestones', is.numbers],
  ['factor', is.scalar],
);

/** Multiplied by `factor` at each of the steps named, as PyTorch's MultiStepLR. */
export const multiStepDecay = (
  start: number,
  milestones: readonly number[],
  factor: number,
): Schedule => {
  multiStepDecayArgs(start, milestones, factor);
  return (t) =>
    milestones.reduce<Tensor>(
      (rate, at) => where(less(t, at), rate, mul(rate, factor)),
      full([], start),
    );
};

const stepDecayArgs = is.signature(
  'optim.schedules.stepDecay',
  ['start', is.scalar],
  ['every', is.scalar],
  ['factor', is.scalar],
);

/** Multiplied by `factor` every `every` steps, as PyTorch's StepLR. */
export const stepDecay = (start: number, every: number, factor: number): Schedule => {
  stepDecayArgs(start, every, factor);
  return (t) => mul(pow(factor, floorDiv(t, every)), start);
};
