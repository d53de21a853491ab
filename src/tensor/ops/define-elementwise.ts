// Two short forms of `defineOp` for operations on single elements: one operand, or two that broadcast.
// Broadcasting is an operation of its own, inserted here, so gradient rules see equal shapes only.

import { operand, signatures } from '../arguments.ts';
import { defineOp } from '../define.ts';
import { computeType, type DType, isFloat, promote, type ScalarType, wrap } from '../dtype.ts';
import { DTypeError } from '../errors.ts';
import type { Expr } from '../expr.ts';
import { broadcastShapes, type Shape } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { constant, constantValue, operandOf } from './create.ts';
import { broadcastTo, cast } from './views.ts';

/**
 * What an operation takes. 'float' (default): others are converted to f32 first; 'number': bool is
 * converted to i32; 'integer': floats are an error; 'bool': others are converted; 'any': every dtype.
 */
export type Accepts = 'float' | 'number' | 'integer' | 'bool' | 'any';

// The operand in a dtype that the operation takes. @throws DTypeError
function accept(x: Tensor, accepts: Accepts = 'float', name = ''): Tensor {
  switch (accepts) {
    case 'any':
      return x;
    case 'bool':
      return cast(x, 'bool');
    case 'number':
      return x.dtype === 'bool' ? cast(x, 'i32') : x;
    case 'integer':
      if (isFloat(x.dtype)) throw new DTypeError(`${name}: ${x} is not of an integer type`);
      return x;
    case 'float':
      return isFloat(x.dtype) ? x : cast(x, 'f32');
  }
}

/** An operation on one element. */
export interface UnaryDef {
  readonly name: string;
  /** See OpDef. */
  readonly costly?: boolean;
  /** Builds the expression; `x.type` tells the dtype it is asked for. */
  ir(x: Expr): Expr;
  /** `dtype` tells integer semantics apart where they differ (i32 and u32 wrap). */
  reference(x: number, dtype: DType): number;
  /** Cotangent of x; null where it is zero everywhere. */
  vjp?(ct: Tensor, x: Tensor, out: Tensor): Tensor | null;
  nondifferentiable?: string;
  accepts?: Accepts;
  result?: 'bool';
  /** Range in which samples are drawn, away from kinks and poles. */
  domain?: readonly [number, number];
}

// Functions, not constants: the modules of operations import each other in a circle, so `defineUnary`
// may be called before the body of this module has run. Function declarations exist by then.
function sampleDType(accepts?: Accepts): DType {
  return accepts === 'bool' ? 'bool' : accepts === 'integer' ? 'i32' : 'f32';
}
function sampleShapes(): Shape[] {
  return [[3], [2, 1, 4], [], [0]];
}

// Attributes of operations that have none: one object, since every node keeps its own.
const none = Object.freeze({});

/** Defines an elementwise operation of one operand and returns the user's function. */
export function defineUnary(def: UnaryDef): (x: TensorLike) => Tensor {
  const apply = defineOp<object>({
    name: def.name,
    costly: def.costly,
    shape: ([x]) => (def.result ? { shape: x.shape, dtype: def.result } : x),
    vjp: def.vjp && ((ct, { inputs: [x], out }) => [def.vjp?.(ct, x, out) ?? null]),
    nondifferentiable: def.nondifferentiable,
    lower: { kind: 'map', elementwise: true, body: ([x], index) => def.ir(x(index)) },
    reference: ([x]) => x.data.map((v) => def.reference(v, x.dtype)),
    samples: sampleShapes().map((shape) => ({
      inputs: [{ shape, domain: def.domain, dtype: sampleDType(def.accepts) }],
      attrs: {},
    })),
  });
  signatures.set(def.name, [['x', operand]]);
  return (input) => apply([accept(operandOf(input, def.name, 'x'), def.accepts, def.name)], none);
}

/** An operation on two elements of the same dtype. */
export interface BinaryDef {
  readonly name: string;
  /** See OpDef. */
  readonly costly?: boolean;
  ir(a: Expr, b: Expr, type: ScalarType): Expr;
  /** `dtype` tells integer semantics apart where they differ (i32 and u32 wrap). */
  reference(a: number, b: number, dtype: DType): number;
  /** Cotangents of a and b (same shapes as ct; un-broadcasting happens elsewhere). */
  vjp?(ct: Tensor, a: Tensor, b: Tensor, out: Tensor): [Tensor | null, Tensor | null];
  nondifferentiable?: string;
  accepts?: Accepts;
  result?: 'bool';
  domains?: readonly [readonly [number, number], readonly [number, number]];
  dtype?: DType;
}

// A plain number is made anew in the other dtype: exact in f64, and nothing to convert at run time.
function adopt(weak: Tensor, dtype: DType): Tensor {
  const value = constantValue(weak);
  if (value === undefined) return cast(weak, dtype);
  return constant(weak.shape, wrap(value, dtype), dtype);
}

/** Both operands at one dtype: weak numbers adopt the other's, else the larger wins. */
export function unifyDTypes(a: Tensor, b: Tensor): [Tensor, Tensor] {
  if (a.dtype === b.dtype) return [a, b];
  const weakInt = (t: Tensor): boolean =>
    t.weak && Number.isInteger(constantValue(t) ?? Number.NaN);
  if (a.weak && !b.weak && (isFloat(b.dtype) || (weakInt(a) && b.dtype !== 'bool'))) {
    return [adopt(a, b.dtype), b];
  }
  if (b.weak && !a.weak && (isFloat(a.dtype) || (weakInt(b) && a.dtype !== 'bool'))) {
    return [a, adopt(b, a.dtype)];
  }
  const dtype = promote(a.dtype, b.dtype);
  return [cast(a, dtype), cast(b, dtype)];
}

/** Defines an elementwise operation of two operands and returns the user's (broadcasting) function. */
export function defineBinary(def: BinaryDef): (a: TensorLike, b: TensorLike) => Tensor {
  const dtype = def.dtype ?? sampleDType(def.accepts);
  const apply = defineOp<object>({
    name: def.name,
    costly: def.costly,
    shape: ([a]) => (def.result ? { shape: a.shape, dtype: def.result } : a),
    vjp: def.vjp && ((ct, { inputs: [a, b], out }) => def.vjp?.(ct, a, b, out) ?? [null, null]),
    nondifferentiable: def.nondifferentiable,
    lower: {
      kind: 'map',
      elementwise: true,
      body: ([a, b], index, { inputs }) => def.ir(a(index), b(index), computeType(inputs[0].dtype)),
    },
    reference: ([a, b]) => a.data.map((x, i) => def.reference(x, b.data[i], a.dtype)),
    samples: sampleShapes().map((shape) => ({
      inputs: [0, 1].map((i) => ({ shape, dtype, domain: def.domains?.[i] })),
      attrs: {},
    })),
  });
  signatures.set(def.name, [
    ['a', operand],
    ['b', operand],
  ]);
  return (x, y) => {
    const p = operandOf(x, def.name, 'a');
    const q = operandOf(y, def.name, 'b');
    let [a, b] = unifyDTypes(p, q);
    a = accept(a, def.accepts, def.name);
    b = accept(b, def.accepts, def.name);
    const shape = broadcastShapes(a.shape, b.shape, () => `${def.name} of ${p} and ${q}`);
    const out = apply([broadcastTo(a, shape), broadcastTo(b, shape)], none);
    out.weak = p.weak && q.weak && out.dtype === 'f32';
    return out;
  };
}
