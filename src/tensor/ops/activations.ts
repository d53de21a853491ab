// Activation functions. The common ones are single operations, so that a backward pass keeps their
// operand only and needs no chain of nodes; the rest are short formulas that the compiler fuses. All
// are stable at +-100 in f32: exponentials are only taken of numbers that are not positive.
import * as is from '../arguments.ts';
import type { Expr } from '../expr.ts';
import * as ir from '../ir.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { abs, add, clip, div, mul, neg, square, sub, where } from './arithmetic.ts';
import { greater, less, lessEqual } from './comparison.ts';
import { onesLike, toTensor, zerosLike } from './create.ts';
import { withGradient } from './custom-gradient.ts';
import { defineUnary } from './define-elementwise.ts';
import { erf, erfReference, exp, expm1, tanh } from './transcendental.ts';

// 1 / (1 + e^-x), from e^-|x| so that nothing overflows.
const sigmoidExpr = (x: Expr): Expr => {
  const one = ir.constant(1, x.type);
  const e = ir.exp(ir.neg(ir.abs(x)));
  const numerator = ir.select(ir.lt(x, ir.constant(0, x.type)), e, one);
  return ir.div(numerator, ir.add(one, e));
};

const sigmoidNumber = (x: number): number => 1 / (1 + Math.exp(-x));

/** Logistic function 1 / (1 + e^-x). */
export const sigmoid = defineUnary({
  name: 'sigmoid',
  costly: true,
  ir: sigmoidExpr,
  reference: sigmoidNumber,
  vjp: (ct, _, out) => mul(ct, mul(out, sub(1, out))),
});

/** max(x, 0); the gradient at 0 is 0. NaN stays, and lets the gradient pass. */
export const relu = defineUnary({
  name: 'relu',
  ir: (x) => ir.max(x, ir.constant(0, x.type)),
  reference: (x) => Math.max(x, 0),
  vjp: (ct, _, out) => where(lessEqual(out, 0), zerosLike(ct), ct),
  accepts: 'number',
  domain: [-2, 2],
});

const leakyReluArgs = is.signature('leakyRelu', ['input', is.operand], ['slope', is.number]);

/** x where positive, else slope * x. */
export function leakyRelu(input: TensorLike, slope = 0.01): Tensor {
  leakyReluArgs(input, slope);
  const x = toTensor(input);
  return where(greater(x, 0), x, mul(x, slope));
}

const eluArgs = is.signature('elu', ['input', is.operand], ['alpha', is.number]);

/** x where positive, else alpha (e^x - 1). Clevert et al. 2015. */
export function elu(input: TensorLike, alpha = 1): Tensor {
  eluArgs(input, alpha);
  const x = toTensor(input);
  const negative = lessEqual(x, 0);
  // the exponential sees no positive number, so it cannot overflow into the gradient
  return where(negative, mul(expm1(where(negative, x, 0)), alpha), x);
}

/** x sigmoid(x), also called swish. Ramachandran et al. 2017. */
export const silu = defineUnary({
  name: 'silu',
  ir: (x) => ir.mul(x, sigmoidExpr(x)),
  reference: (x) => x * sigmoidNumber(x),
  vjp: (ct, x) => {
    const s = sigmoid(x);
    return mul(ct, mul(s, add(mul(x, sub(1, s)), 1)));
  },
});

/** x times the normal distribution function of x: x (1 + erf(x / sqrt 2)) / 2. Hendrycks 2016. */
export const gelu = defineUnary({
  name: 'gelu',
  ir: (x) => {
    const k = (v: number): Expr => ir.constant(v, x.type);
    const twice = ir.add(k(1), ir.unary('erf', ir.mul(x, k(Math.SQRT1_2))));
    return ir.mul(ir.mul(x, k(0.5)), twice);
  },
  reference: (x) => 0.5 * x * (1 + erfReference(x * Math.SQRT1_2)),
  vjp: (ct, x) => {
    const distribution = mul(add(erf(mul(x, Math.SQRT1_2)), 1), 0.5);
    const density = mul(exp(mul(square(x), -0.5)), 1 / Math.sqrt(2 * Math.PI));
    return mul(ct, add(distribution, mul(x, density)));
  },
});

const geluC = 2 * Math.sqrt(2 / Math.PI);
const geluCubic = 0.044715;

/** The tanh approximation of gelu; 1 + tanh(u) is written 2 sigmoid(2u), exact in both tails. */
export const geluTanh = defineUnary({
  name: 'geluTanh',
  ir: (x) => {
    const k = (v: number): Expr => ir.constant(v, x.type);
    const cubic = ir.add(k(1), ir.mul(k(geluCubic), ir.mul(x, x)));
    return ir.mul(x, sigmoidExpr(ir.mul(k(geluC), ir.mul(x, cubic))));
  },
  reference: (x) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + geluCubic * x ** 3))),
  vjp: (ct, x) => {
    const x2 = square(x);
    const s = sigmoid(mul(mul(x, add(mul(x2, geluCubic), 1)), geluC));
    const slope = mul(add(mul(x2, 3 * geluCubic), 1), geluC);
    return mul(ct, mul(s, add(mul(mul(x, slope), sub(1, s)), 1)));
  },
});

// The slope of softplus. Its own slope is s(x) s(-x): s (1 - s) is rounding alone where s is nearly 1.
const softplusSlope = (x: Tensor): Tensor =>
  withGradient(sigmoid(x), [x], (ct, { operands: [u], out }) => [
    mul(ct, mul(out, sigmoid(neg(u)))),
  ]);

const softplusOf = defineUnary({
  name: 'softplus',
  // max(x, 0) + log(1 + e^-|x|)
  ir: (x) =>
    ir.add(ir.max(x, ir.constant(0, x.type)), ir.unary('log1p', ir.exp(ir.neg(ir.abs(x))))),
  reference: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  vjp: (ct, x) => mul(ct, softplusSlope(x)),
});

const softplusArgs = is.signature('softplus', ['x', is.operand], ['beta', is.number]);

/** log(1 + e^(beta x)) / beta, without overflow. */
export const softplus = (x: TensorLike, beta = 1): Tensor => {
  softplusArgs(x, beta);
  return beta === 1 ? softplusOf(x) : div(softplusOf(mul(x, beta)), beta);
};

const logSigmoidArgs = is.signature('logSigmoid', ['x', is.operand]);

/** log(sigmoid(x)), without underflow. */
export const logSigmoid = (x: TensorLike): Tensor => {
  logSigmoidArgs(x);
  return neg(softplusOf(neg(x)));
};

const mishArgs = is.signature('mish', ['x', is.operand]);

/** x tanh(softplus(x)). Misra 2019. */
export const mish = (x: TensorLike): Tensor => {
  mishArgs(x);
  return mul(x, tanh(softplusOf(x)));
};

const softsignArgs = is.signature('softsign', ['x', is.operand]);

/** x / (1 + |x|). */
export const softsign = (x: TensorLike): Tensor => {
  softsignArgs(x);
  return div(x, add(abs(x), 1));
};

const hardSwishArgs = is.signature('hardSwish', ['x', is.operand]);

/**
 * x clip(x + 3, 0, 6) / 6. Howard et al. 2019. The slope at -3 is that from above, at 3 that from above,
 * and 1 at NaN, as PyTorch's.
 */
export function hardSwish(input: TensorLike): Tensor {
  hardSwishArgs(input);
  const x = toTensor(input);
  const y = div(mul(x, clip(add(x, 3), 0, 6)), 6);
  if (!x.isFloat) return y;
  return withGradient(y, [x], (ct, { operands: [t] }) => {
    const inner = where(less(t, 3), add(div(t, 3), 0.5), onesLike(t));
    return [mul(ct, where(less(t, -3), zerosLike(t), inner))];
  });
}
