// Resizing by any linear filter, one axis at a time, with weights made on the host in float64. What resize.ts
// has no exact index forms for: cubic convolution (Keys 1981, with PyTorch's a = -0.75, and -0.5 where it
// filters against aliasing), areas, samples at a given factor, antialiasing.
import * as is from '../arguments.ts';
import { isFloat } from '../dtype.ts';
import { ShapeError } from '../errors.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { toTensor } from './create.ts';
import { averages, filterAxis, type Taps } from './linear-filter.ts';
import { cast } from './views.ts';
import { type Pair, pair } from './window.ts';

/** Which inputs an output is made of. */
export type ResampleMode = 'nearest' | 'nearestExact' | 'bilinear' | 'bicubic' | 'area';

/** How `resample` places and filters samples. */
export interface ResampleOptions {
  /** Default 'bilinear'. */
  readonly mode?: ResampleMode;
  /** Corner pixels' centres stay in place (default false: image edges stay); bilinear and bicubic only. */
  readonly alignCorners?: boolean;
  /** Output pixels an input pixel, where that is not the ratio of the sizes. */
  readonly factor?: number | readonly [number, number];
  /** The filter widens as the picture shrinks (default false); bilinear and bicubic only. */
  readonly antialias?: boolean;
}

// Keys's kernel at distance t from its centre; support 2.
function cubic(t: number, a: number): number {
  const d = Math.abs(t);
  if (d <= 1) return ((a + 2) * d - (a + 3)) * d * d + 1;
  return d < 2 ? (((d - 5) * d + 8) * d - 4) * a : 0;
}

const triangle = (t: number): number => Math.max(0, 1 - Math.abs(t));

interface Axis {
  readonly from: number;
  readonly to: number;
  readonly mode: ResampleMode;
  readonly alignCorners: boolean;
  readonly antialias: boolean;
  /** Input pixels an output pixel. */
  readonly ratio: number;
}

// [position, weight] of what output i is made of; positions beyond an edge mean the edge
function weightsOf(i: number, axis: Axis): Taps {
  const { from, mode, ratio, alignCorners } = axis;
  if (mode === 'nearest') return [[Math.floor(i * ratio), 1]];
  if (mode === 'nearestExact') return [[Math.floor((i + 0.5) * ratio), 1]];
  if (axis.antialias) return filtered(i, axis);
  const at = alignCorners ? i * ratio : (i + 0.5) * ratio - 0.5;
  if (mode === 'bicubic') {
    const low = Math.floor(at);
    return [-1, 0, 1, 2].map((k) => [low + k, cubic(at - low - k, -0.75)]);
  }
  const inside = Math.max(at, 0);
  const low = Math.min(Math.floor(inside), from - 1);
  const rest = Math.min(inside - low, 1);
  return [
    [low, 1 - rest],
    [low + 1, rest],
  ];
}

// all inputs under the filter, which is stretched where the picture shrinks; inputs beyond an edge do not count
function filtered(i: number, { from, mode, ratio, alignCorners }: Axis): Taps {
  const stretch = Math.max(ratio, 1);
  const support = (mode === 'bicubic' ? 2 : 1) * stretch;
  const half = alignCorners ? 0 : 0.5;
  const center = ratio * (i + half);
  const first = Math.max(Math.trunc(center - support + half), 0);
  const end = Math.min(Math.trunc(center + support + half), from);
  const raw = Array.from({ length: end - first }, (_, k) => {
    const t = (first + k - center + half) / stretch;
    return mode === 'bicubic' ? cubic(t, -0.5) : triangle(t);
  });
  const total = raw.reduce((sum, w) => sum + w, 0);
  return raw.map((w, k) => [first + k, w / total]);
}

function filterOf(axis: Axis): Taps[] {
  const { from, to, mode } = axis;
  if (mode === 'area') return averages(from, to);
  const within = (position: number): number => Math.min(Math.max(position, 0), from - 1);
  return Array.from({ length: to }, (_, i) =>
    weightsOf(i, axis).map(([position, weight]) => [within(position), weight] as const),
  );
}

const resampleArgs = is.signature(
  'resample',
  ['input', is.operand],
  ['size', is.sizes],
  [
    'options',
    is.options<ResampleOptions>({
      mode: is.optional(is.oneOf('nearest', 'nearestExact', 'bilinear', 'bicubic', 'area')),
      alignCorners: is.optional(is.boolean),
      factor: is.optional(is.either(is.positive, is.list(is.positive))),
      antialias: is.optional(is.boolean),
    }),
  ],
);

/**
 * Images x [n, h, w, c] -> [n, oh, ow, c], as PyTorch's interpolate. Integers are converted to f32.
 * @throws ShapeError if x has no four dimensions, is empty in space, a size is below 1, or a mode is told
 * to align corners or filter that cannot
 */
export function resample(input: TensorLike, size: Pair, options: ResampleOptions = {}): Tensor {
  resampleArgs(input, size, options);
  const { mode = 'bilinear', alignCorners = false, antialias = false, factor } = options;
  const given = toTensor(input);
  const target = pair(size, 'resample: size');
  if (given.rank !== 4 || given.shape[1] === 0 || given.shape[2] === 0) {
    throw new ShapeError(`resample: needs x [n, h, w, c] with pixels, got ${given}`);
  }
  if ((alignCorners || antialias) && mode !== 'bilinear' && mode !== 'bicubic') {
    throw new ShapeError(`resample: '${mode}' has no alignCorners or antialias; leave them out`);
  }
  let x = isFloat(given.dtype) ? given : cast(given, 'f32');
  for (const [d, to] of target.entries()) {
    const from = given.shape[1 + d];
    const scale = typeof factor === 'object' ? factor[d] : factor;
    const corners = to > 1 ? (from - 1) / (to - 1) : 0;
    const ratio = alignCorners ? corners : scale === undefined ? from / to : 1 / scale;
    const axis = { from, to, mode, alignCorners, antialias, ratio };
    x = filterAxis(x, 1 + d, filterOf(axis));
  }
  return x;
}
