// What ir.ts makes, as one value: an `add` or `exp` of expressions must not meet the operation of the same
// name among a user's imports.
import * as ir from './ir.ts';

export type { Expr } from './expr.ts';

/**
 * Makes scalar expressions, for the lowering of an operation (`defineOp`). Equal expressions are one object.
 * @throws WgradError where the types of two operands differ
 */
export const expr = {
  /** A constant of a type. */
  constant: ir.constant,
  /** An index form as an i32 value. */
  index: ir.index,
  /** Element `at` of input buffer `buffer`. With a guard: `otherwise` where the guard is false. */
  load: ir.load,
  /** The value of reduction `n` of the kernel, in its results. */
  acc: ir.acc,
  /** `op(a)`. */
  unary: ir.unary,
  /** `op(a, b)`; both have the same type (shifts: any integer amounts of the same type). */
  binary: ir.binary,
  /** `condition ? a : b`, without branching: both are computed. */
  select: ir.select,
  /**
   * Conversion of value. Float to integer truncates and saturates (NaN gives 0); to bool is `!= 0`;
   * between i32 and u32 keeps the bits.
   */
  cast: ir.cast,
  /** Same 32 bits, other type (f32, i32, u32). */
  bitcast: ir.bitcast,
  /** -a. */
  neg: ir.neg,
  /** |a|. */
  abs: ir.abs,
  /** e to the a. */
  exp: ir.exp,
  /** Natural logarithm. */
  log: ir.log,
  /** Square root. */
  sqrt: ir.sqrt,
  /** Hyperbolic tangent. */
  tanh: ir.tanh,
  /** Negation of a bool. */
  not: ir.not,
  /** a + b. */
  add: ir.add,
  /** a - b. */
  sub: ir.sub,
  /** a b. */
  mul: ir.mul,
  /** a / b; truncates on integers, where a division by zero gives 0. */
  div: ir.div,
  /** The smaller; NaN if either is NaN. */
  min: ir.min,
  /** The larger; NaN if either is NaN. */
  max: ir.max,
  /** Both, or bitwise and. */
  and: ir.and,
  /** Either, or bitwise or. */
  or: ir.or,
  /** One of two, or bitwise exclusive or. */
  xor: ir.xor,
  /** a = b. */
  eq: ir.eq,
  /** a differs from b; true on NaN. */
  ne: ir.ne,
  /** a < b. */
  lt: ir.lt,
  /** a <= b. */
  le: ir.le,
  /** Bits of a moved left by b. */
  shl: ir.shl,
  /** Bits of a moved right by b; u32 fills with zeros. */
  shr: ir.shr,
  /** Whether a float is NaN: by its bits in f32, since shader compilers may assume that it never is. */
  isNan: ir.isNan,
};
