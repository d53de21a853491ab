// Shape arithmetic: sizes, row-major strides, NumPy broadcasting, axis normalisation.
import { ShapeError } from './errors.ts';

/** Sizes per dimension, outermost first; `[]` is a scalar; zeros are allowed. */
export type Shape = readonly number[];

/** Number of elements. */
export function sizeOf(shape: Shape): number {
  let n = 1;
  for (let i = 0; i < shape.length; i++) n *= shape[i];
  return n;
}

/** `[2, 3]` as text, for errors. */
export const formatShape = (shape: Shape): string => `[${shape.join(', ')}]`;

/** True if both shapes are the same. */
export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Row-major strides in elements. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let s = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = s;
    s *= shape[i];
  }
  return strides;
}

/**
 * The shape both broadcast to under NumPy's rules; `what` names the operation (a function: with its
 * operands, made only when needed). @throws ShapeError if they do not.
 */
export function broadcastShapes(
  a: Shape,
  b: Shape,
  what: string | (() => string) = 'broadcast',
): Shape {
  if (sameShape(a, b) || b.length === 0) return a;
  if (a.length === 0) return b;
  const rank = Math.max(a.length, b.length);
  const out = new Array<number>(rank);
  for (let i = 0; i < rank; i++) {
    const x = a[a.length - rank + i] ?? 1;
    const y = b[b.length - rank + i] ?? 1;
    if (x !== y && x !== 1 && y !== 1) {
      throw new ShapeError(
        `${typeof what === 'string' ? what : what()}: shapes ${formatShape(a)} and ${formatShape(b)} do not broadcast ` +
          `(dimension ${i - rank}: ${x} against ${y})`,
      );
    }
    out[i] = x === 1 ? y : x;
  }
  return out;
}

/** `axis` in 0..rank-1, negative ones counted from the end. @throws ShapeError if out of range. */
export function normalizeAxis(axis: number, rank: number, what: string): number {
  const a = axis < 0 ? axis + rank : axis;
  if (!Number.isInteger(axis) || a < 0 || a >= rank) {
    throw new ShapeError(`${what}: axis ${axis} is out of range for a tensor of rank ${rank}`);
  }
  return a;
}

/** Sorted distinct axes; `undefined` means all. @throws ShapeError on repeats or out of range. */
export function normalizeAxes(
  axes: number | readonly number[] | undefined,
  rank: number,
  what: string,
): number[] {
  if (axes === undefined) return Array.from({ length: rank }, (_, i) => i);
  const list = (typeof axes === 'number' ? [axes] : axes).map((a) => normalizeAxis(a, rank, what));
  if (new Set(list).size !== list.length) {
    throw new ShapeError(`${what}: axes ${formatShape(list)} repeat`);
  }
  return list.sort((x, y) => x - y);
}

/** @throws ShapeError unless every size is a non-negative integer. */
export function checkShape(shape: Shape, what: string): void {
  for (const n of shape) {
    if (!Number.isInteger(n) || n < 0) {
      throw new ShapeError(
        `${what}: ${formatShape(shape)} is not a shape (sizes are integers >= 0)`,
      );
    }
  }
}

/**
 * Most elements of a tensor, also of one that is never stored. Positions are signed 32-bit integers; the
 * 2^21 below their end are room for the last step of a loop, in strides of a device's threads.
 */
export const largestSize = 2 ** 31 - 2 ** 21;

/** The error for a tensor of more than `largestSize` elements. */
export const tooLarge = (name: string, { shape, dtype }: { shape: Shape; dtype: string }): Error =>
  new ShapeError(
    `${name}: ${dtype}${formatShape(shape)} has ${sizeOf(shape)} elements, and a tensor holds at most ` +
      `${largestSize} (2^31 - 2^21); work on parts of it and join the results`,
  );
