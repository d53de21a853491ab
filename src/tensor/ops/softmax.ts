// Softmax and its logarithm. Both subtract the maximum, so no exponential overflows, and entries of
// minus infinity (masks) get probability zero; a row of nothing else is NaN, as in PyTorch. Gradients
// go through the result: for y = softmax(x), dx = y (dy - sum(y dy)).
import { isFloat } from '../dtype.ts';
import { normalizeAxis } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { add, div, mul, sub, where } from './arithmetic.ts';
import { isFinite as finite } from './comparison.ts';
import { toTensor, zerosLike } from './create.ts';
import { type GradientRule, withGradient } from './custom-gradient.ts';
import { type Axes, max, type ReduceOptions, sum } from './reduce.ts';
import { exp, log } from './transcendental.ts';
import { broadcastTo, cast, reshape } from './views.ts';

const toFloat = (x: TensorLike): Tensor => {
  const t = toTensor(x);
  return isFloat(t.dtype) ? t : cast(t, 'f32');
};

const keep = { keepDims: true } as const;

/** e^x / sum(e^x) along `axis` (default the last). @throws ShapeError */
export function softmax(input: TensorLike, axis = -1): Tensor {
  const x = toFloat(input);
  const a = normalizeAxis(axis, x.rank, 'softmax');
  if (x.size === 0) return x;
  const e = exp(sub(x, max(x, a, keep)));
  const rule: GradientRule = (ct, { out }) => {
    const weighted = mul(out, ct);
    return [sub(weighted, mul(out, sum(weighted, a, keep)))];
  };
  return withGradient(div(e, sum(e, a, keep)), [x], rule);
}

/** x - logSumExp(x) along `axis` (default the last). @throws ShapeError */
export function logSoftmax(input: TensorLike, axis = -1): Tensor {
  const x = toFloat(input);
  const a = normalizeAxis(axis, x.rank, 'logSoftmax');
  if (x.size === 0) return x;
  const centered = sub(x, max(x, a, keep));
  const value = sub(centered, log(sum(exp(centered), a, keep)));
  const rule: GradientRule = (ct, { out }) => [sub(ct, mul(exp(out), sum(ct, a, keep)))];
  return withGradient(value, [x], rule);
}

// x where it is finite, else 0: a shift that never makes inf - inf.
const finiteOrZero = (x: Tensor): Tensor => where(finite(x), x, zerosLike(x));

/**
 * log(sum(e^x)) over `axes` (default all), without overflow; minus infinity where all elements are
 * (its gradient there is zero). Of nothing it is minus infinity. @throws ShapeError
 */
export function logSumExp(input: TensorLike, axes?: Axes, options: ReduceOptions = {}): Tensor {
  const x = toFloat(input);
  if (x.size === 0) return log(sum(x, axes, options));
  const shift = finiteOrZero(max(x, axes, keep));
  const value = add(log(sum(exp(sub(x, shift)), axes, keep)), shift);
  const rule: GradientRule = (ct, { operands: [u], out }) => {
    const softmaxed = exp(sub(u, broadcastTo(finiteOrZero(out), u.shape)));
    return [mul(broadcastTo(ct, u.shape), softmaxed)];
  };
  const kept = withGradient(value, [x], rule);
  return options.keepDims ? kept : reshape(kept, sum(x, axes).shape);
}
