// Convolution layers, channels last: images [n, h, w, c], weights [kh, kw, in / groups, out].

import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { add } from '../tensor/ops/arithmetic.ts';
import { conv2d, convTranspose2d } from '../tensor/ops/conv.ts';
import type { Conv2dOptions, ConvTranspose2dOptions } from '../tensor/ops/conv-arguments.ts';
import { pair } from '../tensor/ops/window.ts';
import type { Tensor } from '../tensor/tensor.ts';
import {
  initWeightAndBias,
  type LinearParams,
  type WeightOptions,
  weightOptions,
} from './linear.ts';
import type { Module } from './module.ts';
import { checked } from './params-check.ts';
import { asOperandOf } from './precision.ts';

const withBias = (y: Tensor, b: Tensor | undefined): Tensor => (b ? add(y, b) : y);

function checkGroups(fn: string, groups: number, inputs: number, outputs: number): void {
  if (inputs % groups !== 0 || outputs % groups !== 0) {
    throw new ShapeError(
      `${fn}: ${groups} groups do not divide ${inputs} inputs and ${outputs} outputs`,
    );
  }
}

const conv2dArgs = is.signature(
  'nn.Conv2d',
  ['inputs', is.size],
  ['outputs', is.size],
  ['kernel', is.sizes],
  [
    'options',
    is.options({
      stride: is.optional(is.sizes),
      padding: is.optional(is.padding),
      dilation: is.optional(is.sizes),
      groups: is.optional(is.count),
      ...weightOptions,
    }),
  ],
);

/** Convolution of [n, h, w, inputs] to [n, oh, ow, outputs]; default padding 0. */
export function Conv2d(
  inputs: number,
  outputs: number,
  kernel: number | readonly [number, number],
  options: Conv2dOptions & WeightOptions = {},
): Module<LinearParams> {
  conv2dArgs(inputs, outputs, kernel, options);
  const { bias, weightInit, biasInit, ...window } = options;
  const [kh, kw] = pair(kernel, 'nn.Conv2d: kernel');
  const perGroup = inputs / (options.groups ?? 1);
  checkGroups('nn.Conv2d', options.groups ?? 1, inputs, outputs);
  const shape = [kh, kw, perGroup, outputs];
  return checked('nn.Conv2d', {
    init: (key) =>
      initWeightAndBias(key, shape, outputs, kh * kw * perGroup, { bias, weightInit, biasInit }),
    apply: ({ w, b }, x) => withBias(conv2d(asOperandOf(w, x), w, window), b),
  });
}

const convTranspose2dArgs = is.signature(
  'nn.ConvTranspose2d',
  ['inputs', is.size],
  ['outputs', is.size],
  ['kernel', is.sizes],
  [
    'options',
    is.options({
      stride: is.optional(is.sizes),
      padding: is.optional(is.widths),
      outputPadding: is.optional(is.widths),
      dilation: is.optional(is.sizes),
      groups: is.optional(is.count),
      ...weightOptions,
    }),
  ],
);

/** Transposed convolution of [n, h, w, inputs] to [n, oh, ow, outputs]; weight [kh, kw, outputs / groups, inputs]. */
export function ConvTranspose2d(
  inputs: number,
  outputs: number,
  kernel: number | readonly [number, number],
  options: ConvTranspose2dOptions & WeightOptions = {},
): Module<LinearParams> {
  convTranspose2dArgs(inputs, outputs, kernel, options);
  const { bias, weightInit, biasInit, ...window } = options;
  const [kh, kw] = pair(kernel, 'nn.ConvTranspose2d: kernel');
  const perGroup = outputs / (options.groups ?? 1);
  checkGroups('nn.ConvTranspose2d', options.groups ?? 1, inputs, outputs);
  return checked('nn.ConvTranspose2d', {
    // PyTorch counts outputs per group times the kernel as the fan
    init: (key) =>
      initWeightAndBias(key, [kh, kw, perGroup, inputs], outputs, kh * kw * perGroup, {
        bias,
        weightInit,
        biasInit,
      }),
    apply: ({ w, b }, x) => withBias(convTranspose2d(asOperandOf(w, x), w, window), b),
  });
}
