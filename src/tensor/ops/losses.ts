// Loss functions, with PyTorch's meanings and channels (classes) last. Each gives one number per
// element or sample, then reduces: 'mean' (default), 'sum' or 'none'. Losses of f16 are computed, and
// come out, in f32.

import * as is from '../arguments.ts';
import { ShapeError } from '../errors.ts';
import { broadcastShapes, sameShape } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { softplus } from './activations.ts';
import { abs, add, clip, div, maximum, mul, neg, square, sub, where } from './arithmetic.ts';
import { greater } from './comparison.ts';
import { onesLike, toTensor, zerosLike } from './create.ts';
import { type GradientRule, withGradient } from './custom-gradient.ts';
import { widenHalf } from './precision.ts';
import { sum } from './reduce.ts';
import { type LossOptions, type Reduction, reduceLoss } from './reduce-loss.ts';
import { norm } from './statistics.ts';
import { exp, log } from './transcendental.ts';
import { broadcastTo, cast } from './views.ts';

export type { LossOptions, Reduction } from './reduce-loss.ts';

// A target that broadcasts by accident ([n, 1] against [n]) is the classic silent mistake.
function checkAlike(what: string, prediction: Tensor, target: Tensor): void {
  if (prediction.rank === 0 || target.rank === 0 || sameShape(prediction.shape, target.shape))
    return;
  throw new ShapeError(`${what} ${prediction} and target ${target} differ in shape`);
}

function difference(what: string, prediction: TensorLike, target: TensorLike): Tensor {
  const [p, t] = [widenHalf(prediction), widenHalf(target)];
  checkAlike(`${what}: prediction`, p, t);
  return sub(p, t);
}

const lossOptionsKind = is.options<LossOptions>({
  reduction: is.optional(is.oneOf('mean', 'sum', 'none')),
});
const meanSquaredErrorArgs = is.signature(
  'meanSquaredError',
  ['prediction', is.operand],
  ['target', is.operand],
  ['options', lossOptionsKind],
);

/** (prediction - target)², reduced. @throws ShapeError if shapes differ (scalars broadcast) */
export const meanSquaredError = (
  prediction: TensorLike,
  target: TensorLike,
  options: LossOptions = {},
): Tensor => {
  meanSquaredErrorArgs(prediction, target, options);
  return reduceLoss(square(difference('meanSquaredError', prediction, target)), options);
};

const l1LossArgs = is.signature(
  'l1Loss',
  ['prediction', is.operand],
  ['target', is.operand],
  ['options', is.options<LossOptions>({ reduction: is.optional(is.oneOf('mean', 'sum', 'none')) })],
);

/** |prediction - target|, reduced. @throws ShapeError */
export const l1Loss = (
  prediction: TensorLike,
  target: TensorLike,
  options: LossOptions = {},
): Tensor => {
  l1LossArgs(prediction, target, options);
  return reduceLoss(abs(difference('l1Loss', prediction, target)), options);
};

const huberLossArgs = is.signature(
  'huberLoss',
  ['prediction', is.operand],
  ['target', is.operand],
  [
    'options',
    is.options({
      reduction: is.optional(is.oneOf('mean', 'sum', 'none')),
      delta: is.optional(is.number),
    }),
  ],
);

/** d²/2 where |d| < delta, else delta (|d| - delta/2), reduced. Huber 1964. @throws ShapeError */
export function huberLoss(
  prediction: TensorLike,
  target: TensorLike,
  options: LossOptions & { readonly delta?: number } = {},
): Tensor {
  huberLossArgs(prediction, target, options);
  const { delta = 1 } = options;
  const d = difference('huberLoss', prediction, target);
  // with c = d limited to -delta..delta the loss is c (d - c/2); no branch squares what may be infinite
  const inner = clip(d, -delta, delta);
  return reduceLoss(mul(inner, sub(d, mul(inner, 0.5))), options);
}

const smoothL1LossArgs = is.signature(
  'smoothL1Loss',
  ['prediction', is.operand],
  ['target', is.operand],
  [
    'options',
    is.options({
      reduction: is.optional(is.oneOf('mean', 'sum', 'none')),
      beta: is.optional(is.number),
    }),
  ],
);

/** Huber loss over beta: d²/(2 beta) where |d| < beta, else |d| - beta/2. @throws ShapeError */
export function smoothL1Loss(
  prediction: TensorLike,
  target: TensorLike,
  options: LossOptions & { readonly beta?: number } = {},
): Tensor {
  smoothL1LossArgs(prediction, target, options);
  const { beta = 1 } = options;
  if (beta === 0) return l1Loss(prediction, target, { reduction: options.reduction });
  return div(huberLoss(prediction, target, { reduction: options.reduction, delta: beta }), beta);
}

// log(p), at least -100 (PyTorch's limit), with zero gradient where p is 0.
function limitedLog(p: Tensor): Tensor {
  const some = greater(p, 0);
  return where(some, clip(log(where(some, p, onesLike(p))), -100), -100);
}

// PyTorch's: the gradient stays finite at p = 0 and 1, and large where p is on the wrong side.
const leastSpread = 1e-12;

const binaryCrossEntropyArgs = is.signature(
  'binaryCrossEntropy',
  ['probability', is.operand],
  ['target', is.operand],
  ['options', lossOptionsKind],
);

/**
 * -(t log p + (1 - t) log(1 - p)) of probabilities p; logarithms are at least -100. The gradient with
 * respect to p is (p - t) / max(p (1 - p), 1e-12). @throws ShapeError if shapes differ (scalars broadcast)
 */
export function binaryCrossEntropy(
  probability: TensorLike,
  target: TensorLike,
  options: LossOptions = {},
): Tensor {
  binaryCrossEntropyArgs(probability, target, options);
  const given = widenHalf(probability);
  const truth = cast(toTensor(target), given.dtype);
  checkAlike('binaryCrossEntropy: probability', given, truth);
  const shape = broadcastShapes(given.shape, truth.shape, 'binaryCrossEntropy');
  const operands = [given, truth].map((x) => broadcastTo(x, shape));
  const logs = (p: Tensor): [Tensor, Tensor] => [limitedLog(p), limitedLog(sub(1, p))];
  const [p, t] = operands;
  const [yes, no] = logs(p);
  const loss = neg(add(mul(t, yes), mul(sub(1, t), no)));
  const rule: GradientRule = (ct, { operands: [q, u] }) => {
    const spread = maximum(mul(q, sub(1, q)), leastSpread);
    const [logQ, logRest] = logs(q);
    return [div(mul(ct, sub(q, u)), spread), mul(ct, sub(logRest, logQ))];
  };
  return reduceLoss(withGradient(loss, operands, rule), options);
}

const binaryCrossEntropyWithLogitsArgs = is.signature(
  'binaryCrossEntropyWithLogits',
  ['logits', is.operand],
  ['target', is.operand],
  [
    'options',
    is.options({
      reduction: is.optional(is.oneOf('mean', 'sum', 'none')),
      positiveWeight: is.optional(is.operand),
    }),
  ],
);

/**
 * Binary cross entropy of sigmoid(x), stable for all x: softplus(x) - t x, positives weighted by
 * `positiveWeight` if given. @throws ShapeError if shapes differ (scalars and weights broadcast)
 */
export function binaryCrossEntropyWithLogits(
  logits: TensorLike,
  target: TensorLike,
  options: LossOptions & { readonly positiveWeight?: TensorLike } = {},
): Tensor {
  binaryCrossEntropyWithLogitsArgs(logits, target, options);
  const x = widenHalf(logits);
  checkAlike('binaryCrossEntropyWithLogits: logits', x, toTensor(target));
  const { positiveWeight: w } = options;
  if (w === undefined) return reduceLoss(sub(softplus(x), mul(target, x)), options);
  const weight = add(mul(sub(w, 1), target), 1);
  return reduceLoss(add(mul(sub(1, target), x), mul(weight, softplus(neg(x)))), options);
}

const klDivergenceArgs = is.signature(
  'klDivergence',
  ['logq', is.operand],
  ['target', is.operand],
  [
    'options',
    is.options({
      reduction: is.optional(is.oneOf('mean', 'sum', 'none', 'batchMean')),
      logTarget: is.optional(is.boolean),
    }),
  ],
);

/**
 * Kullback-Leibler divergence t (log t - logq), logq being log-probabilities; 'batchMean' (default)
 * sums and divides by the first size. `logTarget`: the target holds log t. @throws ShapeError if shapes differ
 */
export function klDivergence(
  logq: TensorLike,
  target: TensorLike,
  options: { readonly reduction?: Reduction | 'batchMean'; readonly logTarget?: boolean } = {},
): Tensor {
  klDivergenceArgs(logq, target, options);
  const q = widenHalf(logq);
  const t = widenHalf(target);
  checkAlike('klDivergence: logq', q, t);
  const { reduction = 'batchMean', logTarget = false } = options;
  let loss: Tensor;
  if (logTarget) loss = mul(exp(t), sub(t, q));
  else {
    const some = greater(t, 0);
    const safe = where(some, t, onesLike(t));
    loss = sub(where(some, mul(t, log(safe)), zerosLike(t)), mul(t, q));
  }
  if (reduction !== 'batchMean') return reduceLoss(loss, { reduction });
  return q.rank === 0 ? loss : div(sum(loss), q.shape[0]);
}

const cosineSimilarityArgs = is.signature(
  'cosineSimilarity',
  ['a', is.operand],
  ['b', is.operand],
  ['options', is.options({ axis: is.optional(is.axis), eps: is.optional(is.notNegative) })],
);

/** a . b / (max(|a|, eps) max(|b|, eps)) along `axis` (default the last); a and b broadcast. */
export function cosineSimilarity(
  a: TensorLike,
  b: TensorLike,
  options: { readonly axis?: number; readonly eps?: number } = {},
): Tensor {
  cosineSimilarityArgs(a, b, options);
  const { axis = -1, eps = 1e-8 } = options;
  const [p, q] = [widenHalf(a), widenHalf(b)];
  const shape = broadcastShapes(p.shape, q.shape, 'cosineSimilarity');
  const [x, y] = [broadcastTo(p, shape), broadcastTo(q, shape)];
  const lengths = mul(clip(norm(x, axis), eps), clip(norm(y, axis), eps));
  return div(sum(mul(x, y), axis), lengths);
}
