// Powers: products where the exponent is a small integer, roots where it is a half, a power function otherwise.
import { defineOp } from '../define.ts';
import { isFloat } from '../dtype.ts';
import { DTypeError } from '../errors.ts';
import * as ir from '../ir.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { mul, reciprocal, square, sub, where } from './arithmetic.ts';
import { powArgs } from './arithmetic-arguments.ts';
import { equal, greaterEqual, logicalAnd } from './comparison.ts';
import { onesLike, toTensor } from './create.ts';
import { defineBinary } from './define-elementwise.ts';
import { log, rsqrt, sqrt } from './transcendental.ts';
import { cast } from './views.ts';

// C's pow, which NumPy follows: 1 to any power is 1, also -1 to an infinite one (JavaScript: NaN).
const powReference = (a: number, b: number): number =>
  a === 1 || (a === -1 && Math.abs(b) === Number.POSITIVE_INFINITY) ? 1 : a ** b;

const powOp = defineBinary({
  name: 'pow',
  costly: true,
  ir: (a, b) => ir.binary('pow', a, b),
  reference: powReference,
  // Each factor that is infinite where the derivative is zero is computed from a safe operand.
  vjp: (ct, a, b, out) => {
    const flat = equal(b, 0);
    const base = where(flat, onesLike(a), a);
    const zero = logicalAnd(equal(a, 0), greaterEqual(b, 0));
    const logBase = log(where(zero, onesLike(a), a));
    return [mul(ct, mul(b, powOp(base, sub(b, 1)))), mul(ct, mul(out, logBase))];
  },
  domains: [
    [0.5, 2],
    [-2, 2],
  ],
});

// x^p for a p that is neither an integer nor one half.
const powConstant = defineOp<{ exponent: number }>({
  name: 'powConstant',
  shape: ([x]) => ({ shape: x.shape, dtype: x.dtype }),
  vjp: (ct, { inputs: [x], attrs: { exponent } }) => [mul(ct, mul(pow(x, exponent - 1), exponent))],
  lower: {
    kind: 'map',
    elementwise: true,
    body: ([x], index, { attrs }) => {
      const e = x(index);
      return ir.binary('pow', e, ir.constant(attrs.exponent, e.type));
    },
  },
  reference: ([x], { attrs }) => x.data.map((v) => v ** attrs.exponent),
  samples: [
    { inputs: [{ shape: [2, 3], domain: [0.5, 2] }], attrs: { exponent: 1.5 } },
    { inputs: [{ shape: [], domain: [0.5, 2] }], attrs: { exponent: -0.3 } },
    { inputs: [{ shape: [0, 2] }], attrs: { exponent: 2.2 } },
  ],
});

// By repeated squaring: exact for integers, and as good as a power function for small exponents.
function powInteger(x: Tensor, n: number): Tensor {
  if (n === 0) return onesLike(x);
  if (n < 0) return reciprocal(powInteger(x, -n));
  if (n === 1) return x;
  const half = square(powInteger(x, Math.floor(n / 2)));
  return n % 2 === 0 ? half : mul(half, x);
}

/**
 * a to the power b. A constant integer b up to 64 is done by multiplication: exact, and right for
 * negative bases and gradients at 0. Otherwise negative bases give NaN unless b is whole.
 * @throws DTypeError for integers to a negative constant power
 */
export function pow(a: TensorLike, b: TensorLike): Tensor {
  powArgs(a, b);
  const x = toTensor(a);
  if (typeof b !== 'number') return powOp(x, b);
  if (!isFloat(x.dtype) && b < 0 && Number.isInteger(b)) {
    throw new DTypeError(
      `pow: ${x} holds integers, which have no power ${b}; cast it to f32 first`,
    );
  }
  if (Number.isInteger(b) && Math.abs(b) <= 64) {
    return powInteger(x.dtype === 'bool' ? cast(x, 'i32') : x, b);
  }
  const base = isFloat(x.dtype) ? x : cast(x, 'f32');
  if (b === 0.5) return sqrt(base);
  if (b === -0.5) return rsqrt(base);
  return powConstant([base], { exponent: b });
}
