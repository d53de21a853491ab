// Convolution layers, channels last: images [n, h, w, c], weights [kh, kw, in / groups, out].
import { add } from '../tensor/ops/arithmetic.ts';
import {
  type Conv2dOptions,
  type ConvTranspose2dOptions,
  conv2d as convolve,
  convTranspose2d as convolveTransposed,
} from '../tensor/ops/conv.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { initWeightAndBias, type LinearParams, type WeightOptions } from './linear.ts';
import type { Module } from './module.ts';
import { asOperandOf } from './precision.ts';

const withBias = (y: Tensor, b: Tensor | undefined): Tensor => (b ? add(y, b) : y);
const both = (kernel: number | readonly [number, number]): readonly [number, number] =>
  typeof kernel === 'number' ? [kernel, kernel] : kernel;

/** Convolution of [n, h, w, inputs] to [n, oh, ow, outputs]; default padding 0. */
export function conv2d(
  inputs: number,
  outputs: number,
  kernel: number | readonly [number, number],
  options: Conv2dOptions & WeightOptions = {},
): Module<LinearParams> {
  const [kh, kw] = both(kernel);
  const perGroup = inputs / (options.groups ?? 1);
  const shape = [kh, kw, perGroup, outputs];
  return {
    init: (key) => initWeightAndBias(key, shape, outputs, kh * kw * perGroup, options),
    apply: ({ w, b }, x) => withBias(convolve(asOperandOf(w, x), w, options), b),
  };
}

/** Transposed convolution of [n, h, w, inputs] to [n, oh, ow, outputs]; weight [kh, kw, outputs / groups, inputs]. */
export function convTranspose2d(
  inputs: number,
  outputs: number,
  kernel: number | readonly [number, number],
  options: ConvTranspose2dOptions & WeightOptions = {},
): Module<LinearParams> {
  const [kh, kw] = both(kernel);
  const perGroup = outputs / (options.groups ?? 1);
  return {
    // PyTorch counts outputs per group times the kernel as the fan
    init: (key) =>
      initWeightAndBias(key, [kh, kw, perGroup, inputs], outputs, kh * kw * perGroup, options),
    apply: ({ w, b }, x) => withBias(convolveTransposed(asOperandOf(w, x), w, options), b),
  };
}
