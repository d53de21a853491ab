// PyTorch's functions of neural networks in terms of ours: windows and norms.
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { Unsupported } from '../contract.ts';
import { type Args, type Definitions, given, has, oneOf, only } from './torch-call.ts';
import { biased, kernel, toFirst, toLast } from './torch-layout.ts';

type Pair = number | [number, number];
const pairOf = (x: unknown): [number, number] =>
  (Array.isArray(x) ? x : [x, x]) as [number, number];

const sliding = ({ stride, padding, dilation, groups }: Args) =>
  given({
    stride: stride as Pair,
    padding: padding as Pair,
    dilation: dilation as Pair,
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
  only(a.ceil_mode, false, 'pooling: ceil_mode');
  only(a.return_indices, false, 'pooling: return_indices');
  only(a.divisor_override, undefined, 'pooling: divisor_override');
  return given({ stride: a.stride as Pair, padding: a.padding as Pair });
};

function averagePool(x: Tensor, a: Args, size: Pair): Tensor {
  const countIncludePad = a.count_include_pad as boolean | undefined;
  const options = { ...poolOptions(a), ...given({ countIncludePad }) };
  return toFirst(ops.avgPool2d(toLast(x), size, options));
}

const maximumPool = (x: Tensor, a: Args, size: Pair): Tensor =>
  toFirst(
    ops.maxPool2d(toLast(x), size, {
      ...poolOptions(a),
      ...given({ dilation: a.dilation as Pair }),
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

function interpolate(a: Args): Tensor {
  only(a.recompute_scale_factor, false, 'interpolate: recompute_scale_factor');
  only(a.antialias, false, 'interpolate: antialias');
  const flat = (a.input as Tensor).rank === 3;
  const x = flat ? asRow(a.input) : (a.input as Tensor);
  const mode = oneOf(a.mode ?? 'nearest', ['nearest', 'bilinear', 'linear'], 'interpolate: mode');
  const from = [x.shape[2], x.shape[3]];
  const size = flat
    ? [1, has(a.size) ? Number(asListed(a.size)) : from[1] * Number(asListed(a.scale_factor))]
    : has(a.size)
      ? pairOf(a.size)
      : pairOf(a.scale_factor).map((s, i) => from[i] * s);
  // otherwise PyTorch samples at the factor given, not at the ratio of sizes
  if (!size.every(Number.isInteger))
    throw new Unsupported('interpolate: a factor without whole sizes');
  const y = ops.resize(toLast(x), size as [number, number], {
    mode: mode === 'nearest' ? 'nearest' : 'bilinear',
    ...given({ alignCorners: a.align_corners as boolean | undefined }),
  });
  return flat ? rowOf(toFirst(y)) : toFirst(y);
}

const windows: Definitions = {
  conv2d: [
    convSignature,
    (a) => toFirst(biased(ops.conv2d(toLast(a.input), kernel(a.weight), sliding(a)), a.bias)),
  ],
  conv1d: [
    convSignature,
    (a) => {
      const options = sliding(single(a)) as ops.Conv1dOptions;
      return toFirst(biased(ops.conv1d(toLast(a.input), kernel(a.weight), options), a.bias));
    },
  ],
  conv_transpose2d: [
    transposedSignature,
    (a) => {
      const options = { ...sliding(a), ...given({ outputPadding: a.output_padding as Pair }) };
      return toFirst(
        biased(ops.convTranspose2d(toLast(a.input), kernel(a.weight), options), a.bias),
      );
    },
  ],
  conv_transpose1d: [
    transposedSignature,
    (given1) => {
      const a = single(given1);
      const options = { ...sliding(a), ...given({ outputPadding: a.output_padding as number }) };
      const y = ops.convTranspose1d(toLast(a.input), kernel(a.weight), options as object);
      return toFirst(biased(y, a.bias));
    },
  ],
  unfold: ['input kernel_size dilation padding stride', unfold],
  fold: ['input output_size kernel_size dilation padding stride', fold],
  avg_pool2d: [averageSignature, (a) => averagePool(a.input, a, a.kernel_size)],
  max_pool2d: [maximumSignature, (a) => maximumPool(a.input, a, a.kernel_size)],
  avg_pool1d: [averageSignature, pool1d(averagePool)],
  max_pool1d: [maximumSignature, pool1d(maximumPool)],
  adaptive_avg_pool2d: [
    'input output_size',
    ({ input, output_size }) => toFirst(ops.adaptiveAvgPool2d(toLast(input), output_size)),
  ],
  adaptive_avg_pool1d: [
    'input output_size',
    ({ input, output_size }) =>
      rowOf(toFirst(ops.adaptiveAvgPool2d(toLast(asRow(input)), inRow(output_size, 1)))),
  ],
  interpolate: [
    'input size scale_factor mode align_corners recompute_scale_factor antialias',
    interpolate,
  ],
};

const affine = ({ weight, bias, eps }: Args) =>
  given({ scale: weight as Tensor, bias: bias as Tensor, eps: eps as number });

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
      only(a.use_input_stats, true, 'instance_norm: use_input_stats');
      return toFirst(ops.instanceNorm(toLast(a.input), affine(a)));
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
