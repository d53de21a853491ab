// The inverse error function, after M. Giles, "Approximating the erfinv function" (GPU Computing
// Gems, 2010): two polynomials in w = -log(1 - x²), good to about 3e-7 relative; f64 adds Newton
// steps.
import * as is from '../arguments.ts';
import { defineOp } from '../define.ts';
import { isFloat } from '../dtype.ts';
import * as ir from '../ir.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { mul, square } from './arithmetic.ts';
import { toTensor } from './create.ts';
import { erfReference, exp } from './transcendental.ts';
import { cast } from './views.ts';

const central = [
  2.81022636e-8, 3.43273939e-7, -3.5233877e-6, -4.39150654e-6, 2.1858087e-4, -1.25372503e-3,
  -4.17768164e-3, 2.46640727e-1, 1.50140941,
];
const tail = [
  -2.00214257e-4, 1.00950558e-4, 1.34934322e-3, -3.67342844e-3, 5.73950773e-3, -7.6224613e-3,
  9.43887047e-3, 1.00167406, 2.83297682,
];
const slope = 2 / Math.sqrt(Math.PI); // derivative of erf at 0

function expression(x: ir.Expr): ir.Expr {
  const c = (v: number): ir.Expr => ir.constant(v, x.type);
  const poly = (coefficients: readonly number[], w: ir.Expr): ir.Expr =>
    coefficients.slice(1).reduce((p, k) => ir.add(ir.mul(p, w), c(k)), c(coefficients[0]));
  const w = ir.neg(ir.log(ir.mul(ir.sub(c(1), x), ir.add(c(1), x))));
  const near = poly(central, ir.sub(w, c(2.5)));
  const far = poly(tail, ir.sub(ir.sqrt(ir.max(w, c(0))), c(3)));
  const start = ir.mul(ir.select(ir.lt(w, c(5)), near, far), x);
  const newton = (y: ir.Expr): ir.Expr =>
    ir.sub(
      y,
      ir.div(ir.sub(ir.unary('erf', y), x), ir.mul(c(slope), ir.exp(ir.neg(ir.mul(y, y))))),
    );
  const inside = x.type === 'f64' ? newton(newton(start)) : start;
  const edge = ir.mul(x, c(Number.POSITIVE_INFINITY));
  return ir.select(
    ir.lt(ir.abs(x), c(1)),
    inside,
    ir.select(ir.eq(ir.abs(x), c(1)), edge, c(Number.NaN)),
  );
}

/** The inverse of erf in float64, by bisection and Newton steps on `erfReference`. */
export function erfInvReference(x: number): number {
  if (Math.abs(x) >= 1) return Math.abs(x) === 1 ? x * Number.POSITIVE_INFINITY : Number.NaN;
  let [low, high] = [-6, 6];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (erfReference(middle) < x) low = middle;
    else high = middle;
  }
  let y = (low + high) / 2;
  for (let i = 0; i < 2; i++) y -= (erfReference(y) - x) / (slope * Math.exp(-y * y));
  return y;
}

const erfInvOp = defineOp<object>({
  name: 'erfInv',
  costly: true,
  shape: ([x]) => x,
  // d/dx = sqrt(pi) / 2 exp(erfInv(x)²)
  vjp: (ct, { out }) => [mul(ct, mul(exp(square(out)), 1 / slope))],
  lower: { kind: 'map', elementwise: true, body: ([x], index) => expression(x(index)) },
  reference: ([x]) => x.data.map(erfInvReference),
  samples: [
    { inputs: [{ shape: [5], domain: [-0.9, 0.9] }], attrs: {} },
    { inputs: [{ shape: [2, 1, 2], domain: [-0.99, 0.99] }], attrs: {} },
    { inputs: [{ shape: [], domain: [-0.5, 0.5] }], attrs: {} },
    { inputs: [{ shape: [0] }], attrs: {} },
  ],
});

const erfInvArgs = is.signature('erfInv', ['input', is.operand]);

/**
 * The inverse of erf on (-1, 1), elementwise: ±infinity at ±1, NaN outside. Integers become f32.
 */
export function erfInv(input: TensorLike): Tensor {
  erfInvArgs(input);
  const x = toTensor(input);
  return erfInvOp([isFloat(x.dtype) ? x : cast(x, 'f32')], {});
}
