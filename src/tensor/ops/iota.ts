// Tensors that count: positions along an axis, ranges, the identity matrix, coordinate grids. They
// are computed where they are used and take no memory.

import * as is from '../arguments.ts';
import { defineOp } from '../define.ts';
import { computeType, type DType, isFloat } from '../dtype.ts';
import { ShapeError } from '../errors.ts';
import * as ir from '../ir.ts';
import { checkShape, largestSize, normalizeAxis, type Shape, sizeOf, tooLarge } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { fromValues, tensor, toTensor } from './create.ts';
import { eachIndex } from './each-index.ts';
import { checkHeld } from './host-values.ts';
import { broadcastTo, reshape } from './views.ts';

interface IotaAttrs {
  readonly shape: Shape;
  readonly axis: number;
  readonly dtype: DType;
}

const iotaOp = defineOp<IotaAttrs>({
  name: 'iota',
  shape: (_, { shape, dtype }) => ({ shape, dtype }),
  vjp: () => [],
  lower: {
    kind: 'map',
    free: true,
    body: (_, index, { attrs: { axis, dtype } }) =>
      ir.cast(ir.index(index[axis]), computeType(dtype)),
  },
  reference: (_, { attrs: { shape, axis } }) => {
    const data = new Float64Array(sizeOf(shape));
    eachIndex(shape, (at, i) => {
      data[i] = at[axis];
    });
    return data;
  },
  samples: [
    { inputs: [], attrs: { shape: [4], axis: 0, dtype: 'i32' } },
    { inputs: [], attrs: { shape: [2, 3], axis: 1, dtype: 'f32' } },
    { inputs: [], attrs: { shape: [3, 2], axis: 0, dtype: 'u32' } },
    { inputs: [], attrs: { shape: [0, 2], axis: 1, dtype: 'i32' } },
  ],
});

const iotaArgs = is.signature('iota', ['shape', is.shape], ['axis', is.axis], ['dtype', is.dtype]);

/** Each element's position along an axis. @throws ShapeError */
export function iota(shape: Shape, axis = 0, dtype: DType = 'i32'): Tensor {
  iotaArgs(shape, axis, dtype);
  checkShape(shape, 'iota');
  const along = normalizeAxis(axis, shape.length, 'iota');
  checkHeld('iota: the last position', Math.max(0, shape[along] - 1), dtype);
  return iotaOp([], { shape: [...shape], axis: along, dtype });
}

interface EyeAttrs {
  readonly rows: number;
  readonly columns: number;
  readonly offset: number;
  readonly dtype: DType;
}

const eyeOp = defineOp<EyeAttrs>({
  name: 'eye',
  shape: (_, { rows, columns, dtype }) => ({ shape: [rows, columns], dtype }),
  vjp: () => [],
  lower: {
    kind: 'map',
    body: (_, [i, j], { attrs: { offset, dtype } }) =>
      ir.cast(
        ir.eq(ir.add(ir.index(i), ir.constant(offset, 'i32')), ir.index(j)),
        computeType(dtype),
      ),
  },
  reference: (_, { attrs: { rows, columns, offset } }) => {
    const data = new Float64Array(rows * columns);
    for (let i = 0; i < rows; i++) {
      if (i + offset >= 0 && i + offset < columns) data[i * columns + i + offset] = 1;
    }
    return data;
  },
  samples: [
    { inputs: [], attrs: { rows: 3, columns: 3, offset: 0, dtype: 'f32' } },
    { inputs: [], attrs: { rows: 2, columns: 4, offset: 1, dtype: 'i32' } },
    { inputs: [], attrs: { rows: 3, columns: 2, offset: -1, dtype: 'bool' } },
    { inputs: [], attrs: { rows: 0, columns: 2, offset: 0, dtype: 'f32' } },
  ],
});

const eyeArgs = is.signature(
  'eye',
  ['rows', is.size],
  ['columns', is.count],
  ['options', is.options({ offset: is.optional(is.integer), dtype: is.optional(is.dtype) })],
);

/** Ones on a diagonal of [rows, columns], zeros elsewhere. @throws ShapeError */
export function eye(
  rows: number,
  columns = rows,
  options: { offset?: number; dtype?: DType } = {},
): Tensor {
  eyeArgs(rows, columns, options);
  checkShape([rows, columns], 'eye');
  const { offset = 0, dtype = 'f32' } = options;
  return eyeOp([], { rows, columns, offset, dtype });
}

const arangeArgs = is.signature(
  'arange',
  ['start', is.number],
  ['stop', is.optional(is.number)],
  ['step', is.number],
  ['dtype', is.optional(is.dtype)],
);

/**
 * start, start + step, ... below stop (above, for negative steps): `arange(5)`, `arange(2, 8,
 * 0.5)`. Integers give i32 unless a dtype is named, others f32.
 * @throws ShapeError on step 0; DTypeError for a value that the dtype does not hold
 */
export function arange(start: number, stop?: number, step = 1, dtype?: DType): Tensor {
  arangeArgs(start, stop, step, dtype);
  const [from, to] = stop === undefined ? [0, start] : [start, stop];
  const n = Math.max(0, Math.ceil((to - from) / step));
  if (!Number.isFinite(n)) throw new ShapeError(`arange: ${from} to ${to} by ${step} does not end`);
  const whole = [from, step].every(Number.isInteger);
  const type = dtype ?? (whole ? 'i32' : 'f32');
  if (n > largestSize) throw tooLarge('arange', { shape: [n], dtype: type });
  if (n > 0) {
    checkHeld('arange: start', from, type);
    checkHeld('arange: the last value', from + (n - 1) * step, type);
  }
  if (from === 0 && step === 1) return iota([n], 0, type);
  const values = Array.from({ length: n }, (_, i) => from + i * step);
  return fromValues('arange: values', values, { dtype: type, shape: [n] });
}

const linspaceArgs = is.signature(
  'linspace',
  ['start', is.number],
  ['stop', is.number],
  ['count', is.count],
  ['dtype', is.dtype],
);

/** `count` equally spaced numbers from start to stop, both included. @throws ShapeError */
export function linspace(start: number, stop: number, count: number, dtype: DType = 'f32'): Tensor {
  linspaceArgs(start, stop, count, dtype);
  checkShape([count], 'linspace');
  if (count > largestSize) throw tooLarge('linspace', { shape: [count], dtype });
  if (!isFloat(dtype)) throw new ShapeError(`linspace: ${dtype} does not hold fractions`);
  const at = (i: number): number =>
    i === count - 1 && count > 1 ? stop : start + ((stop - start) * i) / (count - 1 || 1);
  return tensor(
    Array.from({ length: count }, (_, i) => at(i)),
    { dtype, shape: [count] },
  );
}

const meshgridArgs = is.signature('meshgrid', ['axes', is.list(is.operand)]);

/**
 * Coordinate grids of vectors [n0], [n1], ...: tensors [n0, n1, ...] ('ij' order). @throws
 * ShapeError
 */
export function meshgrid(...axes: readonly TensorLike[]): Tensor[] {
  meshgridArgs(axes);
  const list = axes.map(toTensor);
  for (const x of list) if (x.rank !== 1) throw new ShapeError(`meshgrid: ${x} is not a vector`);
  const shape = list.map((x) => x.shape[0]);
  return list.map((x, k) =>
    broadcastTo(
      reshape(
        x,
        shape.map((n, d) => (d === k ? n : 1)),
      ),
      shape,
    ),
  );
}
