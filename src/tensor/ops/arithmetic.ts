// Arithmetic on single elements, with NumPy's broadcasting and dtype rules: integers stay integers (and
// wrap) except under division, which is true division in f32. Gradients follow PyTorch at ties and
// kinks: abs'(0) = 0, `maximum` shares a tie evenly, `clip` passes the gradient at its bounds.

import { defineOp } from '../define.ts';
import { type DType, isFloat, wrap } from '../dtype.ts';
import * as ir from '../ir.ts';
import { broadcastShapes } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { clipArgs, lerpArgs, maskedFillArgs, whereArgs } from './arithmetic-arguments.ts';
import { equal, greater, isNan, less, logicalOr } from './comparison.ts';
import { operandOf, toTensor, zerosLike } from './create.ts';
import { withGradient } from './custom-gradient.ts';
import { defineBinary, defineUnary, unifyDTypes } from './define-elementwise.ts';
import { broadcastTo, cast } from './views.ts';

/** a + b. */
export const add = defineBinary({
  name: 'add',
  ir: ir.add,
  reference: (a, b, dtype) => wrap(a + b, dtype),
  vjp: (ct) => [ct, ct],
  accepts: 'number',
});

/** a - b. */
export const sub = defineBinary({
  name: 'sub',
  ir: ir.sub,
  reference: (a, b, dtype) => wrap(a - b, dtype),
  vjp: (ct) => [ct, neg(ct)],
  accepts: 'number',
});

/** a * b. */
export const mul = defineBinary({
  name: 'mul',
  ir: ir.mul,
  reference: (a, b, dtype) => (isFloat(dtype) ? a * b : wrap(Math.imul(a, b), dtype)),
  vjp: (ct, a, b) => [mul(ct, b), mul(ct, a)],
  accepts: 'number',
});

/** a / b, true division: integers give f32. */
export const div = defineBinary({
  name: 'div',
  ir: ir.div,
  reference: (a, b) => a / b,
  vjp: (ct, _, b, out) => [div(ct, b), neg(mul(ct, div(out, b)))],
  domains: [
    [-2, 2],
    [0.5, 2],
  ],
});

// As NumPy and Python: from the exact remainder, since a quotient rounded before the floor may have reached
// the next integer (1 / 0.1 is 10 in float64, and 0.1 fits into 1 nine times).
function floorOfQuotient(a: ir.Expr, b: ir.Expr): ir.Expr {
  const zero = ir.constant(0, a.type);
  const rest = ir.binary('rem', a, b);
  const whole = ir.unary('round', ir.div(ir.sub(a, rest), b));
  const across = ir.xor(ir.lt(rest, zero), ir.lt(b, zero));
  const down = ir.and(ir.ne(rest, zero), across);
  const floored = ir.sub(whole, ir.select(down, ir.constant(1, a.type), zero));
  return ir.select(ir.eq(b, zero), ir.div(a, b), floored);
}

function floorDivReference(a: number, b: number, dtype: DType): number {
  if (b === 0) return isFloat(dtype) ? a / b : 0;
  if (!isFloat(dtype)) return wrap(Math.floor(a / b), dtype);
  const rest = a % b;
  return Math.round((a - rest) / b) - +(rest !== 0 && rest < 0 !== b < 0);
}

/**
 * floor(a / b), towards minus infinity, of the exact quotient (as NumPy: `floorDiv(1, 0.1)` is 9, which fits
 * `rem`); its gradient is zero. Integer division by zero gives 0.
 */
export const floorDiv = defineBinary({
  name: 'floorDiv',
  ir: (a, b, type) => {
    if (type === 'f32' || type === 'f64') return floorOfQuotient(a, b);
    const q = ir.div(a, b);
    if (type !== 'i32') return q;
    const zero = ir.constant(0, type);
    const rest = ir.sub(a, ir.mul(q, b));
    const across = ir.and(ir.ne(b, zero), ir.lt(ir.xor(a, b), zero));
    const down = ir.and(ir.ne(rest, zero), across);
    return ir.sub(q, ir.select(down, ir.constant(1, type), zero));
  },
  reference: floorDivReference,
  vjp: () => [null, null],
  accepts: 'number',
  domains: [
    [-8, 8],
    [0.5, 2],
  ],
});

/** Remainder with the sign of a, as C's fmod: a - trunc(a / b) b. */
export const rem = defineBinary({
  name: 'rem',
  ir: (a, b) => ir.binary('rem', a, b),
  reference: (a, b) => a % b,
  vjp: (ct, a, b) => [ct, neg(mul(ct, trunc(div(a, b))))],
  accepts: 'number',
  domains: [
    [0.1, 0.9],
    [1, 2],
  ],
});

/** The larger of two; NaN propagates. Ties share the gradient evenly. */
export const maximum = defineBinary({
  name: 'maximum',
  ir: ir.max,
  reference: (a, b) => Math.max(a, b),
  vjp: (ct, a, b) => [shareOfWinner(ct, a, b, less), shareOfWinner(ct, b, a, less)],
  accepts: 'number',
  domains: [
    [-2, 2],
    [-2, 2],
  ],
});

/** The smaller of two; NaN propagates. Ties share the gradient evenly. */
export const minimum = defineBinary({
  name: 'minimum',
  ir: ir.min,
  reference: (a, b) => Math.min(a, b),
  vjp: (ct, a, b) => [shareOfWinner(ct, a, b, greater), shareOfWinner(ct, b, a, greater)],
  accepts: 'number',
});

const shareOfWinner = (
  ct: Tensor,
  self: Tensor,
  other: Tensor,
  loses: (a: Tensor, b: Tensor) => Tensor,
): Tensor => where(loses(self, other), zerosLike(ct), where(equal(self, other), mul(ct, 0.5), ct));

/** Angle of the point (x, y) = (b, a) in radians, -pi..pi. */
export const atan2 = defineBinary({
  name: 'atan2',
  costly: true,
  ir: (a, b) => ir.binary('atan2', a, b),
  reference: (a, b) => Math.atan2(a, b),
  vjp: (ct, a, b) => {
    const scaled = div(ct, add(square(a), square(b)));
    return [mul(scaled, b), neg(mul(scaled, a))];
  },
  domains: [
    [0.5, 2],
    [-2, 2],
  ],
});

/** -x. */
export const neg = defineUnary({
  name: 'neg',
  ir: (x) => (x.type === 'u32' ? ir.sub(ir.constant(0, 'u32'), x) : ir.neg(x)),
  reference: (x, dtype) => (isFloat(dtype) ? -x : wrap(0 - x, dtype)),
  vjp: (ct) => neg(ct),
  accepts: 'number',
});

/** |x|; the gradient at 0 is 0. */
export const abs = defineUnary({
  name: 'abs',
  ir: (x) => (x.type === 'u32' ? x : ir.abs(x)),
  reference: (x) => Math.abs(x),
  vjp: (ct, x) => mul(ct, sign(x)),
  accepts: 'number',
  domain: [0.2, 2],
});

/** -1, 0 or 1 (NaN stays NaN); its gradient is zero. */
export const sign = defineUnary({
  name: 'sign',
  ir: (x) => {
    const zero = ir.constant(0, x.type);
    const positive = ir.constant(1, x.type);
    if (x.type === 'u32') return ir.select(ir.lt(zero, x), positive, zero);
    const negative = ir.select(ir.lt(x, zero), ir.constant(-1, x.type), x);
    return ir.select(ir.lt(zero, x), positive, negative);
  },
  reference: (x) => Math.sign(x),
  vjp: () => null,
  accepts: 'number',
  domain: [0.2, 2],
});

/** x * x. */
export const square = defineUnary({
  name: 'square',
  ir: (x) => ir.mul(x, x),
  reference: (x, dtype) => (isFloat(dtype) ? x * x : wrap(Math.imul(x, x), dtype)),
  vjp: (ct, x) => mul(ct, mul(x, 2)),
  accepts: 'number',
});

/** 1 / x. */
export const reciprocal = defineUnary({
  name: 'reciprocal',
  ir: (x) => ir.div(ir.constant(1, x.type), x),
  reference: (x) => 1 / x,
  vjp: (ct, _, out) => neg(mul(ct, square(out))),
  domain: [0.5, 2],
});

const rounding = (
  name: string,
  reference: (x: number) => number,
  op: 'floor' | 'ceil' | 'round' | 'trunc',
): ((x: TensorLike) => Tensor) => {
  const apply = defineUnary({
    name,
    ir: (x) => ir.unary(op, x),
    reference,
    vjp: () => null,
    domain: [0.1, 0.4],
  });
  return (input) => {
    const x = operandOf(input, op, 'x');
    return isFloat(x.dtype) ? apply(x) : x;
  };
};

const roundEven = (x: number): number => {
  const low = Math.floor(x);
  const rest = x - low;
  if (rest !== 0.5) return rest < 0.5 ? low : low + 1;
  return low % 2 === 0 ? low : low + 1;
};

/** Largest integer not above x; zero gradient. */
export const floor = rounding('floor', Math.floor, 'floor');
/** Smallest integer not below x; zero gradient. */
export const ceil = rounding('ceil', Math.ceil, 'ceil');
/** Nearest integer, halves to even; zero gradient. */
export const round = rounding('round', roundEven, 'round');
/** Integer part, towards zero; zero gradient. */
export const trunc = rounding('trunc', Math.trunc, 'trunc');

const whereOp = defineOp<object>({
  name: 'where',
  shape: ([, a]) => ({ shape: a.shape, dtype: a.dtype }),
  // The branch not taken gets an exact zero, so its infinities and NaN cannot leak.
  vjp: (ct, { inputs: [condition], needs }) => [
    null,
    needs[1] ? where(condition, ct, zerosLike(ct)) : null,
    needs[2] ? where(condition, zerosLike(ct), ct) : null,
  ],
  lower: {
    kind: 'map',
    elementwise: true,
    body: ([c, a, b], index) => ir.select(c(index), a(index), b(index)),
  },
  reference: ([c, a, b]) => a.data.map((v, i) => (c.data[i] !== 0 ? v : b.data[i])),
  samples: [[3], [2, 1, 4], [], [0]].map((shape) => ({
    inputs: [{ shape, dtype: 'bool' as const }, { shape }, { shape }],
    attrs: {},
  })),
});

/** a where `condition` (converted to bool) is true, else b; all three broadcast. @throws ShapeError */
export function where(condition: TensorLike, a: TensorLike, b: TensorLike): Tensor {
  whereArgs(condition, a, b);
  const c = cast(condition, 'bool');
  const [x, y] = unifyDTypes(toTensor(a), toTensor(b));
  const shape = broadcastShapes(c.shape, broadcastShapes(x.shape, y.shape, 'where'), 'where');
  return whereOp([broadcastTo(c, shape), broadcastTo(x, shape), broadcastTo(y, shape)], {});
}

/** `value` where the bool `mask` is true, else x; all broadcast. @throws ShapeError */
export const maskedFill = (x: TensorLike, mask: TensorLike, value: TensorLike): Tensor => {
  maskedFillArgs(x, mask, value);
  return where(mask, value, x);
};

/**
 * x limited to lo..hi (either may be undefined); where lo > hi the result is hi. NaN stays, and a bound
 * that is NaN makes NaN. The gradient passes inside and at the bounds.
 */
export function clip(input: TensorLike, lo?: TensorLike, hi?: TensorLike): Tensor {
  clipArgs(input, lo, hi);
  let x = toTensor(input);
  if (lo !== undefined) x = where(beyond(less, x, lo), lo, x);
  if (hi !== undefined) x = where(beyond(greater, x, hi), hi, x);
  return x;
}

// Where the bound replaces x: beyond it, and everywhere if it is no number.
function beyond(
  passes: (x: Tensor, bound: TensorLike) => Tensor,
  x: Tensor,
  bound: TensorLike,
): Tensor {
  if (typeof bound === 'number') return Number.isNaN(bound) ? toTensor(true) : passes(x, bound);
  const limit = toTensor(bound);
  return isFloat(limit.dtype) ? logicalOr(passes(x, limit), isNan(limit)) : passes(x, limit);
}

/** a + t (b - a), from the nearer end: b exactly at t = 1, and no infinity taken from itself. */
export function lerp(a: TensorLike, b: TensorLike, t: TensorLike): Tensor {
  lerpArgs(a, b, t);
  const way = sub(b, a);
  const fromStart = (): Tensor => add(a, mul(t, way));
  const fromEnd = (): Tensor => sub(b, mul(sub(1, t), way));
  if (typeof t === 'number') return Math.abs(t) < 0.5 ? fromStart() : fromEnd();
  const y = where(less(abs(t), 0.5), fromStart(), fromEnd());
  const whole = [a, b, t].map((x) => broadcastTo(cast(toTensor(x), y.dtype), y.shape));
  // no infinity of the branch that is not taken may reach the gradient
  return withGradient(y, whole, (ct, { operands: [p, q, r] }) =>
    [sub(1, r), r, sub(q, p)].map((slope) => mul(ct, slope)),
  );
}
