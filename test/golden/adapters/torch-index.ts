// Indexing in PyTorch's order.
import * as ops from '../../../src/tensor/ops/index.ts';
import { Tensor } from '../../../src/tensor/tensor.ts';

const isTensor = (p: ops.IndexPart): p is Tensor => p instanceof Tensor;

/**
 * x[...]. PyTorch takes numbers, slices and new axes first, and then the tensors together: a number beside
 * tensors is no tensor to it, as it is to NumPy.
 */
export function index(x: Tensor, given: readonly ops.IndexPart[]): Tensor {
  if (!given.some(isTensor)) return ops.at(x, given);
  const used = given.filter((p) => p !== null && p !== '...').length;
  const all = given.includes('...') ? given : [...given, '...' as const];
  const whole = new Array<ops.IndexPart>(x.rank - used).fill({});
  const full = all.flatMap((p) => (p === '...' ? whole : [p]));
  const first = ops.at(
    x,
    full.map((p) => (isTensor(p) ? {} : p)),
  );
  const left = full.filter((p) => typeof p !== 'number');
  return ops.at(
    first,
    left.map((p) => (isTensor(p) ? p : {})),
  );
}
