// What an operation declares: shape rule, gradient, lowering, oracle and samples side by side.
import type { Aval } from './aval.ts';
import type { DType } from './dtype.ts';
import type { Expr, Index, ReduceOp } from './expr.ts';
import type { KernelSpec } from './kernels.ts';
import type { Shape } from './shape.ts';

/** What lowerings and oracles know of a call. */
export interface Call<A> {
  readonly attrs: A;
  readonly inputs: readonly Aval[];
  readonly out: Aval;
}

/** Where `condition` is false the read gives `otherwise` and touches no memory (padding, concat). */
export interface Guard {
  readonly condition: Expr;
  readonly otherwise: Expr;
}

/**
 * Reads one element of an operand, as an expression (f16 operands read as f32). Under a false guard
 * the index may be out of range.
 */
export type Read = (index: readonly Index[], guard?: Guard) => Expr;

/** Each output element is an expression of operand elements. */
export interface MapLowering<A> {
  readonly kind: 'map';
  /** The element at `index`, from readers of the operands. */
  body(read: readonly Read[], index: readonly Index[], call: Call<A>): Expr;
  /** Reads every operand at the output's own index only (after broadcasting there is no other). */
  readonly elementwise?: boolean;
  /** Moves elements and computes nothing (views, broadcasts, constants): free to duplicate. */
  readonly free?: boolean;
  /** Reads operand elements many times each: operands are computed beforehand. */
  readonly reuse?: boolean;
  /** The first operand unchanged: the node exists for the tape only and vanishes when planned. */
  readonly identity?: boolean;
}

/** Each output element reduces an expression over `extent(call)`. */
export interface ReduceLowering<A> {
  readonly kind: 'reduce';
  /** What the reduction computes. */
  op(call: Call<A>): ReduceOp;
  /** Sizes of the reduction axes. */
  extent(call: Call<A>): readonly number[];
  /** What the element at `index` reduces, at the place `over` of the reduction axes. */
  body(read: readonly Read[], index: readonly Index[], over: readonly Index[], call: Call<A>): Expr;
  readonly reuse?: boolean;
}

/** A special kernel; `fallback` serves dtypes and devices that have none. */
export interface KernelLowering<A> {
  readonly kind: 'kernel';
  /** Operand strides of a matmul are filled in by the compiler, which sees through views. */
  spec(call: Call<A>): KernelSpec;
  readonly fallback?: ReduceLowering<A>;
}

/** Runs `attrs.graph` on the operands; its results are read by 'pick' nodes. */
export interface CallLowering {
  readonly kind: 'call';
}

/** Result number `attrs.index` of the call that is the operand. */
export interface PickLowering {
  readonly kind: 'pick';
}

/**
 * Operands one after the other in a flat result: operand k from element `starts(call)[k]` on, zeros
 * between them. The compiler has operands computed right there where it can.
 */
export interface AssembleLowering<A> {
  readonly kind: 'assemble';
  /** First element of each operand in the result. */
  starts(call: Call<A>): readonly number[];
}

/** How an operation becomes kernel code. */
export type Lowering<A> =
  | MapLowering<A>
  | ReduceLowering<A>
  | KernelLowering<A>
  | AssembleLowering<A>
  | CallLowering
  | PickLowering;

/** An operand or result of the float64 oracle; integers and bool are held as numbers too. */
export interface RefArray extends Aval {
  readonly data: Float64Array;
}

/** An operand of a test sample: values are drawn from the domain (default [-2, 2]) or given. */
export interface SampleInput {
  readonly shape: Shape;
  readonly dtype?: DType;
  /** Range values are drawn from; integers are drawn inclusive of both ends. */
  readonly domain?: readonly [number, number];
  readonly values?: readonly number[];
}

/** One call that the property tests make. */
export interface Sample<A> {
  readonly inputs: readonly SampleInput[];
  readonly attrs: A;
}

/** The declaration of an operation with attributes A, on nodes of type T. */
export interface Operation<A, T> {
  /** Under which it is registered; unique. */
  readonly name: string;
  /** An element costs as much as several memory accesses: stored rather than computed twice. */
  readonly costly?: boolean;
  /** Result shape and dtype. @throws ShapeError, DTypeError with operands named */
  shape(inputs: readonly Aval[], attrs: A): Aval;
  /** Cotangents of the operands (null: no gradient), written in operations. */
  vjp?(ct: T, call: VjpCall<A, T>): readonly (T | null)[];
  /** Why there is no gradient; repeated in the error. */
  readonly nondifferentiable?: string;
  /** How the planner computes it. */
  readonly lower: Lowering<A>;
  /** The value in float64, by plain loops; independent of `lower`. */
  reference(inputs: readonly RefArray[], call: Call<A>): Float64Array;
  /** Inputs and attributes that the property tests try. */
  readonly samples: readonly Sample<A>[];
}

/** What a gradient rule sees. `needs[i]` says whether anybody wants the cotangent of operand i. */
export interface VjpCall<A, T> {
  readonly inputs: readonly T[];
  readonly out: T;
  readonly attrs: A;
  readonly needs: readonly boolean[];
}
