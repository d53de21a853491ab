// Every operation of the library, by family. Modules that also serve other modules name what is public.
export * from './activations.ts';
export * from './advanced-indexing.ts';
export * from './arithmetic.ts';
export * from './assemble.ts';
export * from './attention.ts';
export * from './class-losses.ts';
export * from './comparison.ts';
export * from './concat.ts';
export * from './conv.ts';
export type { Conv1dOptions, Conv2dOptions, ConvTranspose2dOptions } from './conv-arguments.ts';
export { full, ones, onesLike, tensor, toTensor, zeros, zerosLike } from './create.ts';
export * from './cumulative.ts';
export * from './custom-gradient.ts';
export * from './einsum.ts';
export { erfInv } from './erf-inv.ts';
export { embedding, gather, oneHot, take, takeAlongAxis } from './indexing.ts';
export * from './iota.ts';
export { flip, roll, slice, sliceAxis } from './layout.ts';
export * from './losses.ts';
export * from './matmul.ts';
export * from './norms.ts';
export * from './pad.ts';
export * from './pool.ts';
export * from './pow.ts';
/** Random numbers from explicit keys: the same key gives the same numbers. */
export * as random from './random.ts';
export * from './rearrange.ts';
export * from './reduce.ts';
export * from './resample.ts';
export * from './resize.ts';
export { indexAdd, indexSet, scatter, scatterAdd } from './scatter.ts';
export type { Run, SliceSpec, Span } from './slicing.ts';
export * from './softmax.ts';
export * from './sort.ts';
export * from './statistics.ts';
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
export * from './unfold.ts';
export { broadcastTo, cast, reshape, sumTo, transpose } from './views.ts';
