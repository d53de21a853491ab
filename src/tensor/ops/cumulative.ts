// Cumulative sums, products and maxima along an axis: one operation over the scan kernel, forwards or
// backwards, with or without the element itself. The gradient of a cumulative sum is the reversed one.
// That of a product or maximum obeys s[i] = b[i] + a[i] s[i + 1], solved in log2(n) elementwise steps
// (Hillis and Steele 1986): nothing is divided, so zeros are harmless at every order.

import * as is from '../arguments.ts';
import type { Aval } from '../aval.ts';
import { defineOp } from '../define.ts';
import { computeType, isFloat, type ScalarType, wrap } from '../dtype.ts';
import type { Index } from '../expr.ts';
import * as ir from '../ir.ts';
import { normalizeAxis, type Shape, sizeOf } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { sigmoid } from './activations.ts';
import { add, mul, neg, sub, where } from './arithmetic.ts';
import { equal } from './comparison.ts';
import { toTensor, zerosLike } from './create.ts';
import { defineBinary } from './define-elementwise.ts';
import { sliceAxis } from './layout.ts';
import { pad } from './pad.ts';
import { widenHalf } from './precision.ts';
import { cast } from './views.ts';

/** How a cumulative operation runs. */
export interface CumulativeOptions {
  /** From the last element to the first. */
  readonly reverse?: boolean;
  /** Without the element itself: starts with the neutral element. */
  readonly exclusive?: boolean;
}

interface ScanAttrs {
  readonly op: 'sum' | 'prod' | 'max';
  readonly axis: number;
  readonly reverse: boolean;
  readonly exclusive: boolean;
}

/** [outer, length, inner] of a shape around an axis. */
const around = (shape: Shape, axis: number): [number, number, number] => [
  sizeOf(shape.slice(0, axis)),
  shape[axis],
  sizeOf(shape.slice(axis + 1)),
];

const lowest = (type: ScalarType): number =>
  type === 'u32' ? 0 : type === 'i32' ? -(2 ** 31) : Number.NEGATIVE_INFINITY;

const neutral = (op: ScanAttrs['op'], type: ScalarType): number =>
  op === 'sum' ? 0 : op === 'prod' ? 1 : lowest(type);

const combine = (op: ScanAttrs['op'], type: ScalarType, a: number, b: number): number => {
  if (op === 'max') return Math.max(a, b);
  const float = type === 'f32' || type === 'f64';
  const v = op === 'sum' ? a + b : float ? a * b : Math.imul(a, b);
  return wrap(v, type);
};

// out[i] = x[i + by] along the axis, `value` where that is outside.
function shift(x: Tensor, axis: number, by: number, value = 0): Tensor {
  if (x.size === 0) return x;
  const padding = x.shape.map((_, i): [number, number] => (i === axis ? [-by, by] : [0, 0]));
  return pad(x, padding, { value });
}

// s[i] = b[i] + a[i] s[i + step] along the axis, for step 1 or -1; s is 0 outside, and not multiplied there:
// zero times infinity is NaN.
function recurrence(a: Tensor, b: Tensor, axis: number, step: 1 | -1): Tensor {
  const n = b.shape[axis];
  // p[i] q[i + reach], 0 where that is outside
  const meet = (p: Tensor, q: Tensor, reach: number): Tensor => {
    const [near, far] = step > 0 ? [0, reach] : [reach, 0];
    const inside = mul(sliceAxis(p, axis, [near, n - far]), sliceAxis(q, axis, [far, n - near]));
    const outside = b.shape.map((_, i): [number, number] => (i === axis ? [near, far] : [0, 0]));
    return pad(inside, outside);
  };
  let s = b;
  let product = a;
  for (let reach = 1; reach < n; reach *= 2) {
    s = add(s, meet(product, s, reach));
    if (reach * 2 < n) product = meet(product, product, reach);
  }
  return s;
}

function scanVjp(ct: Tensor, x: Tensor, out: Tensor, attrs: ScanAttrs): Tensor {
  const { op, axis, reverse, exclusive } = attrs;
  if (op === 'sum') return scanOp([ct], { ...attrs, reverse: !reverse });
  const step = reverse ? -1 : 1;
  if (op === 'prod') {
    // dy[k]/dx[i] = (product before i) * (product of i+1..k)
    const b = exclusive ? shift(ct, axis, step) : ct;
    const before = scanOp([x], { ...attrs, exclusive: true });
    return mul(before, recurrence(shift(x, axis, step), b, axis, step));
  }
  // the latest element that equals the running maximum gets everything up to the next such one
  const running = exclusive ? scanOp([x], { ...attrs, exclusive: false }) : out;
  const record = cast(equal(x, running), x.dtype);
  const b = exclusive ? shift(ct, axis, step) : ct;
  return mul(record, recurrence(shift(sub(1, record), axis, step), b, axis, step));
}

const sample = (shape: Shape, attrs: Partial<ScanAttrs>, domain?: [number, number]) => ({
  inputs: [{ shape, domain }],
  attrs: { op: 'sum' as const, axis: 0, reverse: false, exclusive: false, ...attrs },
});

const scanOp: (inputs: readonly Tensor[], attrs: ScanAttrs) => Tensor = defineOp<ScanAttrs>({
  name: 'scan',
  shape: ([x]): Aval => ({ shape: x.shape, dtype: x.dtype }),
  vjp: (ct, { inputs: [x], out, attrs }) => [scanVjp(ct, x, out, attrs)],
  lower: {
    kind: 'kernel',
    spec: ({ inputs: [x], attrs: { op, axis, reverse, exclusive } }) => {
      const [outer, length, inner] = around(x.shape, axis);
      return { kind: 'scan', op, outer, length, inner, reverse, exclusive };
    },
    // quadratic, for devices without the kernel
    fallback: {
      kind: 'reduce',
      op: ({ attrs }) => attrs.op,
      extent: ({ inputs: [x], attrs }) => [x.shape[attrs.axis]],
      body: ([x], index, [k], { attrs: { op, axis, reverse, exclusive }, out }) => {
        const type = computeType(out.dtype);
        const [here, there] = [ir.index(index[axis]), ir.index(k)];
        const [low, high] = reverse ? [here, there] : [there, here];
        const inside = exclusive ? ir.lt(low, high) : ir.le(low, high);
        const at = index.map((i, d): Index => (d === axis ? k : i));
        return ir.select(inside, x(at), ir.constant(neutral(op, type), type));
      },
    },
  },
  reference: ([x], { attrs: { op, axis, reverse, exclusive } }) => {
    const type = computeType(x.dtype);
    const [outer, length, inner] = around(x.shape, axis);
    const out = new Float64Array(x.data.length);
    for (let o = 0; o < outer; o++) {
      for (let i = 0; i < inner; i++) {
        let total = neutral(op, type);
        for (let step = 0; step < length; step++) {
          const at = (o * length + (reverse ? length - 1 - step : step)) * inner + i;
          if (exclusive) out[at] = total;
          total = combine(op, type, total, x.data[at]);
          if (!exclusive) out[at] = total;
        }
      }
    }
    return out;
  },
  samples: [
    sample([5], {}),
    sample([2, 4, 3], { axis: 1, reverse: true }),
    sample([2, 3], { axis: 1, exclusive: true }),
    sample([3, 0], { axis: 1 }),
    sample([4], { op: 'prod' }),
    sample([2, 5], { op: 'prod', axis: 1, reverse: true, exclusive: true }),
    sample([2, 4], { op: 'max', axis: 1 }),
    sample([5, 2], { op: 'max', reverse: true }),
  ],
});

function scan(
  name: string,
  op: ScanAttrs['op'],
  input: TensorLike,
  axis: number,
  { reverse = false, exclusive = false }: CumulativeOptions,
): Tensor {
  const given = toTensor(input);
  // f16 is a storage type: running totals are kept in f32, which also has a kernel
  const x = given.dtype === 'bool' ? cast(given, 'i32') : widenHalf(given);
  const out = scanOp([x], { op, axis: normalizeAxis(axis, x.rank, name), reverse, exclusive });
  return given.dtype === 'f16' ? cast(out, 'f16') : out;
}

const cumulativeOptionsKind = is.options<CumulativeOptions>({
  reverse: is.optional(is.boolean),
  exclusive: is.optional(is.boolean),
});
const cumsumArgs = is.signature(
  'cumsum',
  ['x', is.operand],
  ['axis', is.axis],
  ['options', cumulativeOptionsKind],
);

/** Cumulative sum along `axis` (default the last). Booleans are counted as i32. @throws ShapeError */
export const cumsum = (x: TensorLike, axis = -1, options: CumulativeOptions = {}): Tensor => {
  cumsumArgs(x, axis, options);
  return scan('cumsum', 'sum', x, axis, options);
};

const cumprodArgs = is.signature(
  'cumprod',
  ['x', is.operand],
  ['axis', is.axis],
  ['options', cumulativeOptionsKind],
);

/** Cumulative product along `axis` (default the last). @throws ShapeError */
export const cumprod = (x: TensorLike, axis = -1, options: CumulativeOptions = {}): Tensor => {
  cumprodArgs(x, axis, options);
  return scan('cumprod', 'prod', x, axis, options);
};

const cummaxArgs = is.signature(
  'cummax',
  ['x', is.operand],
  ['axis', is.axis],
  ['options', cumulativeOptionsKind],
);

/**
 * Cumulative maximum along `axis` (default the last); the latest of equal elements gets the
 * gradient. Exclusive: starts with minus infinity (integers: the lowest). @throws ShapeError
 */
export const cummax = (x: TensorLike, axis = -1, options: CumulativeOptions = {}): Tensor => {
  cummaxArgs(x, axis, options);
  return scan('cummax', 'max', x, axis, options);
};

/**
 * log(e^a + e^b) without overflow; of two minus infinities it is minus infinity, with a gradient of 0. The
 * gradient of two plus infinities is NaN: they have no shares.
 */
export const logAddExp = defineBinary({
  name: 'logAddExp',
  ir: (a, b) => {
    const same = ir.eq(a, b);
    const distance = ir.select(same, ir.constant(0, a.type), ir.abs(ir.sub(a, b)));
    return ir.add(ir.max(a, b), ir.unary('log1p', ir.exp(ir.neg(distance))));
  },
  reference: (a, b) => Math.max(a, b) + Math.log1p(a === b ? 1 : Math.exp(-Math.abs(a - b))),
  vjp: (ct, a, b, out) => {
    const none = equal(out, Number.NEGATIVE_INFINITY);
    const gap = where(none, zerosLike(a), sub(a, b));
    const part = (share: Tensor): Tensor => mul(ct, where(none, zerosLike(a), share));
    return [part(sigmoid(gap)), part(sigmoid(neg(gap)))];
  },
});

const logCumSumExpArgs = is.signature('logCumSumExp', ['input', is.operand], ['axis', is.axis]);

/**
 * Cumulative log-sum-exp along `axis` (default the last), in log2(n) elementwise steps, each stable.
 * @throws ShapeError
 */
export function logCumSumExp(input: TensorLike, axis = -1): Tensor {
  logCumSumExpArgs(input, axis);
  const given = toTensor(input);
  let x = isFloat(given.dtype) ? given : cast(given, 'f32');
  const at = normalizeAxis(axis, x.rank, 'logCumSumExp');
  for (let reach = 1; reach < x.shape[at]; reach *= 2) {
    x = logAddExp(x, shift(x, at, -reach, Number.NEGATIVE_INFINITY));
  }
  return x;
}
