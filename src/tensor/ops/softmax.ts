// Softmax and its logarithm. Both subtract the maximum, so no exponential overflows, and entries of
// minus infinity (masks) get probability zero; a row of nothing else is NaN, as in PyTorch. Gradients
// go through the result: for y = softmax(x), dx = y (dy - sum(y dy)).
import * as is from '../arguments.ts';
import { isFloat } from '../dtype.ts';
import { normalizeAxis } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { add, div, mul, sub, where } from './arithmetic.ts';
import { equal, isFinite as finite } from './comparison.ts';
import { toTensor, zerosLike } from './create.ts';
import { type GradientRule, withGradient } from './custom-gradient.ts';
import { type Axes, max, type ReduceOptions, sum } from './reduce.ts';
import { exp, log } from './transcendental.ts';
import { broadcastTo, cast, reshape } from './views.ts';

// `f` of a floating-point tensor. f16 is computed in f32, sums and gradient too, and comes back as f16.
function inFloat(x: TensorLike, f: (x: Tensor) => Tensor): Tensor {
  const t = toTensor(x);
  if (isFloat(t.dtype) && t.dtype !== 'f16') return f(t);
  const out = f(cast(t, 'f32'));
  return t.dtype === 'f16' ? cast(out, 'f16') : out;
}

const keep = { keepDims: true } as const;

const softmaxArgs = is.signature('softmax', ['input', is.operand], ['axis', is.axis]);

/** e^x / sum(e^x) along `axis` (default the last). @throws ShapeError */
export const softmax = (input: TensorLike, axis = -1): Tensor => {
  softmaxArgs(input, axis);
  return inFloat(input, (x) => softmaxOf(x, axis));
};

function softmaxOf(x: Tensor, axis: number): Tensor {
  const a = normalizeAxis(axis, x.rank, 'softmax');
  if (x.size === 0) return x;
  const e = exp(sub(x, max(x, a, keep)));
  const rule: GradientRule = (ct, { out }) => {
    const weighted = mul(out, ct);
    return [sub(weighted, mul(out, sum(weighted, a, keep)))];
  };
  return withGradient(div(e, sum(e, a, keep)), [x], rule);
}

const logSoftmaxArgs = is.signature('logSoftmax', ['input', is.operand], ['axis', is.axis]);

/** x - logSumExp(x) along `axis` (default the last). @throws ShapeError */
export const logSoftmax = (input: TensorLike, axis = -1): Tensor => {
  logSoftmaxArgs(input, axis);
  return inFloat(input, (x) => logSoftmaxOf(x, axis));
};

function logSoftmaxOf(x: Tensor, axis: number): Tensor {
  const a = normalizeAxis(axis, x.rank, 'logSoftmax');
  if (x.size === 0) return x;
  const centered = sub(x, max(x, a, keep));
  const value = sub(centered, log(sum(exp(centered), a, keep)));
  const rule: GradientRule = (ct, { out }) => [sub(ct, mul(exp(out), sum(ct, a, keep)))];
  return withGradient(value, [x], rule);
}

// x where it is finite, else 0: a shift that never makes inf - inf.
const finiteOrZero = (x: Tensor): Tensor => where(finite(x), x, zerosLike(x));

const logSumExpArgs = is.signature(
  'logSumExp',
  ['input', is.operand],
  ['axes', is.optional(is.axes)],
  ['options', is.options({ keepDims: is.optional(is.boolean) })],
);

/**
 * log(sum(e^x)) over `axes` (default all), without overflow; minus infinity where all elements are
 * (its gradient there is zero). Where it is plus infinity, infinite elements have the gradient NaN and finite
 * ones 0; where it is NaN, all have NaN. Of nothing it is minus infinity. @throws ShapeError
 */
export const logSumExp = (input: TensorLike, axes?: Axes, options: ReduceOptions = {}): Tensor => {
  logSumExpArgs(input, axes, options);
  return inFloat(input, (x) => logSumExpOf(x, axes, options));
};

function logSumExpOf(x: Tensor, axes: Axes | undefined, options: ReduceOptions): Tensor {
  if (x.size === 0) return log(sum(x, axes, options));
  const shift = finiteOrZero(max(x, axes, keep));
  const value = add(log(sum(exp(sub(x, shift)), axes, keep)), shift);
  const rule: GradientRule = (ct, { operands: [u], out }) => {
    const some = where(equal(out, Number.NEGATIVE_INFINITY), zerosLike(out), out);
    const softmaxed = exp(sub(u, broadcastTo(some, u.shape)));
    return [mul(broadcastTo(ct, u.shape), softmaxed)];
  };
  const kept = withGradient(value, [x], rule);
  return options.keepDims ? kept : reshape(kept, sum(x, axes).shape);
}
