// Weights of the denoising error at each noise level, so that easy levels do not drown the others: min-SNR-gamma
// (Hang et al. 2023, arXiv:2303.09556). The same loss has other weights for what the network predicts,
// since |eps - eps^|² = SNR |x0 - x0^|² and |v - v^|² = (SNR + 1) |x0 - x0^|².

import * as is from '../tensor/arguments.ts';
import { add, div, equal, minimum, mul, where } from '../tensor/ops/index.ts';
import { asFloat } from '../tensor/ops/precision.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';

/** What a network's squared error is taken of. */
export type ErrorOf = 'eps' | 'x0' | 'v';

/** The error of a prediction is (a + b SNR) times that of x0. */
export const errorFactor: Readonly<Record<ErrorOf, readonly [a: number, b: number]>> = {
  x0: [1, 0],
  eps: [0, 1],
  v: [1, 1],
};

const minSnrWeightsArgs = is.signature(
  'losses.minSnrWeights',
  ['kind', is.oneOf('eps', 'x0', 'v')],
  ['snr', is.operand],
  ['gamma', is.operand],
);

/**
 * min(SNR, gamma) for x0, divided by SNR for eps and by SNR + 1 for v: signal-to-noise ratios [...] give the
 * weights [...] of the squared errors. gamma 5 by default. At SNR 0, eps has the limit 1.
 */
export function minSnrWeights(kind: ErrorOf, snr: TensorLike, gamma: TensorLike = 5): Tensor {
  minSnrWeightsArgs(kind, snr, gamma);
  const ratio = asFloat(snr);
  const [a, b] = errorFactor[kind];
  const none = equal(ratio, 0);
  const limited = minimum(ratio, gamma);
  if (b === 0) return div(limited, a);
  const weight = div(limited, add(mul(where(none, 1, ratio), b), a));
  return a === 0 ? where(none, 1, weight) : weight;
}
