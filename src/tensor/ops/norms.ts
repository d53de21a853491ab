// Normalisation layers as functions, channels last. All share one gradient, derived by hand so that a
// backward pass reads its big operands twice (one pass of sums, one of elementwise work):
//   y = (x - m) r scale + bias,   m, r: mean and 1/standard deviation of each group of elements
//   dx = r (g - mean(g) - xhat mean(g xhat)),   g = dy scale,  xhat = (x - m) r
// For group norm the sums run over pixels with the channels innermost first, then over the few channels
// of a group. Statistics are two-pass and in f32 for f16 operands.
// Ba et al. 2016, Wu and He 2018, Zhang and Sennrich 2019, Ioffe and Szegedy 2015.

import * as is from '../arguments.ts';
import { ShapeError } from '../errors.ts';
import { formatShape, normalizeAxes, type Shape } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { add, div, mul, square, sub } from './arithmetic.ts';
import { toTensor } from './create.ts';
import { type GradientRule, withGradient } from './custom-gradient.ts';
import { asFloat } from './precision.ts';
import { mean, sum } from './reduce.ts';
import { rsqrt } from './transcendental.ts';
import { broadcastTo, cast, reshape, sumTo } from './views.ts';

/** Learned scale and shift, and the variance added against division by zero. */
export interface NormOptions {
  /** Factor of the normalised values, one for each element of the normalised axes (default: none). */
  readonly scale?: TensorLike;
  /** Added afterwards, like `scale` (default: none). */
  readonly bias?: TensorLike;
  /** Default 1e-5. */
  readonly eps?: number;
}

// How a norm groups elements. `partial` sums over axes along which scale is constant within a group
// (kept with size 1, or nothing to sum); `average` turns such partial sums into means of groups,
// broadcastable against x.
interface Grouping {
  /** True if r and scale vary along the same few axes: their product is small and worth keeping. */
  readonly perChannel: boolean;
  partial(t: Tensor): Tensor;
  average(t: Tensor): Tensor;
}

// (x - m) r scale + bias. m = undefined: not centred.
function affine(
  x: Tensor,
  m: Tensor | undefined,
  r: Tensor,
  scale: Tensor | undefined,
  bias: Tensor | undefined,
  grouping: Grouping,
): Tensor {
  const centered = m ? sub(x, m) : x;
  const { perChannel } = grouping;
  const scaled = !scale
    ? mul(centered, r)
    : perChannel
      ? mul(centered, mul(r, scale))
      : mul(mul(centered, r), scale);
  const value = bias ? add(scaled, bias) : scaled;
  // m and r are operands without cotangents of their own: dx accounts for them, and second
  // derivatives reach x through them
  const operands = [x, r, ...(m ? [m] : []), ...(scale ? [scale] : []), ...(bias ? [bias] : [])];
  const rule: GradientRule = (ct, call) => {
    const [u, rr, ...rest] = call.operands;
    const mm = m && rest.shift();
    const s = scale && rest.shift();
    const b = bias && rest.shift();
    const distance = mm ? sub(u, mm) : u;
    const sums = grouping.partial(ct);
    const products = grouping.partial(mul(ct, distance));
    const weigh = (t: Tensor): Tensor => (s ? mul(t, s) : t);
    const along = mul(rr, mul(rr, grouping.average(weigh(products))));
    const level = mm && grouping.average(weigh(sums));
    // ct a - (x - m) b - c with small a, b, c; or the same with r factored out
    const times = (t: Tensor): Tensor => (perChannel ? mul(t, rr) : t);
    const direct = perChannel ? mul(ct, weigh(rr)) : weigh(ct);
    const slope = sub(direct, mul(distance, times(along)));
    const inner = level ? sub(slope, times(level)) : slope;
    const cts: (Tensor | null)[] = [perChannel ? inner : mul(inner, rr), null];
    if (mm) cts.push(null);
    if (s) cts.push(sumTo(mul(products, rr), s.shape));
    if (b) cts.push(sumTo(sums, b.shape));
    return cts;
  };
  return withGradient(value, operands, rule);
}

const optional = (t: TensorLike | undefined, like: Tensor): Tensor | undefined =>
  t === undefined ? undefined : cast(t, like.dtype);

function checkAffine(what: string, t: Tensor | undefined, shape: Shape): void {
  if (t && (t.rank !== shape.length || t.shape.some((n, i) => n !== shape[i]))) {
    throw new ShapeError(`${what}: scale or bias ${t} must have shape ${formatShape(shape)}`);
  }
}

const keep = { keepDims: true } as const;

// scale varies within a group: nothing can be summed before it is applied
const rowGrouping = (axes: readonly number[]): Grouping => ({
  perChannel: false,
  partial: (t) => t,
  average: (t) => mean(t, axes, keep),
});

/** Options of `layerNorm` and `rmsNorm`. */
export interface LayerNormOptions extends NormOptions {
  /** Axes normalised together; default the last. They should be the last ones if there is a scale. */
  readonly axes?: number | readonly number[];
}

const layerNormOptionsKind = is.options<LayerNormOptions>({
  axes: is.optional(is.axes),
  scale: is.optional(is.operand),
  bias: is.optional(is.operand),
  eps: is.optional(is.notNegative),
});
const layerNormArgs = is.signature(
  'layerNorm',
  ['input', is.operand],
  ['options', layerNormOptionsKind],
);

/**
 * Each sample normalised over `axes` (default the last): (x - mean) / sqrt(var + eps) scale + bias.
 * scale and bias broadcast against x (usually of the shape of the normalised axes).
 */
export function layerNorm(input: TensorLike, options: LayerNormOptions = {}): Tensor {
  layerNormArgs(input, options);
  const given = toTensor(input);
  const x = asFloat(given);
  const axes = normalizeAxes(options.axes ?? -1, x.rank, 'layerNorm');
  const m = mean(x, axes, keep);
  const r = rsqrt(add(mean(square(sub(x, m)), axes, keep), options.eps ?? 1e-5));
  const grouping = rowGrouping(axes);
  const out = affine(x, m, r, optional(options.scale, x), optional(options.bias, x), grouping);
  return given.dtype === 'f16' ? cast(out, 'f16') : out;
}

const rmsNormArgs = is.signature(
  'rmsNorm',
  ['input', is.operand],
  ['options', layerNormOptionsKind],
);

/** x / sqrt(mean(x²) + eps) scale + bias over `axes` (default the last); eps is 1e-6 by default. */
export function rmsNorm(input: TensorLike, options: LayerNormOptions = {}): Tensor {
  rmsNormArgs(input, options);
  const given = toTensor(input);
  const x = asFloat(given);
  const axes = normalizeAxes(options.axes ?? -1, x.rank, 'rmsNorm');
  const r = rsqrt(add(mean(square(x), axes, keep), options.eps ?? 1e-6));
  const grouping = rowGrouping(axes);
  const { scale, bias } = options;
  const out = affine(x, undefined, r, optional(scale, x), optional(bias, x), grouping);
  return given.dtype === 'f16' ? cast(out, 'f16') : out;
}

const normOptionsKind = is.options<NormOptions>({
  scale: is.optional(is.operand),
  bias: is.optional(is.operand),
  eps: is.optional(is.notNegative),
});
const groupNormArgs = is.signature(
  'groupNorm',
  ['input', is.operand],
  ['groups', is.count],
  ['options', normOptionsKind],
);

/**
 * Group norm of x [n, ..., c], channels last: each sample's channels in `groups` equal groups, each
 * normalised over its channels and all pixels. scale and bias are [c].
 * @throws ShapeError if groups does not divide c
 */
export function groupNorm(input: TensorLike, groups: number, options: NormOptions = {}): Tensor {
  groupNormArgs(input, groups, options);
  const given = toTensor(input);
  const c = given.shape[given.rank - 1];
  if (given.rank < 2 || !Number.isInteger(groups) || groups < 1 || c % groups !== 0) {
    throw new ShapeError(`groupNorm: ${groups} groups do not divide the channels of ${given}`);
  }
  const floats = asFloat(given);
  const n = floats.shape[0];
  const pixels = floats.shape.slice(1, -1).reduce((a, b) => a * b, 1);
  const x = reshape(floats, [n, pixels, c]);
  const [scale, bias] = [optional(options.scale, x), optional(options.bias, x)];
  checkAffine('groupNorm', scale, [c]);
  checkAffine('groupNorm', bias, [c]);
  const width = c / groups;
  const count = pixels * width;
  // [n, 1, c] of channel sums -> means of groups, repeated for their channels
  const average = (t: Tensor): Tensor => {
    const total = sum(reshape(t, [n, groups, width]), 2, keep);
    // divided after it is repeated, so that the big passes read it channel by channel
    return div(reshape(broadcastTo(total, [n, groups, width]), [n, 1, c]), count);
  };
  const partial = (t: Tensor): Tensor => sum(t, 1, keep);
  const m = average(partial(x));
  const r = rsqrt(add(average(partial(square(sub(x, m)))), options.eps ?? 1e-5));
  const out = reshape(
    affine(x, m, r, scale, bias, { perChannel: true, partial, average }),
    given.shape,
  );
  return given.dtype === 'f16' ? cast(out, 'f16') : out;
}

const instanceNormArgs = is.signature(
  'instanceNorm',
  ['input', is.operand],
  ['options', normOptionsKind],
);

/** Group norm with a group for each channel: each sample's channels by themselves. x [n, ..., c]. */
export function instanceNorm(input: TensorLike, options: NormOptions = {}): Tensor {
  instanceNormArgs(input, options);
  const x = toTensor(input);
  const c = x.shape[x.rank - 1];
  if (x.rank < 2 || c === 0) {
    throw new ShapeError(`instanceNorm: input ${x} must be [n, ..., c] with channels`);
  }
  return groupNorm(x, c, options);
}

/** What `batchNorm` gives back in training. */
export interface BatchNormResult {
  readonly y: Tensor;
  /** Mean of each channel [c]. */
  readonly mean: Tensor;
  /** Mean squared distance of each channel [c] (biased; times n/(n-1) for running statistics). */
  readonly variance: Tensor;
}

const batchNormArgs = is.signature(
  'batchNorm',
  ['input', is.operand],
  ['options', normOptionsKind],
);

/** Batch norm in training: each channel of x [..., c] over all other axes. scale and bias are [c]. */
export function batchNorm(input: TensorLike, options: NormOptions = {}): BatchNormResult {
  batchNormArgs(input, options);
  const given = toTensor(input);
  const floats = asFloat(given);
  if (given.rank === 0) throw new ShapeError(`batchNorm: input ${given} must be [..., c]`);
  const c = floats.shape[floats.rank - 1];
  const x = reshape(floats, [c === 0 ? 0 : floats.size / c, c]);
  const [scale, bias] = [optional(options.scale, x), optional(options.bias, x)];
  checkAffine('batchNorm', scale, [c]);
  checkAffine('batchNorm', bias, [c]);
  const partial = (t: Tensor): Tensor => sum(t, 0, keep);
  const average = (t: Tensor): Tensor => div(t, x.shape[0]);
  const m = average(partial(x));
  const v = average(partial(square(sub(x, m))));
  const r = rsqrt(add(v, options.eps ?? 1e-5));
  const out = reshape(
    affine(x, m, r, scale, bias, { perChannel: true, partial, average }),
    given.shape,
  );
  const y = given.dtype === 'f16' ? cast(out, 'f16') : out;
  return { y, mean: reshape(m, [c]), variance: reshape(v, [c]) };
}

const batchNormInferenceArgs = is.signature(
  'batchNormInference',
  ['input', is.operand],
  ['running', is.fields({ mean: is.operand, variance: is.operand })],
  ['options', normOptionsKind],
);

/** Batch norm in use: with running `mean` and `variance` [c] of x [..., c]. */
export function batchNormInference(
  input: TensorLike,
  running: { readonly mean: TensorLike; readonly variance: TensorLike },
  options: NormOptions = {},
): Tensor {
  batchNormInferenceArgs(input, running, options);
  const { scale = 1, bias = 0, eps = 1e-5 } = options;
  const a = mul(rsqrt(add(running.variance, eps)), scale);
  return add(mul(sub(input, running.mean), a), bias);
}
