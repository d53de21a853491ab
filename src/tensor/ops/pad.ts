// Growing and cropping: constants are placed around the operand, everything else is parts of it joined to it.
import * as is from '../arguments.ts';
import { ShapeError } from '../errors.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { concat } from './concat.ts';
import { toTensor } from './create.ts';
import { checkHeld } from './host-values.ts';
import { placeOp, slice, sliceAxis } from './layout.ts';
import { broadcastTo } from './views.ts';

/** How many elements to add before and after, per dimension; negative numbers crop. */
export type Padding = readonly (readonly [before: number, after: number])[];

/** How `pad` fills: a constant, mirrored (without the edge), the edge, or the other end. */
export type PadMode = 'constant' | 'reflect' | 'replicate' | 'circular';

const padArgs = is.signature(
  'pad',
  ['input', is.operand],
  ['padding', is.list(is.integers)],
  [
    'options',
    is.options({
      mode: is.optional(is.oneOf('constant', 'reflect', 'replicate', 'circular')),
      value: is.optional(is.anyNumber),
    }),
  ],
);

/**
 * Grows (or, with negative numbers, crops) each dimension: [n] to [before + n + after].
 * @param padding one pair a dimension; fewer pairs apply to the last dimensions
 * @throws ShapeError if a pair is missing or not integers, or a mode needs more elements than there
 * are
 */
export function pad(
  input: TensorLike,
  padding: Padding,
  options: { mode?: PadMode; value?: number } = {},
): Tensor {
  padArgs(input, padding, options);
  const x = toTensor(input);
  const { mode = 'constant', value = 0 } = options;
  const skip = x.rank - padding.length;
  if (skip < 0 || padding.some((p) => p.length !== 2 || !p.every(Number.isInteger))) {
    throw new ShapeError(
      `pad: ${JSON.stringify(padding)} does not fit ${x} (a pair per dimension)`,
    );
  }
  const pairs = x.shape.map((_, d) => (d < skip ? ([0, 0] as const) : padding[d - skip]));
  // negative amounts crop first
  const cropped = slice(
    x,
    ...pairs.map(([b, a], d) => {
      const start = Math.max(0, -b);
      const stop = x.shape[d] - Math.max(0, -a);
      if (start > stop) throw new ShapeError(`pad: [${b}, ${a}] crops more than axis ${d} of ${x}`);
      return [start, stop] as const;
    }),
  );
  const grow = pairs.map(([b, a]) => [Math.max(0, b), Math.max(0, a)] as const);
  if (grow.every(([b, a]) => b === 0 && a === 0)) return cropped;
  if (mode === 'constant') {
    checkHeld('pad: options.value', value, x.dtype);
    return placeOp([cropped], {
      shape: cropped.shape.map((n, d) => grow[d][0] + n + grow[d][1]),
      start: grow.map(([b]) => b),
      step: grow.map(() => 1),
      value,
    });
  }
  return grow.reduce((y, [b, a], d) => padAxis(y, d, b, a, mode), cropped);
}

function padAxis(x: Tensor, axis: number, before: number, after: number, mode: PadMode): Tensor {
  if (before === 0 && after === 0) return x;
  const n = x.shape[axis];
  const room = mode === 'reflect' ? n - 1 : mode === 'circular' ? n : n > 0 ? Infinity : 0;
  if (Math.max(before, after) > room) {
    throw new ShapeError(
      `pad: ${mode} padding of [${before}, ${after}] needs more elements than ` +
        `axis ${axis} of ${x} has`,
    );
  }
  const part = (start: number, stop: number, step = 1): Tensor =>
    sliceAxis(x, axis, { start, stop: stop < 0 ? null : stop, step });
  const edge = (at: number, count: number): Tensor =>
    broadcastTo(
      part(at, at + 1),
      x.shape.map((m, d) => (d === axis ? count : m)),
    );
  const sides: Record<Exclude<PadMode, 'constant'>, () => [Tensor, Tensor]> = {
    reflect: () => [part(before, 0, -1), part(n - 2, n - 2 - after, -1)],
    replicate: () => [edge(0, before), edge(n - 1, after)],
    circular: () => [part(n - before, n), part(0, after)],
  };
  const [left, right] = sides[mode as Exclude<PadMode, 'constant'>]();
  return concat([...(before ? [left] : []), x, ...(after ? [right] : [])], axis);
}
