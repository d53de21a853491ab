// Modules one after the other, and the multi-layer perceptron.

import * as is from '../tensor/arguments.ts';
import { silu } from '../tensor/ops/activations.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { Linear, type LinearParams } from './linear.ts';
import type { Module, ParamsOf } from './module.ts';
import { checked } from './params-check.ts';
import { initParts } from './parts.ts';

const sequentialArgs = is.signature('nn.Sequential', [
  'layers',
  is.list(is.methods('a module', 'init', 'apply')),
]);

/** The output of each module is the input of the next; parameters are an array, one entry a module. */
export function Sequential<const L extends readonly Module[]>(
  ...layers: L
): Module<{ -readonly [K in keyof L]: ParamsOf<L[K]> }> {
  sequentialArgs(layers);
  type P = { -readonly [K in keyof L]: ParamsOf<L[K]> };
  return checked('nn.Sequential', {
    init: (key) => initParts(layers, key) as P,
    apply: (params, x) => layers.reduce((y, layer, i) => layer.apply(params[i], y), x),
  });
}

const mlpArgs = is.signature(
  'nn.MLP',
  ['sizes', is.shape],
  ['options', is.options({ activation: is.optional(is.func), bias: is.optional(is.boolean) })],
);

/**
 * Linear layers of the given sizes with an activation between them (none after the last):
 * [..., sizes[0]] -> [..., sizes.at(-1)].
 */
export function MLP(
  sizes: readonly number[],
  options: { activation?: (x: Tensor) => Tensor; bias?: boolean } = {},
): Module<LinearParams[]> {
  mlpArgs(sizes, options);
  const { activation = silu, bias = true } = options;
  const layers = sizes.slice(1).map((n, i) => Linear(sizes[i], n, { bias }));
  return checked('nn.MLP', {
    init: (key) => initParts(layers, key),
    apply: (params, x) =>
      layers.reduce((y, layer, i) => layer.apply(params[i], i === 0 ? y : activation(y)), x),
  });
}
