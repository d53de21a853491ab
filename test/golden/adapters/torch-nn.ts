// PyTorch's functions of neural networks in terms of ours: windows and norms.

import type { Conv1dOptions } from '../../../src/tensor/ops/conv-arguments.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { ResampleOptions } from '../../../src/tensor/ops/resample.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { Unsupported } from '../contract.ts';
import {
  type Args,
  type Definitions,
  given,
  has,
  oneOf,
  only,
  type Returned,
} from './torch-call.ts';
import { biased, kernel, toFirst, toLast } from './torch-layout.ts';

type Pair = number | [number, number];
const pairOf = (x: unknown): [number, number] => {
  const [a, b = a] = [x].flat() as number[];
  return [a, b];
};

// [padding] for both axes, as PyTorch takes it; an empty list is the default
const pairIf = (x: unknown): Pair | undefined =>
  Array.isArray(x) && x.length < 2 ? x[0] : (x as Pair | undefined);

// images without a batch get one for the call
const batched =
  (rank: number, f: (a: Args) => Returned) =>
  (a: Args): Returned => {
    const x = a.input as Tensor;
    if (x.rank !== rank - 1) return f(a);
    const y = f({ ...a, input: ops.expandDims(x, 0) as never });
    return ops.squeeze(y as Tensor, 0);
  };

const sliding = ({ stride, padding, dilation, groups }: Args) =>
  given({
    stride: pairIf(stride),
    padding: pairIf(padding),
    dilation: pairIf(dilation),
    groups: groups as number,
  });

// one spatial dimension: PyTorch takes a number or a list of one
const single = (a: Args): Args =>
  Object.fromEntries(
    Object.entries(a).map(([k, v]) => [k, Array.isArray(v as unknown) ? (v as never[])[0] : v]),
  );

// [n, c, w] as an image of one row
const asRow = (x: Tensor): Tensor => ops.expandDims(x, 2);
const rowOf = (y: Tensor): Tensor => ops.squeeze(y, 2);

const convSignature = 'input weight bias stride padding dilation groups';
const transposedSignature = 'input weight bias stride padding output_padding groups dilation';

const poolOptions = (a: Args) => {
  only(a.return_indices, false, 'pooling: return_indices');
  const ceilMode = a.ceil_mode as boolean | undefined;
  return given({ stride: pairIf(a.stride), padding: pairIf(a.padding), ceilMode });
};

function averagePool(x: Tensor, a: Args, size: Pair): Tensor {
  const countIncludePad = a.count_include_pad as boolean | undefined;
  const divisor = a.divisor_override as number | undefined;
  const options = { ...poolOptions(a), ...given({ countIncludePad, divisor }) };
  return toFirst(ops.avgPool2d(toLast(x), size, options));
}

const maximumPool = (x: Tensor, a: Args, size: Pair): Tensor =>
  toFirst(
    ops.maxPool2d(toLast(x), size, {
      ...poolOptions(a),
      ...given({ dilation: pairIf(a.dilation) }),
    }),
  );

const inRow = (n: unknown, rest: number): [number, number] => [rest, Number(asListed(n))];
const asListed = (n: unknown): unknown => (Array.isArray(n) ? n[0] : n);

// a pooling of [n, c, w] is one of [n, c, 1, w]
const pool1d =
  (pool: typeof averagePool) =>
  (a: Args): Tensor => {
    const wide = {
      ...a,
      stride: inRow(a.stride ?? a.kernel_size, 1),
      padding: inRow(a.padding ?? 0, 0),
      ...(has(a.dilation) ? { dilation: inRow(a.dilation, 1) } : {}),
    } as unknown as Args;
    return rowOf(pool(asRow(a.input), wide, inRow(a.kernel_size, 1)));
  };

const averageSignature =
  'input kernel_size stride padding ceil_mode count_include_pad divisor_override';
const maximumSignature = 'input kernel_size stride padding dilation ceil_mode return_indices';

function unfold({ input, kernel_size, dilation, padding, stride }: Args): Tensor {
  const x = input as Tensor;
  const options = given({
    stride: stride as Pair,
    padding: padding as Pair,
    dilation: dilation as Pair,
  });
  const y = ops.unfold(toLast(x), kernel_size, options); // [n, oh, ow, taps * c]
  const [n, oh, ow, p] = y.shape;
  const c = x.shape[1];
  // PyTorch: channels outside, taps inside, positions last
  const taps = ops.transpose(ops.reshape(y, [n, oh * ow, p / c, c]), [0, 3, 2, 1]);
  return ops.reshape(taps, [n, p, oh * ow]);
}

// the columns of `unfold` added up where they came from
function fold({ input, output_size, kernel_size, dilation, padding, stride }: Args): Tensor {
  const x = input as Tensor;
  const options = given({
    stride: stride as Pair,
    padding: padding as Pair,
    dilation: dilation as Pair,
  });
  const size = pairOf(output_size);
  const [kh, kw] = pairOf(kernel_size);
  const [n, p] = x.shape;
  const c = p / (kh * kw);
  // positions of windows, as `unfold` of an image of this size has them
  const like = ops.unfold(ops.zeros([1, ...size, 1]), [kh, kw], options);
  const [, oh, ow] = like.shape;
  const taps = ops.transpose(ops.reshape(x, [n, c, kh * kw, oh * ow]), [0, 3, 2, 1]);
  return toFirst(ops.fold(ops.reshape(taps, [n, oh, ow, p]), size, [kh, kw], options));
}

type Mode = 'nearest' | 'nearest-exact' | 'bilinear' | 'linear' | 'bicubic' | 'area';

// of one spatial dimension, as an image of one row
function interpolate(a: Args): Tensor {
  const flat = (a.input as Tensor).rank === 3;
  const x = flat ? asRow(a.input) : (a.input as Tensor);
  if (x.rank !== 4) throw new Unsupported(`interpolate of ${x.rank - 2} spatial dimensions`);
  const modes: readonly Mode[] = flat
    ? ['nearest', 'nearest-exact', 'linear', 'area']
    : ['nearest', 'nearest-exact', 'bilinear', 'bicubic', 'area'];
  const mode = oneOf(a.mode ?? 'nearest', modes, 'interpolate: mode');
  const from = [x.shape[2], x.shape[3]];
  const factors = has(a.scale_factor)
    ? flat
      ? [1, Number(asListed(a.scale_factor))]
      : pairOf(a.scale_factor)
    : undefined;
  const sizes = flat ? [1, Number(asListed(a.size))] : pairOf(a.size);
  const size = (factors ? from.map((n, i) => Math.floor(n * factors[i])) : sizes) as [
    number,
    number,
  ];
  // samples stand at the factor, where it is given, and not at the ratio of whole sizes
  const exact = factors?.every((f, i) => f * from[i] === size[i]) ?? true;
  const factor = exact || a.recompute_scale_factor ? undefined : (factors as [number, number]);
  const alignCorners = a.align_corners as boolean | undefined;
  const y = resized(toLast(x), size, mode, { alignCorners, factor, antialias: a.antialias });
  return flat ? rowOf(toFirst(y)) : toFirst(y);
}

function resized(
  x: Tensor,
  size: [number, number],
  mode: Mode,
  options: Omit<ResampleOptions, 'mode'>,
): Tensor {
  const { alignCorners, factor, antialias } = options;
  const known = { nearest: 'nearest', bilinear: 'bilinear', linear: 'bilinear' } as const;
  if (mode in known && !factor && !antialias) {
    return ops.resize(x, size, { mode: known[mode as 'nearest'], ...given({ alignCorners }) });
  }
  const other = {
    ...known,
    bicubic: 'bicubic',
    area: 'area',
    'nearest-exact': 'nearestExact',
  } as const;
  return ops.resample(x, size, { mode: other[mode], ...given(options) });
}

const windows: Definitions = {
  conv2d: [
    convSignature,
    batched(4, (a) => {
      const options = sliding(a);
      const y = ops.conv2d(toLast(a.input), kernel(a.weight), options);
      return toFirst(biased(y, a.bias));
    }),
  ],
  conv1d: [
    convSignature,
    batched(3, (a) => {
      const options = sliding(single(a)) as Conv1dOptions;
      return toFirst(biased(ops.conv1d(toLast(a.input), kernel(a.weight), options), a.bias));
    }),
  ],
  conv_transpose2d: [
    transposedSignature,
    batched(4, (a) => {
      const options = { ...sliding(a), ...given({ outputPadding: pairIf(a.output_padding) }) };
      return toFirst(
        biased(ops.convTranspose2d(toLast(a.input), kernel(a.weight), options), a.bias),
      );
    }),
  ],
  conv_transpose1d: [
    transposedSignature,
    batched(3, (listed) => {
      const a = single(listed);
      const options = { ...sliding(a), ...given({ outputPadding: a.output_padding as number }) };
      const y = ops.convTranspose1d(toLast(a.input), kernel(a.weight), options as object);
      return toFirst(biased(y, a.bias));
    }),
  ],
  unfold: ['input kernel_size dilation padding stride', batched(4, unfold)],
  fold: ['input output_size kernel_size dilation padding stride', batched(3, fold)],
  avg_pool2d: [
    averageSignature,
    batched(4, (a) => averagePool(a.input, a, pairIf(a.kernel_size) as Pair)),
  ],
  max_pool2d: [
    maximumSignature,
    batched(4, (a) => maximumPool(a.input, a, pairIf(a.kernel_size) as Pair)),
  ],
  avg_pool1d: [averageSignature, batched(3, pool1d(averagePool))],
  max_pool1d: [maximumSignature, batched(3, pool1d(maximumPool))],
  adaptive_avg_pool2d: [
    'input output_size',
    batched(4, ({ input, output_size }) => {
      const x = input as Tensor;
      // None keeps a size
      const [h, w] = pairOf(output_size).map((n, i) => n ?? x.shape[2 + i]);
      return toFirst(ops.adaptiveAvgPool2d(toLast(x), [h, w]));
    }),
  ],
  adaptive_avg_pool1d: [
    'input output_size',
    batched(3, ({ input, output_size }) =>
      rowOf(toFirst(ops.adaptiveAvgPool2d(toLast(asRow(input)), inRow(output_size, 1)))),
    ),
  ],
  upsample: ['input size scale_factor mode align_corners', interpolate],
  interpolate: [
    'input size scale_factor mode align_corners recompute_scale_factor antialias',
    interpolate,
  ],
};

function affine({ weight, bias, eps }: Args) {
  if ((eps as number) < 0) throw new Unsupported(`a norm with eps=${eps}, below 0`);
  return given({ scale: weight as Tensor, bias: bias as Tensor, eps: eps as number });
}

const norms: Definitions = {
  layer_norm: [
    'input normalized_shape weight bias eps',
    (a) => {
      const rank = (a.normalized_shape as number[]).length;
      const axes = Array.from({ length: rank }, (_, i) => i - rank);
      return ops.layerNorm(a.input, { axes, ...affine(a) });
    },
  ],
  group_norm: [
    'input num_groups weight bias eps',
    (a) => toFirst(ops.groupNorm(toLast(a.input), a.num_groups, affine(a))),
  ],
  batch_norm: [
    'input running_mean running_var weight bias training momentum eps',
    (a) => {
      const x = a.input as Tensor;
      const last = x.rank > 2 ? toLast(x) : x;
      const running = { mean: a.running_mean, variance: a.running_var };
      const y = a.training
        ? ops.batchNorm(last, affine(a)).y
        : ops.batchNormInference(last, running, affine(a));
      return x.rank > 2 ? toFirst(y) : y;
    },
  ],
  instance_norm: [
    'input running_mean running_var weight bias use_input_stats momentum eps',
    (a) => {
      const last = toLast(a.input);
      if ((a.use_input_stats as unknown) !== false)
        return toFirst(ops.instanceNorm(last, affine(a)));
      const running = { mean: a.running_mean, variance: a.running_var };
      return toFirst(ops.batchNormInference(last, running, affine(a)));
    },
  ],
  normalize: [
    'input p dim eps',
    ({ input, p, dim, eps }) =>
      ops.normalize(input, dim ?? 1, given({ p: p as number, eps: eps as number })),
  ],
};

/** Functions of neural networks: windows and norms. */
export const networks: Definitions = { ...windows, ...norms };
