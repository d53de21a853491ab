// Comparisons, logic and bits. Comparisons with NaN are false except `notEqual`. Results are booleans
// or integers, so nothing here has a gradient. NaN and infinities are told by their bits in f32, since
// shader compilers may assume that they do not occur.
import type { Expr } from '../expr.ts';
import * as ir from '../ir.ts';
import { defineBinary, defineUnary } from './define-elementwise.ts';

const comparison = (
  name: string,
  build: (a: Expr, b: Expr) => Expr,
  reference: (a: number, b: number) => boolean,
) =>
  defineBinary({
    name,
    ir: build,
    reference: (a, b) => +reference(a, b),
    nondifferentiable: `${name} gives booleans`,
    accepts: 'number',
    result: 'bool',
  });

/** bool: a == b. */
export const equal = comparison('equal', ir.eq, (a, b) => a === b);
/** bool: a != b; true if either is NaN. */
export const notEqual = comparison('notEqual', ir.ne, (a, b) => a !== b);
/** bool: a < b. */
export const less = comparison('less', ir.lt, (a, b) => a < b);
/** bool: a <= b. */
export const lessEqual = comparison('lessEqual', ir.le, (a, b) => a <= b);
/** bool: a > b. */
export const greater = comparison(
  'greater',
  (a, b) => ir.lt(b, a),
  (a, b) => a > b,
);
/** bool: a >= b. */
export const greaterEqual = comparison(
  'greaterEqual',
  (a, b) => ir.le(b, a),
  (a, b) => a >= b,
);

const logical = (
  name: string,
  build: (a: Expr, b: Expr) => Expr,
  reference: (a: boolean, b: boolean) => boolean,
) =>
  defineBinary({
    name,
    ir: build,
    reference: (a, b) => +reference(a !== 0, b !== 0),
    nondifferentiable: `${name} gives booleans`,
    accepts: 'bool',
  });

/** bool: both are non-zero. */
export const logicalAnd = logical('logicalAnd', ir.and, (a, b) => a && b);
/** bool: at least one is non-zero. */
export const logicalOr = logical('logicalOr', ir.or, (a, b) => a || b);
/** bool: exactly one is non-zero. */
export const logicalXor = logical('logicalXor', ir.xor, (a, b) => a !== b);

/** bool: x is zero. */
export const logicalNot = defineUnary({
  name: 'logicalNot',
  ir: ir.not,
  reference: (x) => +(x === 0),
  nondifferentiable: 'logicalNot gives booleans',
  accepts: 'bool',
});

// f64 has no 32-bit pattern, but lives on CPUs only, where plain comparisons are right.
const classOf = (
  name: string,
  bits: (magnitude: Expr) => Expr,
  wide: (x: Expr) => Expr,
  reference: (x: number) => boolean,
) =>
  defineUnary({
    name,
    ir: (x) => (x.type === 'f64' ? wide(x) : bits(ir.magnitudeBits(x))),
    reference: (x) => +reference(x),
    nondifferentiable: `${name} gives booleans`,
    result: 'bool',
  });

const infinity = (): Expr => ir.constant(Number.POSITIVE_INFINITY, 'f64');

/** bool: x is NaN. */
export const isNan = defineUnary({
  name: 'isNan',
  ir: ir.isNan,
  reference: (x) => +Number.isNaN(x),
  nondifferentiable: 'isNan gives booleans',
  result: 'bool',
});
// under another name here, since a global function has this one
const finite = classOf(
  'isFinite',
  (m) => ir.lt(m, ir.infinityBits()),
  (x) => ir.lt(ir.abs(x), infinity()),
  Number.isFinite,
);

/** bool: x is neither infinite nor NaN. */
export { finite as isFinite };

/** bool: x is infinite. */
export const isInf = classOf(
  'isInf',
  (m) => ir.eq(m, ir.infinityBits()),
  (x) => ir.eq(ir.abs(x), infinity()),
  (x) => Math.abs(x) === Number.POSITIVE_INFINITY,
);

const bitwise = (
  name: string,
  build: (a: Expr, b: Expr) => Expr,
  reference: (a: number, b: number) => number,
  domains?: readonly [readonly [number, number], readonly [number, number]],
) =>
  defineBinary({
    name,
    ir: build,
    reference: (a, b, dtype) => (dtype === 'u32' ? reference(a, b) >>> 0 : reference(a, b)),
    nondifferentiable: `${name} works on integers`,
    accepts: 'integer',
    domains,
  });

/** a & b of integers or booleans. @throws DTypeError for floats */
export const bitwiseAnd = bitwise('bitwiseAnd', ir.and, (a, b) => a & b);
/** a | b of integers or booleans. @throws DTypeError for floats */
export const bitwiseOr = bitwise('bitwiseOr', ir.or, (a, b) => a | b);
/** a ^ b of integers or booleans. @throws DTypeError for floats */
export const bitwiseXor = bitwise('bitwiseXor', ir.xor, (a, b) => a ^ b);

/** All bits of an integer flipped; of a boolean, its negation. @throws DTypeError for floats */
export const bitwiseNot = defineUnary({
  name: 'bitwiseNot',
  ir: (x) => (x.type === 'bool' ? ir.not(x) : ir.unary('bitNot', x)),
  reference: (x, dtype) => (dtype === 'bool' ? +(x === 0) : dtype === 'u32' ? ~x >>> 0 : ~x),
  nondifferentiable: 'bitwiseNot works on integers',
  accepts: 'integer',
});

/** Integer a shifted left by b bits (0..31). @throws DTypeError for floats */
export const shiftLeft = bitwise('shiftLeft', ir.shl, (a, b) => a << b, [
  [-9, 9],
  [0, 31],
]);

/** Integer a shifted right by b bits (0..31): keeps the sign on i32, brings in zeros on u32. */
export const shiftRight = defineBinary({
  name: 'shiftRight',
  ir: ir.shr,
  reference: (a, b, dtype) => (dtype === 'u32' ? a >>> b : a >> b),
  nondifferentiable: 'shiftRight works on integers',
  accepts: 'integer',
  domains: [
    [-1000, 1000],
    [0, 31],
  ],
});
