// Dropout (Srivastava et al. 2014) with an explicit key: the same key drops the same elements.

import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { mul, where } from '../tensor/ops/arithmetic.ts';
import * as random from '../tensor/ops/random.ts';
import type { Tensor } from '../tensor/tensor.ts';

const dropoutArgs = is.signature(
  'nn.dropout',
  ['x', is.tensor],
  ['rate', is.fraction],
  ['key', is.optional(is.key)],
);

/**
 * Elements of x zeroed with probability `rate`, the others divided by 1 - rate. Without a key (in
 * evaluation) or at rate 0, x itself.
 * @throws ShapeError if rate is not in [0, 1)
 */
export function dropout(x: Tensor, rate: number, key?: Tensor): Tensor {
  dropoutArgs(x, rate, key);
  if (!(rate >= 0 && rate < 1)) throw new ShapeError(`dropout: rate ${rate} is not in [0, 1)`);
  if (!key || rate === 0) return x;
  const keep = random.bernoulli(key, x.shape, 1 - rate);
  return where(keep, mul(x, 1 / (1 - rate)), 0);
}
