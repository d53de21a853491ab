// PyTorch's functions in terms of ours: names, argument orders and layouts ([n, c, h, w] images, [out, in]
// weights) are theirs, everything else is one call. Gradients flow back through the rearrangements.
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';

/** Keyword arguments of a call, with tensors in place of their names. */
export type Keywords = Readonly<Record<string, unknown>>;

/** What a function gives: one tensor, several, or sorted values with their positions. */
export type Returned = Tensor | readonly Tensor[] | { values: Tensor; indices: Tensor };

type Fn = (args: readonly Tensor[], k: Keywords, all: readonly unknown[]) => Returned;
type Pair = number | [number, number];

/** [n, c, ...] -> [n, ..., c]. */
export const toLast = (x: Tensor): Tensor => ops.moveAxis(x, 1, -1);
/** [n, ..., c] -> [n, c, ...]. */
export const toFirst = (y: Tensor): Tensor => ops.moveAxis(y, -1, 1);
/** Convolution weight [out, in, kh, kw] -> [kh, kw, in, out]; also [in, out, ...] -> [..., out, in]. */
export const kernel = (w: Tensor): Tensor =>
  ops.transpose(w, w.rank === 4 ? [2, 3, 1, 0] : [2, 1, 0]);
const biased = (y: Tensor, b?: Tensor): Tensor => (b ? ops.add(y, b) : y);

const num = (x: unknown): number => x as number;
const dims = (k: Keywords): number | number[] | undefined => k.dim as number | number[] | undefined;
const keep = (k: Keywords) => ({ keepDims: k.keepdim === true });
const spread = (k: Keywords) => ({ ...keep(k), correction: k.unbiased === false ? 0 : 1 });
const affine = (k: Keywords) => ({
  scale: k.weight as Tensor | undefined,
  bias: k.bias as Tensor | undefined,
  ...(k.eps === undefined ? {} : { eps: num(k.eps) }),
});
const sliding = (k: Keywords) => ({
  ...(k.stride === undefined ? {} : { stride: k.stride as Pair }),
  ...(k.padding === undefined ? {} : { padding: k.padding as Pair }),
});

// torch.max over a dimension gives values and positions
const extreme =
  (value: typeof ops.max, position: typeof ops.argmax): Fn =>
  ([x], k) => ({ values: value(x, dims(k)), indices: position(x, dims(k)) });

// F.pad lists pairs from the last dimension to the first
const pairs = (flat: readonly number[]): [number, number][] =>
  Array.from({ length: flat.length / 2 }, (_, i): [number, number] => {
    const at = flat.length - 2 - 2 * i;
    return [flat[at], flat[at + 1]];
  });

const unary =
  (f: (x: Tensor) => Tensor): Fn =>
  ([x]) =>
    f(x);
const binary =
  (f: (x: Tensor | number, y: Tensor | number) => Tensor): Fn =>
  (_, __, [x, y]) =>
    f(x as Tensor, y as Tensor | number);

const pointwise: Record<string, Fn> = {
  'torch.add': ([x, y], k) => ops.add(x, k.alpha === undefined ? y : ops.mul(y, num(k.alpha))),
  'torch.sub': binary(ops.sub),
  'torch.mul': binary(ops.mul),
  'torch.div': binary(ops.div),
  'torch.pow': binary(ops.pow),
  'torch.maximum': binary(ops.maximum),
  'torch.minimum': binary(ops.minimum),
  'torch.atan2': binary(ops.atan2),
  'torch.fmod': binary(ops.rem),
  'torch.lt': binary(ops.less),
  'torch.ge': binary(ops.greaterEqual),
  'torch.eq': binary(ops.equal),
  'torch.lerp': (_, __, [x, y, t]) => ops.lerp(x as Tensor, y as Tensor, num(t)),
  'torch.clamp': ([x], k) => ops.clip(x, k.min as number | undefined, k.max as number | undefined),
  'torch.where': ([c, x, y]) => ops.where(c, x, y),
  'torch.masked_fill': (_, __, [x, m, v]) => ops.maskedFill(x as Tensor, m as Tensor, num(v)),
  'torch.neg': unary(ops.neg),
  'torch.abs': unary(ops.abs),
  'torch.exp': unary(ops.exp),
  'torch.log': unary(ops.log),
  'torch.log1p': unary(ops.log1p),
  'torch.log2': unary(ops.log2),
  'torch.expm1': unary(ops.expm1),
  'torch.sqrt': unary(ops.sqrt),
  'torch.rsqrt': unary(ops.rsqrt),
  'torch.reciprocal': unary(ops.reciprocal),
  'torch.square': unary(ops.square),
  'torch.sin': unary(ops.sin),
  'torch.cos': unary(ops.cos),
  'torch.tan': unary(ops.tan),
  'torch.asin': unary(ops.asin),
  'torch.acos': unary(ops.acos),
  'torch.atan': unary(ops.atan),
  'torch.sinh': unary(ops.sinh),
  'torch.cosh': unary(ops.cosh),
  'torch.tanh': unary(ops.tanh),
  'torch.sigmoid': unary(ops.sigmoid),
  'torch.erf': unary(ops.erf),
  'torch.sign': unary(ops.sign),
  'torch.floor': unary(ops.floor),
  'torch.ceil': unary(ops.ceil),
  'torch.round': unary(ops.round),
  'torch.trunc': unary(ops.trunc),
  'torch.isfinite': unary(ops.isFinite),
  'F.relu': unary(ops.relu),
  'F.silu': unary(ops.silu),
  'F.mish': unary(ops.mish),
  'F.logsigmoid': unary(ops.logSigmoid),
  'F.softsign': unary(ops.softsign),
  'F.hardswish': unary(ops.hardSwish),
  'F.softplus': unary((x) => ops.softplus(x)),
  'F.elu': unary((x) => ops.elu(x)),
  'F.gelu': ([x], k) => (k.approximate === 'tanh' ? ops.geluTanh(x) : ops.gelu(x)),
  'F.leaky_relu': ([x], k) => ops.leakyRelu(x, num(k.negative_slope)),
};

const reductions: Record<string, Fn> = {
  'torch.sum': ([x], k) => ops.sum(x, dims(k), keep(k)),
  'torch.mean': ([x], k) => ops.mean(x, dims(k), keep(k)),
  'torch.prod': ([x], k) => ops.prod(x, dims(k), keep(k)),
  'torch.amax': ([x], k) => ops.max(x, dims(k), keep(k)),
  'torch.amin': ([x], k) => ops.min(x, dims(k), keep(k)),
  'torch.max': extreme(ops.max, ops.argmax),
  'torch.min': extreme(ops.min, ops.argmin),
  'torch.argmax': ([x], k) => ops.argmax(x, dims(k)),
  'torch.var': ([x], k) => ops.variance(x, dims(k), spread(k)),
  'torch.std': ([x], k) => ops.standardDeviation(x, dims(k), spread(k)),
  'torch.linalg.vector_norm': ([x], k) => ops.norm(x, dims(k), { p: k.ord as number | undefined }),
  'torch.logsumexp': ([x], k) => ops.logSumExp(x, dims(k), keep(k)),
  'torch.cumsum': ([x], k) => ops.cumsum(x, num(k.dim)),
  'torch.cumprod': ([x], k) => ops.cumprod(x, num(k.dim)),
  'torch.logcumsumexp': ([x], k) => ops.logCumSumExp(x, num(k.dim)),
  'F.softmax': ([x], k) => ops.softmax(x, num(k.dim)),
  'F.log_softmax': ([x], k) => ops.logSoftmax(x, num(k.dim)),
  'torch.sort': ([x], k) => ops.sort(x, { axis: num(k.dim) }),
  'torch.argsort': ([x], k) => ops.argsort(x, { axis: num(k.dim) }),
  'torch.topk': (_, k, [x, n]) => ops.topK(x as Tensor, num(n), { axis: num(k.dim) }),
};

const layouts: Record<string, Fn> = {
  'torch.reshape': (_, __, [x, shape]) => ops.reshape(x as Tensor, shape as number[]),
  'torch.permute': (_, __, [x, axes]) => ops.transpose(x as Tensor, axes as number[]),
  'torch.transpose': (_, __, [x, a, b]) => ops.swapAxes(x as Tensor, num(a), num(b)),
  'Tensor.expand': (_, __, [x, shape]) => ops.broadcastTo(x as Tensor, shape as number[]),
  'torch.squeeze': ([x]) => ops.squeeze(x),
  'torch.unsqueeze': (_, __, [x, axis]) => ops.unsqueeze(x as Tensor, num(axis)),
  'torch.flatten': ([x], k) => ops.flatten(x, num(k.start_dim)),
  'torch.cat': (_, k, [list]) => ops.concat(list as Tensor[], num(k.dim)),
  'torch.stack': (_, k, [list]) => ops.stack(list as Tensor[], num(k.dim)),
  'torch.split': (_, k, [x, size]) => ops.split(x as Tensor, num(size), num(k.dim)),
  'torch.chunk': (_, k, [x, count]) => ops.chunk(x as Tensor, num(count), num(k.dim)),
  'torch.flip': ([x], k) => ops.flip(x, k.dims as number[]),
  'torch.roll': ([x], k) => ops.roll(x, num(k.shifts), num(k.dims)),
  'Tensor.repeat': (_, __, [x, counts]) => ops.tile(x as Tensor, counts as number[]),
  'torch.repeat_interleave': (_, k, [x, n]) => ops.repeat(x as Tensor, num(n), num(k.dim)),
  'torch.tril': ([x]) => ops.tril(x),
  'torch.triu': ([x]) => ops.triu(x),
  'torch.diagonal': ([x]) => ops.diagonal(x),
  'F.pad': (_, k, [x, flat]) =>
    ops.pad(x as Tensor, pairs(flat as number[]), {
      mode: (k.mode ?? 'constant') as ops.PadMode,
      value: k.value as number | undefined,
    }),
  'torch.gather': (_, __, [x, axis, i]) => ops.gather(x as Tensor, i as Tensor, num(axis)),
  'torch.take_along_dim': ([x, i], k) => ops.takeAlongAxis(x, i, num(k.dim)),
  'torch.index_select': (_, __, [x, axis, i]) => ops.take(x as Tensor, i as Tensor, num(axis)),
  'torch.scatter': (_, __, [x, axis, i, s]) =>
    ops.scatter(x as Tensor, i as Tensor, s as Tensor, num(axis)),
  'torch.scatter_add': (_, __, [x, axis, i, s]) =>
    ops.scatterAdd(x as Tensor, i as Tensor, s as Tensor, num(axis)),
  'torch.index_add': (_, __, [x, axis, i, s]) =>
    ops.indexAdd(x as Tensor, i as Tensor, s as Tensor, num(axis)),
  'F.embedding': ([i, w]) => ops.embedding(w, i),
  'F.one_hot': ([i], k) => ops.oneHot(i, num(k.num_classes), 'i32'),
  'F.pixel_shuffle': (_, __, [x, r]) => toFirst(ops.pixelShuffle(toLast(x as Tensor), num(r))),
};

const products: Record<string, Fn> = {
  'torch.matmul': binary(ops.matmul),
  'torch.bmm': binary(ops.bmm),
  'torch.outer': binary(ops.outer),
  'torch.cdist': binary(ops.cdist),
  'F.linear': ([x, w, b]) => ops.affine(x, ops.transpose(w), b),
  'torch.einsum': (args, _, [spec]) => ops.einsum(spec as string, ...args),
  'F.conv2d': ([x, w, b], k) => toFirst(biased(ops.conv2d(toLast(x), kernel(w), k as object), b)),
  'F.conv1d': ([x, w, b], k) => toFirst(biased(ops.conv1d(toLast(x), kernel(w), k as object), b)),
  'F.conv_transpose2d': ([x, w, b], k) => {
    const options = { ...k, outputPadding: k.output_padding as number | undefined };
    return toFirst(biased(ops.convTranspose2d(toLast(x), kernel(w), options), b));
  },
  'F.conv_transpose1d': ([x, w, b], k) =>
    toFirst(biased(ops.convTranspose1d(toLast(x), kernel(w), k as object), b)),
  'F.unfold': ([x], k) => {
    const y = ops.unfold(toLast(x), k.kernel_size as Pair, sliding(k)); // [n, oh, ow, taps * c]
    const [n, oh, ow, p] = y.shape;
    const c = x.shape[1];
    const taps = ops.transpose(ops.reshape(y, [n, oh * ow, p / c, c]), [0, 3, 2, 1]);
    return ops.reshape(taps, [n, p, oh * ow]);
  },
  'F.avg_pool2d': ([x], k) => toFirst(ops.avgPool2d(toLast(x), k.kernel_size as Pair, sliding(k))),
  'F.max_pool2d': ([x], k) => toFirst(ops.maxPool2d(toLast(x), k.kernel_size as Pair, sliding(k))),
  'F.adaptive_avg_pool2d': (_, __, [x, size]) =>
    toFirst(ops.adaptiveAvgPool2d(toLast(x as Tensor), size as Pair)),
  'F.interpolate': ([x], k) => {
    const factor = num(k.scale_factor ?? 1);
    const size = k.size ?? [x.shape[2] * factor, x.shape[3] * factor];
    const mode = k.mode as 'nearest' | 'bilinear';
    const options = { mode, alignCorners: k.align_corners === true };
    return toFirst(ops.resize(toLast(x), size as Pair, options));
  },
};

const normsAndLosses: Record<string, Fn> = {
  'F.layer_norm': (_, k, [x, shape]) => {
    const rank = (shape as number[]).length;
    const axes = Array.from({ length: rank }, (__, i) => i - rank);
    return ops.layerNorm(x as Tensor, { axes, ...affine(k) });
  },
  'F.group_norm': (_, k, [x, groups]) =>
    toFirst(ops.groupNorm(toLast(x as Tensor), num(groups), affine(k))),
  'F.batch_norm': ([x, mean, variance], k) =>
    toFirst(
      k.training
        ? ops.batchNorm(toLast(x), affine(k)).y
        : ops.batchNormInference(toLast(x), { mean, variance }, affine(k)),
    ),
  'F.instance_norm': ([x]) => toFirst(ops.instanceNorm(toLast(x))),
  'F.normalize': ([x], k) => ops.normalize(x, num(k.dim)),
  'F.mse_loss': ([x, t]) => ops.meanSquaredError(x, t),
  'F.l1_loss': ([x, t]) => ops.l1Loss(x, t),
  'F.smooth_l1_loss': ([x, t]) => ops.smoothL1Loss(x, t),
  'F.huber_loss': ([x, t]) => ops.huberLoss(x, t),
  'F.cross_entropy': ([x, t]) => ops.crossEntropy(x, t, { axis: 1 }),
  'F.nll_loss': ([x, t]) => ops.nllLoss(x, t, { axis: 1 }),
  'F.binary_cross_entropy': ([x, t]) => ops.binaryCrossEntropy(x, t),
  'F.binary_cross_entropy_with_logits': ([x, t]) => ops.binaryCrossEntropyWithLogits(x, t),
  'F.kl_div': ([x, t]) => ops.klDivergence(x, t),
  'F.cosine_similarity': ([x, y], k) => ops.cosineSimilarity(x, y, { axis: num(k.dim) }),
};

/** PyTorch's functions by name: (tensor arguments, keywords, all positional arguments). */
export const torchFunctions: Readonly<Record<string, Fn>> = {
  ...pointwise,
  ...reductions,
  ...layouts,
  ...products,
  ...normsAndLosses,
};
