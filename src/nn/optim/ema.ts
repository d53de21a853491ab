// Exponential moving averages of parameters, as diffusers' EMAModel: the decay rises with the number of
// steps, so that early averages are not dominated by the random start.

import { alias } from '../../autodiff/identity.ts';
import * as is from '../../tensor/arguments.ts';
import { add, div, maximum, minimum, mul, sub, where } from '../../tensor/ops/arithmetic.ts';
import { less } from '../../tensor/ops/comparison.ts';
import { full, zeros } from '../../tensor/ops/create.ts';
import { pow } from '../../tensor/ops/pow.ts';
import { cast } from '../../tensor/ops/views.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { map, zipWith } from '../../tensor/tree.ts';
import { momentDType } from './optimizer.ts';

/** Averages of parameters and the number of updates (i32 scalar). */
export interface EmaState<P> {
  /** Updates so far, i32 scalar. */
  readonly count: Tensor;
  /** The averaged parameters. */
  readonly average: P;
}

/** How an average follows. */
export interface EmaOptions {
  /** Largest decay, e.g. 0.9999. */
  readonly decay: number;
  /** Smallest decay once the average has started (default 0). */
  readonly minDecay?: number;
  /**
   * Decay of update k = 1, 2, ... with s = k - 1 - startAfter: 'ratio' (default, diffusers' default):
   * (1 + s) / (10 + s); 'power' (its use_ema_warmup): 1 - (1 + s / invGamma)^-power; 'none': constant.
   * The first two copy the parameters while s <= 0.
   */
  readonly warmup?: 'ratio' | 'power' | 'none';
  /** Updates that only copy before the average starts (default 0). */
  readonly startAfter?: number;
  /** Scale of steps of the 'power' warm-up (default 1). */
  readonly invGamma?: number;
  /** Default 2/3. */
  readonly power?: number;
}

/** A moving average: pure functions on its state. */
export interface Ema {
  /** Starts at the parameters (f16 ones averaged in f32). */
  init<P>(params: P): EmaState<P>;
  /** average <- decay average + (1 - decay) params. */
  update<P>(state: EmaState<P>, params: P): EmaState<P>;
  /** Decay used by the update after `count` updates. */
  decayAt(count: Tensor): Tensor;
}

const emaArgs = is.signature('optim.ema', [
  'options',
  is.options<EmaOptions>({
    decay: is.scalar,
    minDecay: is.optional(is.scalar),
    warmup: is.optional(is.oneOf('none', 'ratio', 'power')),
    startAfter: is.optional(is.scalar),
    invGamma: is.optional(is.scalar),
    power: is.optional(is.scalar),
  }),
]);

/** Exponential moving average of a tree of parameters. */
export function ema(options: EmaOptions): Ema {
  emaArgs(options);
  const { decay, minDecay = 0, warmup = 'ratio', startAfter = 0 } = options;
  const { invGamma = 1, power = 2 / 3 } = options;
  const decayAt = (count: Tensor): Tensor => {
    if (warmup === 'none') return full([], decay);
    const s = maximum(sub(cast(count, 'f32'), startAfter), 0);
    const rising =
      warmup === 'ratio'
        ? div(add(s, 1), add(s, 10))
        : sub(1, pow(add(mul(s, 1 / invGamma), 1), -power));
    return where(less(s, 0.5), 0, maximum(minimum(rising, decay), minDecay));
  };
  return {
    decayAt,
    // copies, so that parameters and averages can be donated together
    init: (params) => ({
      count: zeros([], 'i32'),
      average: map(params, (p) => alias(cast(p, momentDType(p)))) as typeof params,
    }),
    update: ({ count, average }, params) => {
      const rest = sub(1, decayAt(count));
      const follow = (a: Tensor, p: Tensor): Tensor =>
        add(a, mul(sub(cast(p, a.dtype), a), cast(rest, a.dtype)));
      return { count: add(count, 1), average: zipWith(follow, average, params) };
    },
  };
}
