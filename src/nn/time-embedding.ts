// Time steps as vectors of sines and cosines at geometric frequencies (Vaswani et al. 2017, section 3.5;
// Ho et al. 2020, arXiv:2006.11239, appendix B), and the small network that diffusion models put behind.

import * as is from '../tensor/arguments.ts';
import { silu } from '../tensor/ops/activations.ts';
import { mul } from '../tensor/ops/arithmetic.ts';
import { concat } from '../tensor/ops/concat.ts';
import { tensor, toTensor } from '../tensor/ops/create.ts';
import { pad } from '../tensor/ops/pad.ts';
import { cos, sin } from '../tensor/ops/transcendental.ts';
import { cast, reshape } from '../tensor/ops/views.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { Linear, type LinearParams } from './linear.ts';
import type { Module } from './module.ts';
import { checked } from './params-check.ts';
import { initParts } from './parts.ts';

/** How `sinusoidal` lays out frequencies. */
export interface SinusoidalOptions {
  /** Longest period divided by 2 pi (default 10000). */
  readonly maxPeriod?: number;
  /** Cosines before sines (default true, as latent diffusion; DDPM: false). */
  readonly cosFirst?: boolean;
  /** Frequencies are maxPeriod^(-i / (dim / 2 - shift)); default 0 (DDPM: 1). */
  readonly shift?: number;
}

const sinusoidalArgs = is.signature(
  'nn.sinusoidal',
  ['t', is.operand],
  ['dim', is.size],
  [
    'options',
    is.options<SinusoidalOptions>({
      maxPeriod: is.optional(is.number),
      cosFirst: is.optional(is.boolean),
      shift: is.optional(is.number),
    }),
  ],
);

/** Times [n] -> [n, dim]: cosines and sines of t maxPeriod^(-i / (dim/2 - shift)); odd dim: a zero last. */
export function sinusoidal(t: TensorLike, dim: number, options: SinusoidalOptions = {}): Tensor {
  sinusoidalArgs(t, dim, options);
  const { maxPeriod = 10000, cosFirst = true, shift = 0 } = options;
  const half = Math.floor(dim / 2);
  const frequencies = Float32Array.from({ length: half }, (_, i) =>
    Math.exp((-Math.log(maxPeriod) * i) / (half - shift)),
  );
  const times = cast(toTensor(t), 'f32');
  const angles = mul(reshape(times, [times.size, 1]), tensor(frequencies));
  const waves = [cos(angles), sin(angles)];
  const all = concat(cosFirst ? waves : waves.reverse(), 1);
  return dim % 2 === 0
    ? all
    : pad(all, [
        [0, 0],
        [0, 1],
      ]);
}

/** Two linear layers. */
export interface TimeEmbeddingParams {
  readonly hidden: LinearParams;
  readonly out: LinearParams;
}

const timeEmbeddingArgs = is.signature(
  'nn.TimeEmbedding',
  ['dim', is.size],
  [
    'options',
    is.options({
      maxPeriod: is.optional(is.number),
      cosFirst: is.optional(is.boolean),
      shift: is.optional(is.number),
      outputs: is.optional(is.size),
    }),
  ],
);

/** Times [n] -> sinusoidal [n, dim] -> linear, silu, linear -> [n, outputs] (default 4 dim). */
export function TimeEmbedding(
  dim: number,
  options: SinusoidalOptions & { outputs?: number } = {},
): Module<TimeEmbeddingParams> {
  timeEmbeddingArgs(dim, options);
  const { outputs = 4 * dim, ...waves } = options;
  const parts = { hidden: Linear(dim, outputs), out: Linear(outputs, outputs) };
  return checked('nn.TimeEmbedding', {
    init: (key) => initParts(parts, key),
    apply: (params, t) => {
      const hidden = parts.hidden.apply(params.hidden, sinusoidal(t, dim, waves));
      return parts.out.apply(params.out, silu(hidden));
    },
  });
}
