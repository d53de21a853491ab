// Where tensors come from: host data, constants, placeholders of traced functions.

import * as is from '../arguments.ts';
import type { Aval } from '../aval.ts';
import { defineOp } from '../define.ts';
import { computeType, type DType, type HostArray } from '../dtype.ts';
import { ShapeError } from '../errors.ts';
import * as ir from '../ir.ts';
import { checkShape, formatShape, type Shape, sizeOf, stridesOf } from '../shape.ts';
import { type NestedArray, Tensor, type TensorLike } from '../tensor.ts';
import { checkBytes, checkHeld, convert } from './host-values.ts';

interface FullAttrs extends Aval {
  readonly value: number;
}

const fullOp = defineOp<FullAttrs>({
  name: 'full',
  shape: (_, attrs) => attrs,
  vjp: () => [],
  lower: {
    kind: 'map',
    free: true,
    body: (_, __, { attrs }) => ir.constant(attrs.value, computeType(attrs.dtype)),
  },
  reference: (_, { attrs }) => new Float64Array(sizeOf(attrs.shape)).fill(attrs.value),
  samples: [
    { inputs: [], attrs: { shape: [2, 3], dtype: 'f32', value: 0.5 } },
    { inputs: [], attrs: { shape: [0, 2], dtype: 'i32', value: -3 } },
  ],
});

// A leaf has no lowering of its own: its values are in `host` or `storage`.
const leafOp = (name: string) =>
  defineOp<Aval>({
    name,
    shape: (_, attrs) => attrs,
    vjp: () => [],
    lower: {
      kind: 'map',
      body: () => {
        throw new Error(`${name} has no value here`);
      },
    },
    reference: () => {
      throw new Error(`${name} has no value here`);
    },
    samples: [],
  });

const dataOp = leafOp('data');
const placeholderOp = leafOp('placeholder');

/** A stand-in for a value that comes later: an argument of a traced function. */
export const placeholder = (aval: Aval, label?: string): Tensor => {
  const t = placeholderOp([], { shape: aval.shape, dtype: aval.dtype });
  t.label = label;
  return t;
};

/** True for tensors whose value was given, not computed. */
export const isLeaf = (t: Tensor): boolean => t.op === (dataOp.def as unknown) || isPlaceholder(t);

/** True for arguments of traced functions. */
export const isPlaceholder = (t: Tensor): boolean => t.op === (placeholderOp.def as unknown);

/** A tensor over device memory or host values that already exist (for runtimes and readers). */
export const fromStorage = (aval: Aval): Tensor =>
  dataOp([], { shape: aval.shape, dtype: aval.dtype });

const fullArgs = is.signature(
  'full',
  ['shape', is.shape],
  ['value', is.anyNumber],
  ['dtype', is.dtype],
);

/** All elements `value`. @throws DTypeError if the dtype does not hold it */
export function full(shape: Shape, value: number, dtype: DType = 'f32'): Tensor {
  fullArgs(shape, value, dtype);
  checkHeld('full: value', value, dtype);
  return constant([...shape], value, dtype);
}

/** `full` of a shape that is checked already and that nobody will change (another tensor's, say). */
export const constant = (shape: Shape, value: number, dtype: DType): Tensor =>
  fullOp([], { shape, dtype, value });

/** The constant that `t` is: made by `full` or a plain number. Undefined for every other tensor. */
export const constantValue = (t: Tensor): number | undefined =>
  t.op === (fullOp.def as unknown) ? (t.attrs as FullAttrs).value : undefined;

const zerosArgs = is.signature('zeros', ['shape', is.shape], ['dtype', is.dtype]);
const onesArgs = is.signature('ones', ['shape', is.shape], ['dtype', is.dtype]);

/** All zeros. */
export function zeros(shape: Shape, dtype: DType = 'f32'): Tensor {
  zerosArgs(shape, dtype);
  return constant([...shape], 0, dtype);
}

/** All ones. */
export function ones(shape: Shape, dtype: DType = 'f32'): Tensor {
  onesArgs(shape, dtype);
  return constant([...shape], 1, dtype);
}

const zerosLikeArgs = is.signature('zerosLike', ['t', is.tensor]);

/** Zeros of another tensor's shape and dtype. */
export const zerosLike = (t: Tensor): Tensor => {
  zerosLikeArgs(t);
  return constant(t.shape, 0, t.dtype);
};
const onesLikeArgs = is.signature('onesLike', ['t', is.tensor]);

/** Ones of another tensor's shape and dtype. */
export const onesLike = (t: Tensor): Tensor => {
  onesLikeArgs(t);
  return constant(t.shape, 1, t.dtype);
};

const dtypeOf = (data: HostArray): DType =>
  data instanceof Float64Array
    ? 'f64'
    : data instanceof Int32Array
      ? 'i32'
      : data instanceof Uint32Array
        ? 'u32'
        : data instanceof Uint8Array
          ? 'bool'
          : 'f32';

const tensorArgs = is.signature(
  'tensor',
  ['values', is.values],
  [
    'options',
    is.options({
      shape: is.optional(is.shape),
      dtype: is.optional(is.dtype),
      label: is.optional(is.string),
    }),
  ],
);

/**
 * A tensor from values: a typed array with a shape (default: one dimension), or nested arrays of
 * numbers (f32) or booleans (bool). The values are copied when they are nested or change type;
 * typed arrays of the dtype are kept and must not be changed afterwards. Integer dtypes take whole numbers
 * in their range and bool takes 0 and 1 (also of a Uint8Array, which is bool unless a dtype is named).
 * @throws ShapeError if the number of values is not that of the shape or nesting is ragged; DTypeError for a
 * value that the dtype does not hold
 */
export function tensor(
  values: NestedArray | HostArray,
  options: { shape?: Shape; dtype?: DType; label?: string } = {},
): Tensor {
  tensorArgs(values, options);
  return fromValues('tensor: values', values, options);
}

/** `tensor` of arguments that are checked already; errors call the values `name` ('tensor: values'). */
export function fromValues(
  name: string,
  values: NestedArray | HostArray,
  options: { shape?: Shape; dtype?: DType; label?: string } = {},
): Tensor {
  let flat: HostArray;
  let shape: Shape;
  let dtype: DType;
  if (ArrayBuffer.isView(values)) {
    dtype = options.dtype ?? dtypeOf(values);
    shape = options.shape ?? [values.length];
    const at = (i: number): string => `${name}[${i}]`;
    if (dtypeOf(values) !== dtype) flat = convert(values, dtype, at);
    else {
      flat = values;
      if (dtype === 'bool') checkBytes(values as Uint8Array, at);
    }
  } else {
    const nested = flattenNested(values as NestedArray);
    shape = options.shape ?? nested.shape;
    dtype = options.dtype ?? (nested.bool ? 'bool' : 'f32');
    flat = convert(nested.values, dtype, (i) => {
      const strides = stridesOf(nested.shape);
      return `${name}${nested.shape.map((n, d) => `[${Math.floor(i / strides[d]) % n}]`).join('')}`;
    });
  }
  if (flat.length !== sizeOf(shape)) {
    throw new ShapeError(
      `${name}: ${flat.length} values for shape ${formatShape(shape)}, which holds ${sizeOf(shape)}`,
    );
  }
  const t = fromStorage({ shape: [...shape], dtype });
  t.host = flat;
  t.label = options.label;
  return t;
}

/**
 * An f16 tensor from bit patterns, as files hold them, row-major; they are kept and go to the device as
 * they are. @throws ShapeError if their number is not that of the shape
 */
export function fromHalfBits(bits: Uint16Array, options: { shape: Shape; label?: string }): Tensor {
  const { shape, label } = options;
  checkShape(shape, 'fromHalfBits');
  if (bits.length !== sizeOf(shape)) {
    throw new ShapeError(
      `fromHalfBits: ${bits.length} values for shape ${formatShape(shape)}, which holds ${sizeOf(shape)}`,
    );
  }
  const t = fromStorage({ shape: [...shape], dtype: 'f16' });
  t.host = bits;
  t.label = label;
  return t;
}

function flattenNested(x: NestedArray): { values: number[]; shape: number[]; bool: boolean } {
  const shape: number[] = [];
  for (let y = x; Array.isArray(y); y = y[0]) {
    shape.push(y.length);
    if (y.length === 0) break;
  }
  const values: number[] = [];
  let bool = true;
  const walk = (y: NestedArray): void => {
    if (Array.isArray(y)) {
      for (const v of y) walk(v);
      return;
    }
    if (typeof y === 'number') bool = false;
    values.push(+y);
  };
  walk(x);
  return { values, shape, bool: bool && values.length > 0 };
}

is.signature('toTensor', ['x', is.operand]);

/** Any operand as a tensor; plain numbers become weakly typed scalars. @throws WgradError */
export function toTensor(x: TensorLike): Tensor {
  return operandOf(x, 'toTensor', 'x');
}

/** `toTensor` whose error names the function and the argument that x was given to. */
export function operandOf(x: TensorLike, fn: string, name: string): Tensor {
  if (x instanceof Tensor) return x;
  if (typeof x === 'number') {
    const t = constant([], x, 'f32');
    t.weak = true;
    return t;
  }
  if (typeof x === 'boolean') return constant([], +x, 'bool');
  is.check(fn, name, is.operand, x);
  return fromValues(`${fn}: ${name}`, x);
}
