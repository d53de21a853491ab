// Elementwise functions that wgrad does not have under a name of its own, with PyTorch's value and
// gradient at poles, ties, infinities and NaN. A composition that is right inside its domain has a
// wrong slope at such points more often than not, so each rule is written out (tools/autograd/derivatives.yaml).
import { stopGradient } from '../../../src/autodiff/identity.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import { broadcastShapes } from '../../../src/tensor/shape.ts';
import { Tensor, type TensorLike } from '../../../src/tensor/tensor.ts';

type Slope = (ct: Tensor, x: Tensor, out: Tensor) => Tensor;
type Slopes = (ct: Tensor, x: Tensor, y: Tensor, out: Tensor) => [Tensor, Tensor];

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
const floating = (x: Tensor): Tensor => (x.isFloat ? x : ops.cast(x, 'f32'));

const ruled1 = (x: Tensor, value: Tensor, slope: Slope): Tensor =>
  ops.withGradient(value, [x], (ct, { operands: [a], out }) => [slope(ct, a, out)]);

const ruled2 = (x: Tensor, y: Tensor, value: Tensor, slopes: Slopes): Tensor =>
  ops.withGradient(value, [x, y], (ct, { operands: [a, b], out }) => slopes(ct, a, b, out));

// two operands of one shape and dtype; a plain number takes the other's
function pair(x: TensorLike, y: TensorLike): [Tensor, Tensor] {
  const found = [x, y].find((t): t is Tensor => t instanceof Tensor && t.isFloat);
  const of = (t: TensorLike): Tensor => {
    const made = typeof t === 'number' ? ops.full([], t, found?.dtype ?? 'f32') : ops.toTensor(t);
    return made.isFloat ? made : ops.cast(made, found?.dtype ?? 'f32');
  };
  const [a, b] = [of(x), of(y)];
  const shape = broadcastShapes(a.shape, b.shape, 'two operands');
  return [ops.broadcastTo(a, shape), ops.broadcastTo(b, shape)];
}

const huge = 1e8; // whose square is beyond the digits of 1, and far from overflow

/** log(x + sqrt(x² + 1)), odd. */
export function asinh(input: Tensor): Tensor {
  const x = floating(input);
  const size = ops.abs(x);
  const big = ops.greater(size, huge);
  const a = ops.where(big, 1, size);
  // log1p keeps the digits near zero
  const rest = ops.div(ops.square(a), ops.add(ops.sqrt(ops.add(ops.square(a), 1)), 1));
  const beyond = ops.add(ops.log(ops.where(big, size, 1)), Math.LN2);
  const y = ops.mul(ops.sign(x), ops.where(big, beyond, ops.log1p(ops.add(a, rest))));
  return ruled1(x, y, (ct, t) => ops.mul(ct, ops.rsqrt(ops.add(ops.square(t), 1))));
}

/** log(x + sqrt(x² - 1)), NaN below 1; the slope is that of the formula there too, as PyTorch's. */
export function acosh(input: Tensor): Tensor {
  const x = floating(input);
  const big = ops.greater(x, huge);
  const t = ops.sub(ops.where(ops.logicalOr(big, ops.less(x, 1)), 2, x), 1);
  const beyond = ops.add(ops.log(ops.where(big, x, 1)), Math.LN2);
  const inside = ops.log1p(ops.add(t, ops.sqrt(ops.mul(t, ops.add(t, 2)))));
  const y = ops.where(ops.less(x, 1), nan, ops.where(big, beyond, inside));
  return ruled1(x, y, (ct, a) => ops.mul(ct, ops.rsqrt(ops.sub(ops.square(a), 1))));
}

/** sin(pi x) / (pi x), 1 at 0. */
export function sinc(input: Tensor): Tensor {
  const x = floating(input);
  const zero = ops.equal(x, 0);
  const t = ops.mul(ops.where(zero, 1, x), Math.PI);
  const y = ops.where(zero, 1, ops.div(ops.sin(t), t));
  return ruled1(x, y, (ct, a) => {
    const under = ops.mul(ops.square(a), Math.PI);
    const none = ops.equal(under, 0);
    const turn = ops.mul(a, Math.PI);
    const over = ops.sub(ops.mul(turn, ops.cos(turn)), ops.sin(turn));
    return ops.mul(ct, ops.where(none, 0, ops.div(over, ops.where(none, 1, under))));
  });
}

/** log(p / (1 - p)), p held between eps and 1 - eps if there is an eps. */
export function logit(input: Tensor, eps: number | undefined): Tensor {
  const x = floating(input);
  const p = eps === undefined ? x : ops.clip(x, eps, 1 - eps);
  const y = ops.sub(ops.log(p), ops.log1p(ops.neg(p)));
  return ruled1(x, y, (ct, a) => {
    const [low, high] = [eps ?? 0, 1 - (eps ?? 0)];
    const outside = ops.logicalOr(ops.less(a, low), ops.greater(a, high));
    const inside = ops.div(ct, ops.mul(a, ops.sub(1, a)));
    return ops.where(outside, eps === undefined ? nan : 0, inside);
  });
}

/** -x log x; 0 at 0, -infinity below. */
export function entr(input: Tensor): Tensor {
  const x = floating(input);
  const positive = ops.greater(x, 0);
  const least = ops.where(ops.less(x, 0), -infinity, ops.where(ops.isNan(x), x, 0));
  const y = ops.where(positive, ops.neg(ops.mul(x, ops.log(ops.where(positive, x, 1)))), least);
  return ruled1(x, y, (ct, a) => ops.mul(ct, ops.neg(ops.add(ops.log(a), 1))));
}

/** x log y; 0 where x is 0, unless y is NaN. */
export function xlogy(left: TensorLike, right: TensorLike): Tensor {
  const [x, y] = pair(left, right);
  const none = ops.logicalAnd(ops.equal(x, 0), ops.logicalNot(ops.isNan(y)));
  const value = ops.where(none, 0, ops.mul(x, ops.log(ops.where(none, 1, y))));
  return ruled2(x, y, value, (ct, a, b) => {
    const nothing = ops.logicalAnd(ops.equal(a, 0), ops.lessEqual(b, 0));
    const log = ops.log(ops.where(nothing, 1, b));
    return [ops.mul(ct, ops.where(nothing, 0, log)), ops.mul(ct, ops.div(a, b))];
  });
}

/** The larger (`sign` 1) or smaller number; NaN gives way to the other operand, and equals go to the first. */
export const numbersFirst =
  (sign: 1 | -1) =>
  (left: TensorLike, right: TensorLike): Tensor => {
    const [x, y] = pair(left, right);
    const beats = sign === 1 ? ops.greaterEqual(x, y) : ops.lessEqual(x, y);
    return ops.where(ops.logicalOr(beats, ops.isNan(y)), x, y);
  };

/** sqrt(x² + y²) without overflow on the way. */
export function hypot(left: TensorLike, right: TensorLike): Tensor {
  const [x, y] = pair(left, right);
  const [a, b] = [ops.abs(x), ops.abs(y)];
  const large = ops.maximum(a, b);
  const small = ops.minimum(a, b);
  const none = ops.logicalOr(ops.equal(large, 0), ops.isInf(large));
  const ratio = ops.div(ops.where(none, 0, small), ops.where(none, 1, large));
  const length = ops.mul(large, ops.sqrt(ops.add(ops.square(ratio), 1)));
  const endless = ops.logicalOr(ops.isInf(x), ops.isInf(y));
  const value = ops.where(endless, infinity, length);
  return ruled2(x, y, value, (ct, s, t, out) => [
    ops.mul(ct, ops.div(s, out)),
    ops.mul(ct, ops.div(t, out)),
  ]);
}

/** |x| with the sign of y, also of -0. */
export function copySign(left: TensorLike, right: TensorLike): Tensor {
  const [x, y] = pair(left, right);
  const negative = ops.logicalOr(ops.less(y, 0), ops.less(ops.div(1, y), 0));
  const value = ops.where(negative, ops.neg(ops.abs(x)), ops.abs(x));
  return ruled2(x, y, value, (ct, s, t, out) => {
    const zero = ops.equal(s, 0);
    const ratio = ops.div(ops.where(zero, 0, out), ops.where(zero, 1, s));
    return [ops.mul(ct, ratio), ops.zerosLike(t)];
  });
}

/** x between low and high; its gradient at the bounds is 0 (that of clamp is 1), and NaN passes. */
export const within = (x: Tensor, low: number, high: number): Tensor => {
  const outside = ops.logicalOr(ops.lessEqual(x, low), ops.greaterEqual(x, high));
  return ops.where(outside, stopGradient(ops.clip(x, low, high)), x);
};

/** (x + 3) / 6 held between 0 and 1; the slope is 0 at and beyond the bounds, and at NaN. */
export function hardSigmoid(x: Tensor): Tensor {
  const inside = ops.logicalAnd(ops.greater(x, -3), ops.less(x, 3));
  const flat = stopGradient(ops.clip(x, -3, 3));
  return ops.div(ops.add(ops.where(inside, x, flat), 3), 6);
}

/**
 * Python's remainder, which has the sign of the divisor: C's, moved once where the signs differ. By the
 * divisor its slope is minus the quotient, rounded down.
 */
export function remainder(left: TensorLike, right: TensorLike): Tensor {
  const signed = (x: TensorLike, y: TensorLike): Tensor => {
    const r = ops.rem(x, y);
    const differs = ops.logicalXor(ops.less(r, 0), ops.less(y, 0));
    return ops.where(ops.logicalAnd(ops.notEqual(r, 0), differs), ops.add(r, y), r);
  };
  if (![left, right].some((t) => t instanceof Tensor && t.isFloat)) return signed(left, right);
  const [x, y] = pair(left, right);
  return ruled2(x, y, signed(x, y), (ct, a, b) => [ct, ops.neg(ops.mul(ct, ops.floorDiv(a, b)))]);
}

// e^x / (1 + e^x) and its slope, written with exponentials that may overflow
function logistic(x: Tensor): Tensor {
  const e = ops.exp(x);
  return ruled1(x, ops.div(e, ops.add(e, 1)), (ct, a, out) =>
    ops.mul(ct, ops.div(out, ops.add(ops.exp(a), 1))),
  );
}

/** log(1 + e^x) as its formula says, overflow included: PyTorch's margin losses have it so. */
export const logOnePlusExp = (x: Tensor): Tensor =>
  ruled1(x, ops.log1p(ops.exp(x)), (ct, a) => ops.mul(ct, logistic(a)));

const between = (x: Tensor, size: number): Tensor =>
  ops.logicalAnd(ops.greaterEqual(x, -size), ops.lessEqual(x, size));

/** 0 between -size and size; NaN stays. */
export const hardShrink = (x: Tensor, size: number): Tensor => ops.where(between(x, size), 0, x);

/** Nearer to 0 by `size`, or 0; PyTorch 1.13 gives 0 for NaN, and lets its gradient pass. */
export function softShrink(x: Tensor, size: number): Tensor {
  const above = ops.where(ops.greater(x, size), ops.sub(x, size), 0);
  const value = ops.where(ops.less(x, -size), ops.add(x, size), above);
  return ruled1(x, value, (ct, a) => ops.where(between(a, size), 0, ct));
}

/** `value` up to the threshold; NaN stays. */
export const threshold = (x: Tensor, from: number, value: number): Tensor =>
  ops.where(ops.lessEqual(x, from), value, x);
