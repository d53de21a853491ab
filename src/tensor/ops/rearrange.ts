// Rearrangements made of views: dimensions of size one, axis moves, splits, repeats, diagonals,
// pixel shuffles. None of them is an operation of its own, so their gradients come for free.
import * as is from '../arguments.ts';
import { ShapeError } from '../errors.ts';
import { checkShape, formatShape, normalizeAxes, normalizeAxis } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { toTensor } from './create.ts';
import { slice, sliceAxis } from './layout.ts';
import { sum } from './reduce.ts';
import { broadcastTo, reshape, transpose } from './views.ts';

const squeezeArgs = is.signature('squeeze', ['input', is.operand], ['axes', is.optional(is.axes)]);

/**
 * Drops dimensions of size one: all of them, or the given axes.
 * @throws ShapeError if a given axis has another size
 */
export function squeeze(input: TensorLike, axes?: number | readonly number[]): Tensor {
  squeezeArgs(input, axes);
  const x = toTensor(input);
  const list = normalizeAxes(axes, x.rank, `squeeze of ${x}`);
  const wrong = axes === undefined ? undefined : list.find((a) => x.shape[a] !== 1);
  if (wrong !== undefined) throw new ShapeError(`squeeze: axis ${wrong} of ${x} is not of size 1`);
  return reshape(
    x,
    x.shape.filter((n, d) => n !== 1 || !list.includes(d)),
  );
}

const expandDimsArgs = is.signature('expandDims', ['input', is.operand], ['axes', is.axes]);

/**
 * Adds dimensions of size one at positions of the result: [m, n] at 1 gives [m, 1, n]. @throws
 * ShapeError
 */
export function expandDims(input: TensorLike, axes: number | readonly number[]): Tensor {
  expandDimsArgs(input, axes);
  const x = toTensor(input);
  const rank = x.rank + (typeof axes === 'number' ? 1 : axes.length);
  const list = normalizeAxes(axes, rank, `expandDims of ${x}`);
  let next = 0;
  return reshape(
    x,
    Array.from({ length: rank }, (_, d) => (list.includes(d) ? 1 : x.shape[next++])),
  );
}

/** Another name of `expandDims`. */
export const unsqueeze = expandDims;

const moveAxisArgs = is.signature(
  'moveAxis',
  ['input', is.operand],
  ['from', is.axis],
  ['to', is.axis],
);

/** Moves one axis to another position, keeping the order of the rest. @throws ShapeError */
export function moveAxis(input: TensorLike, from: number, to: number): Tensor {
  moveAxisArgs(input, from, to);
  const x = toTensor(input);
  const a = normalizeAxis(from, x.rank, `moveAxis of ${x}`);
  const order = x.shape.map((_, d) => d).filter((d) => d !== a);
  order.splice(normalizeAxis(to, x.rank, `moveAxis of ${x}`), 0, a);
  return transpose(x, order);
}

const swapAxesArgs = is.signature(
  'swapAxes',
  ['input', is.operand],
  ['a', is.axis],
  ['b', is.axis],
);

/** Exchanges two axes. @throws ShapeError */
export function swapAxes(input: TensorLike, a: number, b: number): Tensor {
  swapAxesArgs(input, a, b);
  const x = toTensor(input);
  const i = normalizeAxis(a, x.rank, `swapAxes of ${x}`);
  const j = normalizeAxis(b, x.rank, `swapAxes of ${x}`);
  return transpose(
    x,
    x.shape.map((_, d) => (d === i ? j : d === j ? i : d)),
  );
}

const flattenArgs = is.signature(
  'flatten',
  ['input', is.operand],
  ['first', is.axis],
  ['last', is.axis],
);

/**
 * Merges the dimensions first..last into one (default: all); a scalar becomes [1]. @throws
 * ShapeError
 */
export function flatten(input: TensorLike, first = 0, last = -1): Tensor {
  flattenArgs(input, first, last);
  const x = toTensor(input);
  if (x.rank === 0) return reshape(x, [1]);
  const a = normalizeAxis(first, x.rank, `flatten of ${x}`);
  const b = normalizeAxis(last, x.rank, `flatten of ${x}`);
  if (a > b) throw new ShapeError(`flatten: axis ${first} stands after ${last} in ${x}`);
  const merged = x.shape.slice(a, b + 1).reduce((p, n) => p * n, 1);
  return reshape(x, [...x.shape.slice(0, a), merged, ...x.shape.slice(b + 1)]);
}

const splitArgs = is.signature(
  'split',
  ['input', is.operand],
  ['size', is.either(is.size, is.integers)],
  ['axis', is.axis],
);

/**
 * Cuts an axis into parts: of `size` elements each (the last may be smaller), or of given sizes.
 * @throws ShapeError if given sizes do not add up to the axis
 */
export function split(input: TensorLike, size: number | readonly number[], axis = 0): Tensor[] {
  splitArgs(input, size, axis);
  const x = toTensor(input);
  const a = normalizeAxis(axis, x.rank, `split of ${x}`);
  const n = x.shape[a];
  let sizes: readonly number[];
  if (typeof size === 'number') {
    if (!Number.isInteger(size) || size < 1)
      throw new ShapeError(`split: ${size} is not a part size`);
    const count = Math.max(1, Math.ceil(n / size));
    sizes = Array.from({ length: count }, (_, i) => Math.min(size, n - i * size));
  } else {
    sizes = size;
    checkShape(sizes, 'split');
    if (sizes.reduce((p, m) => p + m, 0) !== n) {
      throw new ShapeError(`split: sizes ${formatShape(sizes)} do not add up to axis ${a} of ${x}`);
    }
  }
  let start = 0;
  return sizes.map((m) => {
    start += m;
    return sliceAxis(x, a, [start - m, start]);
  });
}

const chunkArgs = is.signature(
  'chunk',
  ['input', is.operand],
  ['count', is.count],
  ['axis', is.axis],
);

/**
 * Cuts an axis into at most `count` parts of ceil(n / count) elements, as PyTorch does. @throws
 * ShapeError
 */
export function chunk(input: TensorLike, count: number, axis = 0): Tensor[] {
  chunkArgs(input, count, axis);
  const x = toTensor(input);
  if (!Number.isInteger(count) || count < 1) throw new ShapeError(`chunk: ${count} is not a count`);
  const n = x.shape[normalizeAxis(axis, x.rank, `chunk of ${x}`)];
  return split(x, Math.max(1, Math.ceil(n / count)), axis);
}

const tileArgs = is.signature(
  'tile',
  ['input', is.operand],
  ['counts', is.either(is.size, is.integers)],
);

/**
 * Repeats the whole tensor along each axis: [m, n] with [a, b] gives [a m, b n]. @throws ShapeError
 */
export function tile(input: TensorLike, counts: number | readonly number[]): Tensor {
  tileArgs(input, counts);
  const given = typeof counts === 'number' ? [counts] : counts;
  checkShape(given, 'tile');
  let x = toTensor(input);
  const rank = Math.max(x.rank, given.length);
  x = reshape(x, [...new Array<number>(rank - x.rank).fill(1), ...x.shape]);
  const times = [...new Array<number>(rank - given.length).fill(1), ...given];
  const apart = broadcastTo(
    reshape(
      x,
      x.shape.flatMap((n) => [1, n]),
    ),
    x.shape.flatMap((n, d) => [times[d], n]),
  );
  return reshape(
    apart,
    x.shape.map((n, d) => times[d] * n),
  );
}

const repeatArgs = is.signature(
  'repeat',
  ['input', is.operand],
  ['count', is.count],
  ['axis', is.axis],
);

/** Repeats each element of an axis `count` times in place: abc to aabbcc. @throws ShapeError */
export function repeat(input: TensorLike, count: number, axis: number): Tensor {
  repeatArgs(input, count, axis);
  const x = toTensor(input);
  checkShape([count], 'repeat');
  const a = normalizeAxis(axis, x.rank, `repeat of ${x}`);
  const [head, n, tail] = [x.shape.slice(0, a), x.shape[a], x.shape.slice(a + 1)];
  const apart = broadcastTo(reshape(x, [...head, n, 1, ...tail]), [...head, n, count, ...tail]);
  return reshape(apart, [...head, n * count, ...tail]);
}

const diagonalArgs = is.signature(
  'diagonal',
  ['input', is.operand],
  ['offset', is.integer],
  ['axis1', is.axis],
  ['axis2', is.axis],
);

/**
 * The diagonal x[..., i, i + offset] of two axes (default: the last two), as the last axis of the
 * result: [..., m, n] to [..., k]. @throws ShapeError
 */
export function diagonal(input: TensorLike, offset = 0, axis1 = -2, axis2 = -1): Tensor {
  diagonalArgs(input, offset, axis1, axis2);
  const x = toTensor(input);
  const a = normalizeAxis(axis1, x.rank, `diagonal of ${x}`);
  const b = normalizeAxis(axis2, x.rank, `diagonal of ${x}`);
  if (a === b) throw new ShapeError(`diagonal: axes ${axis1} and ${axis2} of ${x} are the same`);
  const rest = x.shape.map((_, d) => d).filter((d) => d !== a && d !== b);
  const y = transpose(x, [...rest, a, b]);
  const [row, column] = [Math.max(0, -offset), Math.max(0, offset)];
  const k = Math.max(0, Math.min(x.shape[a] - row, x.shape[b] - column));
  const outer = rest.map((d) => x.shape[d]);
  const whole = outer.map(() => null);
  const square = slice(y, ...whole, [row, row + k], [column, column + k]);
  // in a flattened k x k square the diagonal stands every k + 1 elements
  return slice(reshape(square, [...outer, k * k]), ...whole, { step: k + 1 });
}

const traceArgs = is.signature(
  'trace',
  ['x', is.operand],
  ['offset', is.integer],
  ['axis1', is.axis],
  ['axis2', is.axis],
);

/** Sum of a diagonal: [..., n, n] to [...]. @throws ShapeError */
export const trace = (x: TensorLike, offset = 0, axis1 = -2, axis2 = -1): Tensor => {
  traceArgs(x, offset, axis1, axis2);
  return sum(diagonal(x, offset, axis1, axis2), -1);
};

const pixelShuffleArgs = is.signature('pixelShuffle', ['input', is.operand], ['r', is.count]);

/**
 * Channels to space, channels-last: [b, h, w, c r²] to [b, h r, w r, c], where channel
 * c r² + dy r + dx goes to pixel (dy, dx), as PyTorch orders them. @throws ShapeError
 */
export function pixelShuffle(input: TensorLike, r: number): Tensor {
  pixelShuffleArgs(input, r);
  const x = toTensor(input);
  const [b, h, w, channels] = x.shape;
  const c = channels / (r * r);
  if (x.rank !== 4 || !Number.isInteger(r) || r < 1 || !Number.isInteger(c)) {
    throw new ShapeError(`pixelShuffle: ${x} is not [batch, height, width, channels * ${r}²]`);
  }
  const apart = transpose(reshape(x, [b, h, w, c, r, r]), [0, 1, 4, 2, 5, 3]);
  return reshape(apart, [b, h * r, w * r, c]);
}

const pixelUnshuffleArgs = is.signature('pixelUnshuffle', ['input', is.operand], ['r', is.count]);

/**
 * Space to channels, the inverse of `pixelShuffle`: [b, h r, w r, c] to [b, h, w, c r²]. @throws
 * ShapeError
 */
export function pixelUnshuffle(input: TensorLike, r: number): Tensor {
  pixelUnshuffleArgs(input, r);
  const x = toTensor(input);
  const [b, height, width, c] = x.shape;
  const [h, w] = [height / r, width / r];
  if (
    x.rank !== 4 ||
    !Number.isInteger(r) ||
    r < 1 ||
    !Number.isInteger(h) ||
    !Number.isInteger(w)
  ) {
    throw new ShapeError(`pixelUnshuffle: ${x} is not [batch, ${r} height, ${r} width, channels]`);
  }
  const apart = transpose(reshape(x, [b, h, r, w, r, c]), [0, 1, 3, 5, 2, 4]);
  return reshape(apart, [b, h, w, c * r * r]);
}
