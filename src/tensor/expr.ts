// The two kinds of form that kernels are described in: scalar expressions, which read memory at indices, and
// indices, which may hold values read from memory. ir.ts and index-expr.ts make them.
import type { ScalarType } from './dtype.ts';

/** A factor of an index: a loop axis, floor(arg / by), arg mod by, or a value from a tensor. */
export interface Atom {
  readonly id: number;
  readonly kind: 'axis' | 'div' | 'mod' | 'data';
  readonly min: number;
  readonly max: number;
  /** Loop axis name, e.g. 'i0' (output) or 'r1' (reduction). */
  readonly axis?: string;
  readonly arg?: Index;
  readonly by?: number;
  /** An i32 expression, for 'data'. */
  readonly expr?: Expr;
}

/** constant + sum of coefficient * atom, terms sorted by atom id, no zero coefficients. */
export interface Index {
  readonly id: number;
  readonly constant: number;
  readonly terms: readonly { readonly coefficient: number; readonly atom: Atom }[];
  readonly min: number;
  readonly max: number;
}

/** Functions of one argument. `round` is to nearest even; `not` is for bool, `bitNot` for integers. */
export type UnaryOp =
  | 'neg'
  | 'abs'
  | 'exp'
  | 'log'
  | 'log1p'
  | 'expm1'
  | 'sqrt'
  | 'rsqrt'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'asin'
  | 'acos'
  | 'atan'
  | 'sinh'
  | 'cosh'
  | 'tanh'
  | 'erf'
  | 'floor'
  | 'ceil'
  | 'round'
  | 'trunc'
  | 'not'
  | 'bitNot';

/**
 * Functions of two arguments of the same type. `div` on integers truncates; `rem` has the sign of the
 * dividend (as C's fmod); `min`/`max` propagate NaN; shifts take u32 or i32 (logical on u32);
 * comparisons give bool and are false on NaN (`ne` true); `and`/`or`/`xor` work on bool and integers.
 */
export type BinaryOp =
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'rem'
  | 'pow'
  | 'min'
  | 'max'
  | 'atan2'
  | 'and'
  | 'or'
  | 'xor'
  | 'shl'
  | 'shr'
  | 'eq'
  | 'ne'
  | 'lt'
  | 'le';

/** Associative operations of reductions. `argmax`/`argmin` give the first flat reduction index (i32). */
export type ReduceOp = 'sum' | 'prod' | 'max' | 'min' | 'argmax' | 'argmin' | 'any' | 'all';

/** One node of a scalar expression. */
export interface Expr {
  readonly id: number;
  readonly kind:
    | 'const'
    | 'index'
    | 'load'
    | 'acc'
    | 'unary'
    | 'binary'
    | 'select'
    | 'cast'
    | 'bitcast';
  readonly type: ScalarType;
  readonly args: readonly Expr[];
  readonly op?: UnaryOp | BinaryOp;
  /** For 'const' (NaN and infinities allowed; bool: 0 or 1). */
  readonly value?: number;
  /** For 'load': number of the kernel's input buffer. For 'acc': number of the reduction. */
  readonly buffer?: number;
  /** For 'load' (flat element index, always inside the buffer unless `guard` is false) and 'index'. */
  readonly at?: Index;
  /** For 'load': where this bool is false the result is `args[1]` and memory is not read. */
  readonly guard?: Expr;
}
