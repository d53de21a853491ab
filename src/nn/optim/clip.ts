// Clipping of gradients, as parts of a `chain` before an optimizer.
import * as is from '../../tensor/arguments.ts';
import { add, clip, div, minimum, mul, square } from '../../tensor/ops/arithmetic.ts';
import { stack } from '../../tensor/ops/concat.ts';
import { full } from '../../tensor/ops/create.ts';
import { sum } from '../../tensor/ops/reduce.ts';
import { norm } from '../../tensor/ops/statistics.ts';
import { sqrt } from '../../tensor/ops/transcendental.ts';
import { cast } from '../../tensor/ops/views.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { leaves, map } from '../../tensor/tree.ts';
import { momentDType, type Optimizer } from './optimizer.ts';

const globalNormArgs = is.signature('optim.globalNorm', ['tree', is.tree], ['p', is.scalar]);

/** p-norm of all leaves together (p 2 by default: root of the sum of squares; also Infinity): a scalar. */
export function globalNorm(tree: unknown, p = 2): Tensor {
  globalNormArgs(tree, p);
  const all = leaves(tree).map((g) => cast(g, momentDType(g)));
  if (all.length === 0) return full([], 0);
  if (p !== 2) return norm(stack(all.map((g) => norm(g, undefined, { p }))), 0, { p });
  const parts = all.map((g) => sum(square(g)));
  return sqrt(parts.length === 1 ? parts[0] : sum(stack(parts)));
}

const clipByGlobalNormArgs = is.signature(
  'optim.clipByGlobalNorm',
  ['maxNorm', is.scalar],
  ['p', is.scalar],
);

/** Scales all gradients together so that their global p-norm is at most `maxNorm`, as PyTorch's. */
export const clipByGlobalNorm = (maxNorm: number, p = 2): Optimizer => {
  clipByGlobalNormArgs(maxNorm, p);
  return {
    init: () => null,
    update: (grads, state) => {
      const factor = minimum(div(maxNorm, add(globalNorm(grads, p), 1e-6)), 1);
      return [map(grads, (g) => cast(mul(g, factor), g.dtype)) as typeof grads, state];
    },
  };
};

const clipByValueArgs = is.signature('optim.clipByValue', ['limit', is.scalar]);

/** Each element of each gradient clipped to [-limit, limit]. */
export const clipByValue = (limit: number): Optimizer => {
  clipByValueArgs(limit);
  return {
    init: () => null,
    update: (grads, state) => [map(grads, (g) => clip(g, -limit, limit)) as typeof grads, state],
  };
};
