// Elementary functions. Gradients use the result where that is cheaper than the operand (exp, tanh,
// sqrt), so that kernels need to keep one tensor only.
import * as is from '../arguments.ts';
import * as ir from '../ir.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { add, div, mul, neg, reciprocal, square, sub } from './arithmetic.ts';
import { defineUnary } from './define-elementwise.ts';

/** e^x. */
export const exp = defineUnary({
  name: 'exp',
  costly: true,
  ir: ir.exp,
  reference: Math.exp,
  vjp: (ct, _, out) => mul(ct, out),
});

/** Natural logarithm; log(0) = -inf, NaN below. */
export const log = defineUnary({
  name: 'log',
  costly: true,
  ir: ir.log,
  reference: Math.log,
  vjp: (ct, x) => div(ct, x),
  domain: [0.5, 3],
});

const log2Args = is.signature('log2', ['x', is.operand]);

/** Logarithm to base 2. */
export const log2 = (x: TensorLike): Tensor => {
  log2Args(x);
  return mul(log(x), Math.LOG2E);
};

/** log(1 + x), accurate near 0. */
export const log1p = defineUnary({
  name: 'log1p',
  costly: true,
  ir: (x) => ir.unary('log1p', x),
  reference: Math.log1p,
  vjp: (ct, x) => div(ct, add(x, 1)),
  domain: [-0.5, 2],
});

/** e^x - 1, accurate near 0. */
export const expm1 = defineUnary({
  name: 'expm1',
  costly: true,
  ir: (x) => ir.unary('expm1', x),
  reference: Math.expm1,
  vjp: (ct, _, out) => mul(ct, add(out, 1)),
});

/** Square root; its gradient at 0 is infinite. */
export const sqrt = defineUnary({
  name: 'sqrt',
  ir: ir.sqrt,
  reference: Math.sqrt,
  vjp: (ct, _, out) => div(mul(ct, 0.5), out),
  domain: [0.5, 3],
});

/** 1 / sqrt(x). */
export const rsqrt = defineUnary({
  name: 'rsqrt',
  ir: (x) => ir.unary('rsqrt', x),
  reference: (x) => 1 / Math.sqrt(x),
  vjp: (ct, _, out) => mul(ct, mul(mul(square(out), out), -0.5)),
  domain: [0.5, 3],
});

/** Sine of radians. */
export const sin = defineUnary({
  name: 'sin',
  costly: true,
  ir: (x) => ir.unary('sin', x),
  reference: Math.sin,
  vjp: (ct, x) => mul(ct, cos(x)),
});

/** Cosine of radians. */
export const cos = defineUnary({
  name: 'cos',
  costly: true,
  ir: (x) => ir.unary('cos', x),
  reference: Math.cos,
  vjp: (ct, x) => neg(mul(ct, sin(x))),
});

/** Tangent of radians. */
export const tan = defineUnary({
  name: 'tan',
  costly: true,
  ir: (x) => ir.unary('tan', x),
  reference: Math.tan,
  vjp: (ct, _, out) => mul(ct, add(square(out), 1)),
  domain: [-1.2, 1.2],
});

/** Arc sine in radians, -pi/2..pi/2. */
export const asin = defineUnary({
  name: 'asin',
  costly: true,
  ir: (x) => ir.unary('asin', x),
  reference: Math.asin,
  vjp: (ct, x) => mul(ct, rsqrt(sub(1, square(x)))),
  domain: [-0.8, 0.8],
});

/** Arc cosine in radians, 0..pi. */
export const acos = defineUnary({
  name: 'acos',
  costly: true,
  ir: (x) => ir.unary('acos', x),
  reference: Math.acos,
  vjp: (ct, x) => neg(mul(ct, rsqrt(sub(1, square(x))))),
  domain: [-0.8, 0.8],
});

/** Arc tangent in radians, -pi/2..pi/2. */
export const atan = defineUnary({
  name: 'atan',
  costly: true,
  ir: (x) => ir.unary('atan', x),
  reference: Math.atan,
  vjp: (ct, x) => mul(ct, reciprocal(add(square(x), 1))),
});

/** Hyperbolic sine. */
export const sinh = defineUnary({
  name: 'sinh',
  costly: true,
  ir: (x) => ir.unary('sinh', x),
  reference: Math.sinh,
  vjp: (ct, x) => mul(ct, cosh(x)),
});

/** Hyperbolic cosine. */
export const cosh = defineUnary({
  name: 'cosh',
  costly: true,
  ir: (x) => ir.unary('cosh', x),
  reference: Math.cosh,
  vjp: (ct, x) => mul(ct, sinh(x)),
});

/** Hyperbolic tangent. */
export const tanh = defineUnary({
  name: 'tanh',
  costly: true,
  ir: ir.tanh,
  reference: Math.tanh,
  vjp: (ct, _, out) => mul(ct, sub(1, square(out))),
});

/**
 * erf of a number in float64, for oracles: its series near 0, the continued fraction of erfc elsewhere
 * (Abramowitz and Stegun 7.1.6 and 7.1.14).
 */
export function erfReference(x: number): number {
  const a = Math.abs(x);
  if (Number.isNaN(x)) return x;
  if (a > 6) return Math.sign(x);
  if (a < 2.5) {
    let term = x;
    let total = x;
    for (let n = 1; n < 80; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      total += term;
    }
    return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * total;
  }
  let f = a;
  for (let n = 80; n > 0; n--) f = a + n / 2 / f;
  return Math.sign(x) * (1 - Math.exp(-a * a) / (f * Math.sqrt(Math.PI)));
}

/** Error function, 2/sqrt(pi) times the integral of e^(-t²) from 0 to x. */
export const erf = defineUnary({
  name: 'erf',
  costly: true,
  ir: (x) => ir.unary('erf', x),
  reference: erfReference,
  vjp: (ct, x) => mul(ct, mul(exp(neg(square(x))), 2 / Math.sqrt(Math.PI))),
});
