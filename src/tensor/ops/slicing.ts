// NumPy's rules for a slice: which elements `start:stop:step` picks from a dimension of n, with
// negative positions counted from the end and out-of-range ones clipped.
import * as is from '../arguments.ts';
import { ShapeError } from '../errors.ts';

/** A slice of one dimension; null or absent parts mean "from the first", "to the last", step 1. */
export interface Span {
  readonly start?: number | null;
  readonly stop?: number | null;
  readonly step?: number | null;
}

/**
 * What `slice` takes per dimension: null (all of it), `[start, stop]`, `[start, stop, step]`, a
 * Span.
 */
export type SliceSpec =
  | null
  | Span
  | readonly [start: number | null, stop: number | null]
  | readonly [start: number | null, stop: number | null, step: number];

const end = is.either(is.integer, is.oneOf(null));

/** The kind of a SliceSpec. */
export const sliceSpec: is.Kind = is.kind(
  'a slice (null, [start, stop], [start, stop, step] or { start, stop, step })',
  (v) =>
    v === null ||
    (Array.isArray(v)
      ? (v.length === 2 || v.length === 3) && v.every((x) => !end.fault(x))
      : !spanKind.fault(v)),
  undefined,
  ShapeError,
);

const spanKind = is.options<Span>({
  start: is.optional(end),
  stop: is.optional(end),
  step: is.optional(end),
});

/** The elements start, start + step, ... (size of them) of a dimension. */
export interface Run {
  readonly start: number;
  readonly step: number;
  readonly size: number;
}

const spanOf = (spec: NonNullable<SliceSpec>): Span =>
  'length' in spec ? { start: spec[0], stop: spec[1], step: spec[2] } : spec;

/** Resolves a slice of a dimension of `n` elements. @throws ShapeError on step 0 or fractions */
export function resolveSlice(spec: SliceSpec, n: number, what: string): Run {
  if (spec === null) return { start: 0, step: 1, size: n };
  const span = spanOf(spec);
  const step = span.step ?? 1;
  if (step === 0) throw new ShapeError(`${what}: the step of a slice must not be 0`);
  for (const v of [span.start ?? 0, span.stop ?? 0, step]) {
    if (!Number.isInteger(v)) {
      throw new ShapeError(`${what}: ${JSON.stringify(spec)} is not a slice (integers or null)`);
    }
  }
  // positions that a run may start and stop at: 0..n forwards, -1..n-1 backwards
  const low = step > 0 ? 0 : -1;
  const high = step > 0 ? n : n - 1;
  const clip = (v: number): number => Math.min(Math.max(v < 0 ? v + n : v, low), high);
  const start = span.start == null ? (step > 0 ? low : high) : clip(span.start);
  const stop = span.stop == null ? (step > 0 ? high : low) : clip(span.stop);
  const size = Math.max(0, Math.ceil((stop - start) / step));
  return { start: size === 0 ? 0 : start, step, size };
}
