// Losses over classes (the last axis, or one that is named): negative log-likelihood and cross entropy of
// class numbers or probabilities, with PyTorch's meanings.

import * as is from '../arguments.ts';
import { isFloat } from '../dtype.ts';
import { DTypeError, ShapeError } from '../errors.ts';
import { formatShape, normalizeAxis, sameShape } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { add, div, mul, neg, where } from './arithmetic.ts';
import { equal, greaterEqual, less, logicalAnd, logicalOr, notEqual } from './comparison.ts';
import { onesLike, toTensor, zerosLike } from './create.ts';
import { checkKnown } from './index-tensors.ts';
import { iota } from './iota.ts';
import { widenHalf } from './precision.ts';
import { mean, sum } from './reduce.ts';
import { type LossOptions, reduceLoss } from './reduce-loss.ts';
import { logSoftmax } from './softmax.ts';
import { broadcastTo, cast, reshape } from './views.ts';

/** Options of losses over classes. */
export interface ClassLossOptions extends LossOptions {
  /** Axis of the classes, default the last. */
  readonly axis?: number;
  /** Target that does not count, default -100. The mean is over the others. */
  readonly ignoreIndex?: number;
  /** Share of probability spread evenly over all classes, 0 by default. */
  readonly labelSmoothing?: number;
  /** A factor for each class [classes]; the mean over samples is then weighted by their targets'. */
  readonly classWeights?: TensorLike;
}

// Class weights [classes] in the shape of one sample of x, or undefined.
function weightsAlong(
  x: Tensor,
  axis: number,
  given: TensorLike | undefined,
  what: string,
): Tensor | undefined {
  if (given === undefined) return undefined;
  const w = toTensor(given);
  if (w.rank !== 1 || w.shape[0] !== x.shape[axis]) {
    throw new ShapeError(`${what}: classWeights ${w} are not one for each class of ${x}`);
  }
  return reshape(
    w,
    x.shape.map((n, i) => (i === axis ? n : 1)),
  );
}

const reductionKind = is.optional(is.oneOf('mean', 'sum', 'none'));
const classOptionsKind = is.options<ClassLossOptions>({
  axis: is.optional(is.axis),
  ignoreIndex: is.optional(is.integer),
  labelSmoothing: is.optional(is.fraction),
  classWeights: is.optional(is.operand),
  reduction: reductionKind,
});
const nllLossArgs = is.signature(
  'nllLoss',
  ['logProbabilities', is.operand],
  ['target', is.operand],
  ['options', classOptionsKind],
);

/**
 * Negative log-likelihood of integer targets [...] under log-probabilities [..., classes]. A target that is
 * neither a class nor `ignoreIndex` is an error if the host knows it, and makes loss and gradient NaN if not.
 * @throws ShapeError if the target lacks exactly the class axis; DTypeError if it is not integer
 */
export function nllLoss(
  logProbabilities: TensorLike,
  target: TensorLike,
  options: ClassLossOptions = {},
): Tensor {
  nllLossArgs(logProbabilities, target, options);
  const logp = widenHalf(logProbabilities);
  const t = toTensor(target);
  const axis = normalizeAxis(options.axis ?? -1, logp.rank, 'nllLoss');
  checkClasses('nllLoss: log-probabilities', logp, t, axis);
  return ofClasses('nllLoss', logp, t, axis, options);
}

// Class numbers [...] beside values [..., classes]. @throws DTypeError, ShapeError
function checkClasses(what: string, x: Tensor, t: Tensor, axis: number): void {
  const fit = `${what} ${x} and target ${t} do not fit`;
  if (isFloat(t.dtype) || t.dtype === 'bool') {
    throw new DTypeError(`${fit}: the target must hold integers (class numbers)`);
  }
  const samples = x.shape.filter((_, i) => i !== axis);
  if (sameShape(t.shape, samples)) return;
  throw new ShapeError(
    `${fit}: without the classes (axis ${axis}) the target would be ${formatShape(samples)}`,
  );
}

// The loss of class numbers that fit.
function ofClasses(
  what: string,
  logp: Tensor,
  t: Tensor,
  axis: number,
  options: ClassLossOptions,
): Tensor {
  const { reduction = 'mean', ignoreIndex = -100, labelSmoothing = 0 } = options;
  const weights = weightsAlong(logp, axis, options.classWeights, what);
  const column = reshape(
    cast(t, 'i32'),
    logp.shape.map((n, i) => (i === axis ? 1 : n)),
  );
  const classes = logp.shape[axis];
  const valid = (v: number): boolean => v === ignoreIndex || (v >= 0 && v < classes);
  checkKnown(t, valid, `${what}: target`, `not one of ${classes} classes (0 to ${classes - 1})`);
  // a class that only the device sees and that does not exist: the loss and its gradient are NaN
  const outside = logicalOr(less(column, 0), greaterEqual(column, classes));
  const wrong = broadcastTo(logicalAnd(outside, notEqual(column, ignoreIndex)), logp.shape);
  const hit = equal(iota(logp.shape, axis), broadcastTo(column, logp.shape));
  const weighted = weights ? mul(logp, weights) : logp;
  const chosen = where(logicalOr(hit, wrong), weighted, zerosLike(logp));
  let loss = neg(sum(mul(chosen, where(wrong, Number.NaN, 1)), axis));
  if (labelSmoothing > 0) {
    loss = add(mul(loss, 1 - labelSmoothing), mul(mean(weighted, axis), -labelSmoothing));
  }
  const counted = notEqual(cast(t, 'i32'), ignoreIndex);
  loss = where(counted, loss, zerosLike(loss));
  if (reduction === 'none') return loss;
  if (reduction === 'sum') return sum(loss);
  const share = weights
    ? sum(where(hit, broadcastTo(weights, logp.shape), zerosLike(logp)), axis)
    : onesLike(loss);
  return div(sum(loss), sum(where(counted, share, zerosLike(loss))));
}

const crossEntropyArgs = is.signature(
  'crossEntropy',
  ['logits', is.operand],
  ['target', is.operand],
  ['options', classOptionsKind],
);

/**
 * Cross entropy of logits [..., classes] with integer targets [...] or probabilities [..., classes].
 * The mean is over samples; with probabilities, class weights do not change what it divides by, as in
 * PyTorch. @throws ShapeError if shapes do not fit
 */
export function crossEntropy(
  logits: TensorLike,
  target: TensorLike,
  options: ClassLossOptions = {},
): Tensor {
  crossEntropyArgs(logits, target, options);
  const x = widenHalf(logits);
  const t = toTensor(target);
  const { labelSmoothing = 0 } = options;
  const axis = normalizeAxis(options.axis ?? -1, x.rank, 'crossEntropy');
  if (!isFloat(t.dtype)) {
    checkClasses('crossEntropy: logits', x, t, axis);
    return ofClasses('crossEntropy', logSoftmax(x, axis), t, axis, options);
  }
  if (!sameShape(t.shape, x.shape)) {
    throw new ShapeError(
      `crossEntropy: logits ${x} and target probabilities ${t} differ in shape (class numbers are i32)`,
    );
  }
  const logp = logSoftmax(x, axis);
  const classes = x.shape[axis];
  const weights = weightsAlong(x, axis, options.classWeights, 'crossEntropy');
  const p = labelSmoothing > 0 ? add(mul(t, 1 - labelSmoothing), labelSmoothing / classes) : t;
  // a class of probability 0 counts nothing, even where its log-probability is minus infinity
  const none = logicalAnd(equal(p, 0), equal(logp, Number.NEGATIVE_INFINITY));
  const counted = where(none, zerosLike(logp), logp);
  const share = weights ? mul(p, weights) : p;
  return reduceLoss(neg(sum(mul(share, counted), axis)), options);
}
