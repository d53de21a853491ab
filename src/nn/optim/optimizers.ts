// SGD, Adam (Kingma & Ba 2015, arXiv:1412.6980), AdamW (Loshchilov & Hutter 2019, arXiv:1711.05101) and
// RMSprop, step for step as torch.optim computes them.
import { add, div, mul, neg, square } from '../../tensor/ops/arithmetic.ts';
import { zeros } from '../../tensor/ops/create.ts';
import { expm1, sqrt } from '../../tensor/ops/transcendental.ts';
import { cast } from '../../tensor/ops/views.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { leavesWithPaths } from '../../tensor/tree.ts';
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
function perLeaf(names: readonly string[], prepare: (count: Tensor) => LeafRule): Optimizer {
  return {
    init: (params) => ({
      count: zeros([], 'i32'),
      ...Object.fromEntries(names.map((n) => [n, zeroMoments(params)])),
    }),
    update: (grads, state, params) => {
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

// The gradient with L2 decay, as torch's SGD, Adam and RMSprop use it.
const decayed = (grad: Tensor, param: Tensor, decay: Tensor | number): Tensor =>
  decay === 0 ? grad : add(grad, mul(cast(param, grad.dtype), decay));

/** What all optimizers take. */
export interface CommonOptions {
  readonly learningRate: LearningRate;
  /** Factor of the learning rate by leaf (default 1). */
  readonly rateScale?: PerLeaf;
  /** Default 0, except for adamw. */
  readonly weightDecay?: PerLeaf;
}

/** Options of stochastic gradient descent. */
export interface SgdOptions extends CommonOptions {
  readonly momentum?: number;
  readonly nesterov?: boolean;
}

/** Stochastic gradient descent: b <- momentum b + g; step -lr b, or -lr (g + momentum b) for Nesterov. */
export function sgd(options: SgdOptions): Optimizer {
  const { learningRate, momentum = 0, nesterov = false, weightDecay = 0, rateScale = 1 } = options;
  return perLeaf(momentum === 0 ? [] : ['velocity'], (count) => {
    const rate = rateAt(learningRate, count);
    return (grad, [velocity], { param, path }) => {
      const g = decayed(grad, param, forLeaf(weightDecay, path, param));
      const share = forLeaf(rateScale, path, param);
      if (!velocity) return { update: against(g, rate, share), moments: [] };
      const v = add(mul(velocity, momentum), g);
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
}

// 1 - beta^t for t = count + 1; expm1 keeps the digits that 1 - pow would lose in f32.
const biasCorrection = (beta: number, count: Tensor): Tensor =>
  neg(expm1(mul(cast(add(count, 1), 'f32'), Math.log(beta))));

function adamWith(options: AdamOptions, decoupled: boolean): Optimizer {
  const { learningRate, betas = [0.9, 0.999], eps = 1e-8, rateScale = 1 } = options;
  const weightDecay = options.weightDecay ?? (decoupled ? 0.01 : 0);
  const [beta1, beta2] = betas;
  return perLeaf(['m', 'v'], (count) => {
    const rate = rateAt(learningRate, count);
    const stepSize = div(1, biasCorrection(beta1, count));
    const spread = div(1, sqrt(biasCorrection(beta2, count)));
    return (grad, moments, { param, path }) => {
      const decay = forLeaf(weightDecay, path, param);
      const g = decoupled ? grad : decayed(grad, param, decay);
      const m = add(mul(moments[0], beta1), mul(g, 1 - beta1));
      const v = add(mul(moments[1], beta2), mul(square(g), 1 - beta2));
      let direction = div(mul(m, stepSize), add(mul(sqrt(v), spread), eps));
      if (decoupled) direction = decayed(direction, param, decay);
      return { update: against(direction, rate, forLeaf(rateScale, path, param)), moments: [m, v] };
    };
  });
}

/** Adam: step -lr m̂ / (sqrt(v̂) + eps); weight decay enters the gradient. */
export const adam = (options: AdamOptions): Optimizer => adamWith(options, false);

/** AdamW: Adam with decay applied to the parameters, -lr weightDecay p (default 0.01). */
export const adamw = (options: AdamOptions): Optimizer => adamWith(options, true);

/** Options of RMSprop. */
export interface RmspropOptions extends CommonOptions {
  /** Decay of the squared average (default 0.99). */
  readonly alpha?: number;
  readonly eps?: number;
  readonly momentum?: number;
}

/** RMSprop: v <- alpha v + (1 - alpha) g^2; step -lr g / (sqrt(v) + eps), with optional momentum. */
export function rmsprop(options: RmspropOptions): Optimizer {
  const { learningRate, alpha = 0.99, eps = 1e-8, momentum = 0 } = options;
  const { weightDecay = 0, rateScale = 1 } = options;
  return perLeaf(momentum === 0 ? ['v'] : ['v', 'velocity'], (count) => {
    const rate = rateAt(learningRate, count);
    return (grad, [before, velocity], { param, path }) => {
      const g = decayed(grad, param, forLeaf(weightDecay, path, param));
      const v = add(mul(before, alpha), mul(square(g), 1 - alpha));
      const direction = div(g, add(sqrt(v), eps));
      const share = forLeaf(rateScale, path, param);
      if (!velocity) return { update: against(direction, rate, share), moments: [v] };
      const b = add(mul(velocity, momentum), direction);
      return { update: against(b, rate, share), moments: [v, b] };
    };
  });
}
