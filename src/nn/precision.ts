// Mixed precision within networks: products and convolutions run in the precision of their weights, so f16
// weights draw f32 inputs down to f16, as autocast does. What is sensitive (norms, softmax, attention
// scores, means, losses) computes in f32 by itself whatever it is given.
import { cast } from '../tensor/ops/views.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** `x` as an operand of the weight `w`: in f16 if `w` is and `x` is f32, else as it is. */
export const asOperandOf = (w: Tensor, x: Tensor): Tensor =>
  w.dtype === 'f16' && x.dtype === 'f32' ? cast(x, 'f16') : x;
