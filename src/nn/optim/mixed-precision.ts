// Mixed precision (Micikevicius et al. 2018, arXiv:1710.03740). Parameters, moments and updates stay in f32;
// forward and backward pass see copies in f16. Gradients that f16 would round to zero are kept by scaling
// the loss, and the scale follows the gradients: it is halved, and the step left out, whenever one of
// them is infinite or NaN, and doubled after many steps without. Scale and counter are tensors of the
// state, so all of it runs inside `compile` and nothing is read back.

import { valueAndGrad } from '../../autodiff/transforms.ts';
import * as is from '../../tensor/arguments.ts';
import { isFloat } from '../../tensor/dtype.ts';
import { DTypeError } from '../../tensor/errors.ts';
import { add, div, maximum, minimum, mul, where } from '../../tensor/ops/arithmetic.ts';
import { isFinite as finite, greaterEqual } from '../../tensor/ops/comparison.ts';
import { stack } from '../../tensor/ops/concat.ts';
import { full, zeros } from '../../tensor/ops/create.ts';
import { all } from '../../tensor/ops/reduce.ts';
import { cast } from '../../tensor/ops/views.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { leaves, leavesWithPaths, map, zipWith } from '../../tensor/tree.ts';
import type { Optimizer, OptimizerState } from './optimizer.ts';

const castFloatsArgs = is.signature(
  'optim.castFloats',
  ['tree', is.tree],
  ['dtype', is.oneOf('f16', 'f32', 'f64')],
);

/** The tree with its floating-point leaves in another dtype; integers and booleans stay. */
export const castFloats = <T>(tree: T, dtype: 'f16' | 'f32' | 'f64'): T => {
  castFloatsArgs(tree, dtype);
  return map(tree, (t) => (isFloat(t.dtype) ? cast(t, dtype) : t)) as T;
};

const allFiniteArgs = is.signature('optim.allFinite', ['tree', is.tree]);

/** bool scalar: no element of any leaf is infinite or NaN. */
export function allFinite(tree: unknown): Tensor {
  allFiniteArgs(tree);
  const parts = leaves(tree).map((t) => all(finite(t)));
  if (parts.length === 0) return full([], 1, 'bool');
  return parts.length === 1 ? parts[0] : all(stack(parts));
}

/** How the loss scale moves. */
export interface LossScaleOptions {
  /** Default 2^15. */
  readonly initialScale?: number;
  /** Steps without overflow after which the scale grows (default 2000). */
  readonly growthInterval?: number;
  /** Factor of growth and divisor of shrinking (default 2, which is exact). */
  readonly factor?: number;
  /** Smallest scale (default 1). */
  readonly minScale?: number;
  /** Largest scale (default 2^24). */
  readonly maxScale?: number;
}

/** State of mixed precision: a tree of tensors, like every optimizer's. */
export type MixedPrecisionState = {
  readonly optimizer: OptimizerState;
  /** What the loss is multiplied by, f32 scalar. */
  readonly scale: Tensor;
  /** Steps since the scale moved or a step was left out, i32 scalar. */
  readonly good: Tensor;
};

/** An optimizer of f32 parameters for gradients that were computed in f16. */
export interface MixedPrecision extends Optimizer {
  init(params: unknown): MixedPrecisionState;
  /**
   * The loss (f32) of f16 copies of `params`, and its gradient in the parameters' dtype, still scaled:
   * for this optimizer's `update` only.
   */
  valueAndGrad<P, A extends unknown[]>(
    loss: (params: P, ...args: A) => Tensor,
  ): (state: OptimizerState, params: P, ...args: A) => [loss: Tensor, scaled: P];
  /** Updates from scaled gradients: zeros, and the old state, if a gradient is infinite or NaN. */
  update<P>(scaled: P, state: OptimizerState, params: P): [updates: P, state: MixedPrecisionState];
}

const choose = <T>(condition: Tensor, yes: T, no: T): T =>
  zipWith((a, b) => where(condition, a, b), yes, no);

const mixedPrecisionArgs = is.signature(
  'optim.mixedPrecision',
  ['tx', is.methods('an optimizer', 'init', 'update')],
  [
    'options',
    is.options<LossScaleOptions>({
      initialScale: is.optional(is.scalar),
      growthInterval: is.optional(is.scalar),
      factor: is.optional(is.scalar),
      minScale: is.optional(is.scalar),
      maxScale: is.optional(is.scalar),
    }),
  ],
);

/**
 * `tx` with f16 copies of f32 parameters and a dynamic loss scale. Clipping belongs inside, so that it
 * sees gradients without the scale: `mixedPrecision(chain(clipByGlobalNorm(1), adamw(...)))`. Flat
 * parameters are best cut with an alignment of 128 elements.
 */
export function mixedPrecision(tx: Optimizer, options: LossScaleOptions = {}): MixedPrecision {
  mixedPrecisionArgs(tx, options);
  const { initialScale = 2 ** 15, growthInterval = 2000, factor = 2 } = options;
  const { minScale = 1, maxScale = 2 ** 24 } = options;
  return {
    init: (params) => {
      const half = leavesWithPaths(params).find(([, t]) => t.dtype === 'f16');
      if (half) {
        throw new DTypeError(
          `mixedPrecision: '${half[0]}' is ${half[1]}; give it f32 parameters, which it keeps and ` +
            'copies to f16 itself',
        );
      }
      return {
        optimizer: tx.init(params),
        scale: full([], initialScale),
        good: zeros([], 'i32'),
      };
    },
    valueAndGrad:
      (loss) =>
      (state, params, ...args) => {
        const { scale } = state as MixedPrecisionState;
        const scaled = (p: typeof params): readonly [Tensor, Tensor] => {
          const value = cast(loss(castFloats(p, 'f16'), ...args), 'f32');
          return [mul(value, scale), value];
        };
        const [[, value], grads] = valueAndGrad(scaled, { hasAux: true })(params);
        return [value, grads];
      },
    update: (scaled, state, params) => {
      const { optimizer, scale, good } = state as MixedPrecisionState;
      const inverse = div(1, scale);
      const grads = map(scaled, (g) => mul(g, cast(inverse, g.dtype))) as typeof scaled;
      const usable = allFinite(scaled);
      const [updates, next] = tx.update(grads, optimizer, params);
      const count = add(good, 1);
      const grows = greaterEqual(count, growthInterval);
      const larger = where(grows, minimum(mul(scale, factor), maxScale), scale);
      const smaller = maximum(div(scale, factor), minScale);
      return [
        map(updates, (u) => where(usable, u, 0)) as typeof updates,
        {
          optimizer: choose(usable, next, optimizer),
          scale: where(usable, larger, smaller),
          good: where(usable, where(grows, 0, count), 0),
        },
      ];
    },
  };
}
