// Every operation of the library, by family. Modules with more than that, for other modules or as
// options of their functions, name what is public.
export * from './activations.ts';
export * from './advanced-indexing.ts';
export * from './arithmetic.ts';
export * from './assemble.ts';
export { attention, attentionWeights, mergeHeads, splitHeads } from './attention.ts';
export { crossEntropy, nllLoss } from './class-losses.ts';
export * from './comparison.ts';
export * from './concat.ts';
export * from './conv.ts';
export { full, ones, onesLike, tensor, toTensor, zeros, zerosLike } from './create.ts';
export { cummax, cumprod, cumsum, logAddExp, logCumSumExp } from './cumulative.ts';
export { withGradient } from './custom-gradient.ts';
export * from './einsum.ts';
export { erfInv } from './erf-inv.ts';
export { embedding, gather, oneHot, take, takeAlongAxis } from './indexing.ts';
export * from './iota.ts';
export { flip, roll, slice, sliceAxis } from './layout.ts';
export {
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  cosineSimilarity,
  huberLoss,
  klDivergence,
  l1Loss,
  meanSquaredError,
  smoothL1Loss,
} from './losses.ts';
export * from './matmul.ts';
export {
  type BatchNormResult,
  batchNorm,
  batchNormInference,
  groupNorm,
  instanceNorm,
  layerNorm,
  rmsNorm,
} from './norms.ts';
export { pad } from './pad.ts';
export { adaptiveAvgPool2d, avgPool2d, globalAvgPool, maxPool2d } from './pool.ts';
export * from './pow.ts';
/** Random numbers from explicit keys: the same key gives the same numbers. */
export * as random from './random.ts';
export * from './rearrange.ts';
export { all, any, argmax, argmin, max, mean, min, prod, sum } from './reduce.ts';
export { resample } from './resample.ts';
export { resize, upsampleNearest } from './resize.ts';
export { indexAdd, indexSet, scatter, scatterAdd } from './scatter.ts';
export type { SliceSpec } from './slicing.ts';
export * from './softmax.ts';
export { argsort, sort, topK } from './sort.ts';
export { cdist, matrixNorm, norm, normalize, standardDeviation, variance } from './statistics.ts';
export {
  acos,
  asin,
  atan,
  cos,
  cosh,
  erf,
  exp,
  expm1,
  log,
  log1p,
  log2,
  rsqrt,
  sin,
  sinh,
  sqrt,
  tan,
  tanh,
} from './transcendental.ts';
export * from './triangular.ts';
export { fold, unfold } from './unfold.ts';
export { broadcastTo, cast, reshape, sumTo, transpose } from './views.ts';
