// The loss of vector quantisation (van den Oord et al. 2017, arXiv:1711.00937, eq. 3): codes move to the
// encoder's outputs, and the encoder commits to the codes.

import { stopGradient } from '../autodiff/identity.ts';
import * as is from '../tensor/arguments.ts';
import { add, mean, mul, square, sub } from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { alike } from './masked.ts';

const vectorQuantizationLossArgs = is.signature(
  'losses.vectorQuantizationLoss',
  ['encoded', is.operand],
  ['codes', is.operand],
  ['options', is.options({ beta: is.optional(is.operand), legacy: is.optional(is.boolean) })],
);

/**
 * mean |sg(z) - e|² + beta mean |z - sg(e)|² for encoder outputs z and their nearest codes e, of one shape; beta
 * 0.25. `legacy` puts beta on the first term, as taming-transformers' quantiser has by default.
 * @throws ShapeError
 */
export function vectorQuantizationLoss(
  encoded: TensorLike,
  codes: TensorLike,
  options: { readonly beta?: TensorLike; readonly legacy?: boolean } = {},
): Tensor {
  vectorQuantizationLossArgs(encoded, codes, options);
  const { beta = 0.25, legacy = false } = options;
  const { encoded: z, codes: e } = alike('vectorQuantizationLoss', { encoded, codes });
  const toCodes = mean(square(sub(stopGradient(z), e)));
  const commitment = mean(square(sub(z, stopGradient(e))));
  return legacy ? add(mul(toCodes, beta), commitment) : add(toCodes, mul(commitment, beta));
}

const straightThroughArgs = is.signature(
  'losses.straightThrough',
  ['encoded', is.tensor],
  ['codes', is.tensor],
);

/** Codes e in the forward pass, the encoder's z for gradients: z + sg(e - z), the straight-through estimate. */
export const straightThrough = (encoded: Tensor, codes: Tensor): Tensor => {
  straightThroughArgs(encoded, codes);
  return add(encoded, stopGradient(sub(codes, encoded)));
};
