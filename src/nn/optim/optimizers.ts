// SGD, Adam (Kingma & Ba 2015, arXiv:1412.6980), AdamW (Loshchilov & Hutter 2019, arXiv:1711.05101) and
// RMSprop, step for step as torch.optim computes them.
import * as is from '../../tensor/arguments.ts';
import { add, div, maximum, mul, neg, square, sub, where } from '../../tensor/ops/arithmetic.ts';
import { equal } from '../../tensor/ops/comparison.ts';
import { zeros } from '../../tensor/ops/create.ts';
import { expm1, sqrt } from '../../tensor/ops/transcendental.ts';
import { cast } from '../../tensor/ops/views.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { leavesWithPaths } from '../../tensor/tree.ts';
import { checkUpdate } from './check-update.ts';
import {
  forLeaf,
  type LearningRate,
  momentDType,
  momentsOf,
  type Optimizer,
  type PerLeaf,
  rateAt,
  rebuild,
  zeroMoments,
} from './optimizer.ts';

type Moments = { readonly [name: string]: unknown } & { readonly count: Tensor };

/** One leaf's step: gradient and moments in; update and moments out. */
type LeafRule = (
  grad: Tensor,
  moments: readonly Tensor[],
  leaf: { readonly param: Tensor; readonly path: string },
) => { update: Tensor; moments: readonly Tensor[] };

// An optimizer from a rule for one leaf; `names` are the trees of moments it keeps beside the count.
function perLeaf(
  fn: string,
  names: readonly string[],
  prepare: (count: Tensor) => LeafRule,
): Optimizer {
  return {
    init: (params) => ({
      count: zeros([], 'i32'),
      ...Object.fromEntries(names.map((n) => [n, zeroMoments(params)])),
    }),
    update: (grads, state, params) => {
      checkUpdate(fn, names, { grads, state, params });
      const { count, ...trees } = state as Moments;
      const rule = prepare(count);
      const moments = names.map((n) => momentsOf(trees[n]));
      const gs = momentsOf(grads);
      const results = leavesWithPaths(params).map(([path, param], i) =>
        rule(
          cast(gs[i], momentDType(param)),
          moments.map((m) => m[i]),
          { param, path },
        ),
      );
      const next = names.map((n, k) => [
        n,
        rebuild(
          params,
          results.map((r) => r.moments[k]),
        ),
      ]);
      const updates = rebuild(
        grads,
        results.map((r) => r.update),
      );
      return [updates, { count: add(count, 1), ...Object.fromEntries(next) }];
    },
  };
}

// Step of size rate against a direction; `share` scales the rate of one leaf.
const against = (direction: Tensor, rate: Tensor | number, share: Tensor | number): Tensor =>
  neg(mul(direction, share === 1 ? rate : mul(rate, share)));

const signed = (grad: Tensor, { maximize = false }: CommonOptions): Tensor =>
  maximize ? neg(grad) : grad;

// The gradient with L2 decay, as torch's SGD, Adam and RMSprop use it.
const decayed = (grad: Tensor, param: Tensor, decay: Tensor | number): Tensor =>
  decay === 0 ? grad : add(grad, mul(cast(param, grad.dtype), decay));

/** What all optimizers take. */
export interface CommonOptions {
  /** A number, or a schedule: a function of the number of steps taken. */
  readonly learningRate: LearningRate;
  /** Factor of the learning rate by leaf (default 1). */
  readonly rateScale?: PerLeaf;
  /** Default 0, except for adamw. */
  readonly weightDecay?: PerLeaf;
  /** Climbs instead of descending (default false); decay still pulls towards 0. */
  readonly maximize?: boolean;
}

/** Options of stochastic gradient descent. */
export interface SgdOptions extends CommonOptions {
  /** Share of the last velocity that is kept (default 0). */
  readonly momentum?: number;
  /** Share of later gradients that momentum leaves out (default 0); the first enters whole. */
  readonly dampening?: number;
  /** Looks ahead by one velocity (default false). */
  readonly nesterov?: boolean;
}

const sgdArgs = is.signature('optim.sgd', [
  'options',
  is.options<SgdOptions>({
    momentum: is.optional(is.scalar),
    dampening: is.optional(is.scalar),
    nesterov: is.optional(is.boolean),
    learningRate: is.either(is.quantity, is.func),
    rateScale: is.optional(is.either(is.quantity, is.func)),
    weightDecay: is.optional(is.either(is.quantity, is.func)),
    maximize: is.optional(is.boolean),
  }),
]);

/**
 * Stochastic gradient descent: b <- momentum b + (1 - dampening) g; step -lr b, or -lr (g + momentum b) for
 * Nesterov.
 */
export function sgd(options: SgdOptions): Optimizer {
  sgdArgs(options);
  const { learningRate, momentum = 0, nesterov = false, weightDecay = 0, rateScale = 1 } = options;
  const { dampening = 0 } = options;
  return perLeaf('optim.sgd', momentum === 0 ? [] : ['velocity'], (count) => {
    const rate = rateAt(learningRate, count);
    return (given, [velocity], { param, path }) => {
      const g = decayed(signed(given, options), param, forLeaf(weightDecay, path, param));
      const share = forLeaf(rateScale, path, param);
      if (!velocity) return { update: against(g, rate, share), moments: [] };
      const enters = dampening === 0 ? g : mul(g, where(equal(count, 0), 1, 1 - dampening));
      const v = add(mul(velocity, momentum), enters);
      const direction = nesterov ? add(g, mul(v, momentum)) : v;
      return { update: against(direction, rate, share), moments: [v] };
    };
  });
}

/** Options of Adam and AdamW. */
export interface AdamOptions extends CommonOptions {
  /** Decay of the first and second moment (default 0.9, 0.999). */
  readonly betas?: readonly [number, number];
  /** Default 1e-8. */
  readonly eps?: number;
  /** Divides by the largest second moment so far (Reddi et al. 2018, arXiv:1904.09237); default false. */
  readonly amsgrad?: boolean;
}

// 1 - beta^t for t = count + 1; expm1 keeps the digits that 1 - pow would lose in f32.
const biasCorrection = (beta: number, count: Tensor): Tensor =>
  neg(expm1(mul(cast(add(count, 1), 'f32'), Math.log(beta))));

function adamWith(options: AdamOptions, decoupled: boolean): Optimizer {
  const { learningRate, betas = [0.9, 0.999], eps = 1e-8, rateScale = 1 } = options;
  const weightDecay = options.weightDecay ?? (decoupled ? 0.01 : 0);
  const [beta1, beta2] = betas;
  const names = options.amsgrad ? ['m', 'v', 'largest'] : ['m', 'v'];
  return perLeaf(decoupled ? 'optim.adamw' : 'optim.adam', names, (count) => {
    const rate = rateAt(learningRate, count);
    const stepSize = div(1, biasCorrection(beta1, count));
    const spread = div(1, sqrt(biasCorrection(beta2, count)));
    return (given, moments, { param, path }) => {
      const grad = signed(given, options);
      const decay = forLeaf(weightDecay, path, param);
      const g = decoupled ? grad : decayed(grad, param, decay);
      const m = add(mul(moments[0], beta1), mul(g, 1 - beta1));
      const v = add(mul(moments[1], beta2), mul(square(g), 1 - beta2));
      const largest = options.amsgrad ? [maximum(moments[2], v)] : [];
      let direction = div(mul(m, stepSize), add(mul(sqrt(largest[0] ?? v), spread), eps));
      if (decoupled) direction = decayed(direction, param, decay);
      const update = against(direction, rate, forLeaf(rateScale, path, param));
      return { update, moments: [m, v, ...largest] };
    };
  });
}

const adamOptionsKind = is.options<AdamOptions>({
  betas: is.optional(is.numbers),
  eps: is.optional(is.scalar),
  amsgrad: is.optional(is.boolean),
  learningRate: is.either(is.quantity, is.func),
  rateScale: is.optional(is.either(is.quantity, is.func)),
  weightDecay: is.optional(is.either(is.quantity, is.func)),
  maximize: is.optional(is.boolean),
});
const adamArgs = is.signature('optim.adam', ['options', adamOptionsKind]);

/** Adam: step -lr m̂ / (sqrt(v̂) + eps); weight decay enters the gradient. */
export const adam = (options: AdamOptions): Optimizer => {
  adamArgs(options);
  return adamWith(options, false);
};

const adamwArgs = is.signature('optim.adamw', ['options', adamOptionsKind]);

/** AdamW: Adam with decay applied to the parameters, -lr weightDecay p (default 0.01). */
export const adamw = (options: AdamOptions): Optimizer => {
  adamwArgs(options);
  return adamWith(options, true);
};

/** Options of RMSprop. */
export interface RmspropOptions extends CommonOptions {
  /** Decay of the squared average (default 0.99). */
  readonly alpha?: number;
  /** Added to the root (default 1e-8). */
  readonly eps?: number;
  /** Share of the last velocity that is kept (default 0). */
  readonly momentum?: number;
  /** Divides by the deviation of the gradient instead of its root mean square (default false). */
  readonly centered?: boolean;
}

const rmspropArgs = is.signature('optim.rmsprop', [
  'options',
  is.options<RmspropOptions>({
    alpha: is.optional(is.scalar),
    eps: is.optional(is.scalar),
    momentum: is.optional(is.scalar),
    centered: is.optional(is.boolean),
    learningRate: is.either(is.quantity, is.func),
    rateScale: is.optional(is.either(is.quantity, is.func)),
    weightDecay: is.optional(is.either(is.quantity, is.func)),
    maximize: is.optional(is.boolean),
  }),
]);

/**
 * RMSprop: v <- alpha v + (1 - alpha) g^2; step -lr g / (sqrt(v) + eps), with optional momentum. Centered: v less
 * the square of the averaged gradient.
 */
export function rmsprop(options: RmspropOptions): Optimizer {
  rmspropArgs(options);
  const { learningRate, alpha = 0.99, eps = 1e-8, momentum = 0 } = options;
  const { weightDecay = 0, rateScale = 1, centered = false } = options;
  const names = ['v', ...(centered ? ['mean'] : []), ...(momentum === 0 ? [] : ['velocity'])];
  return perLeaf('optim.rmsprop', names, (count) => {
    const rate = rateAt(learningRate, count);
    return (given, [before, ...others], { param, path }) => {
      const g = decayed(signed(given, options), param, forLeaf(weightDecay, path, param));
      const v = add(mul(before, alpha), mul(square(g), 1 - alpha));
      const means = centered ? [add(mul(others[0], alpha), mul(g, 1 - alpha))] : [];
      const spread = centered ? sub(v, square(means[0])) : v;
      const direction = div(g, add(sqrt(spread), eps));
      const share = forLeaf(rateScale, path, param);
      const velocity = others[means.length] as Tensor | undefined;
      const kept = [v, ...means];
      if (!velocity) return { update: against(direction, rate, share), moments: kept };
      const b = add(mul(velocity, momentum), direction);
      return { update: against(b, rate, share), moments: [...kept, b] };
    };
  });
}
