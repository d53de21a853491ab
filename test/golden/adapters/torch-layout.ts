// Layouts: PyTorch puts channels second and keeps weights [out, in, ...]; here channels and outputs are last.
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';

/** [n, c, ...] -> [n, ..., c]. */
export const toLast = (x: Tensor): Tensor => ops.moveAxis(x, 1, -1);
/** [n, ..., c] -> [n, c, ...]. */
export const toFirst = (y: Tensor): Tensor => ops.moveAxis(y, -1, 1);
/** Convolution weight [out, in, kh, kw] -> [kh, kw, in, out]; also [in, out, ...] -> [..., out, in]. */
export const kernel = (w: Tensor): Tensor =>
  ops.transpose(w, w.rank === 4 ? [2, 3, 1, 0] : [2, 1, 0]);
/** y + b where there is a b. */
export const biased = (y: Tensor, b?: Tensor): Tensor => (b ? ops.add(y, b) : y);
