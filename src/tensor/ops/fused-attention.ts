// Attention as fused calls: a device with the kernel never holds the matrix of scores (Dao et al. 2022,
// arXiv:2205.14135), every other one runs the same computation in plain operations, written here. Forward
// gives o and the logarithm of each row's sum, lse; backward makes the weights again as e^(score - lse).
// The cotangent of row i of the scores is p (dp - delta), delta = sum(do * o) - dlse: one number a row.

import type { Aval } from '../aval.ts';
import type { AttentionSpec } from '../kernels.ts';
import { broadcastShapes } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { add, div, mul, sub, where } from './arithmetic.ts';
import { type Fusion, fusedCall } from './call.ts';
import { equal, greater, lessEqual, logicalAnd } from './comparison.ts';
import { zerosLike } from './create.ts';
import { iota } from './iota.ts';
import { matmul } from './matmul.ts';
import { widenHalf } from './precision.ts';
import { swapAxes } from './rearrange.ts';
import { max, sum } from './reduce.ts';
import { exp, log } from './transcendental.ts';
import { broadcastTo, cast } from './views.ts';

/** A masked score: large, but finite, so that a row of them makes no NaN. */
const masked = -1e30;

/** Values of a float mask from here down mean that a query may not look. */
const hidden = -1e20;

/** True where query i, which stands at key i + `first`, may see key j: j <= i + first. */
export const causalMask = (
  queries: number,
  keys: number,
  first: TensorLike = keys - queries,
): Tensor => lessEqual(iota([1, keys], 1), add(iota([queries, 1], 0), first));

interface Scoring {
  readonly scale: number;
  readonly causal: boolean;
}

/** What a fused attention computes beside its operands' shapes. */
interface Settings extends Scoring {
  /** The last operand is a mask. */
  readonly mask: boolean;
}

const last = { keepDims: true } as const;
const transpose = (x: Tensor): Tensor => swapAxes(x, -1, -2);

// [batch, heads, rows, columns] <-> [batch, rows, heads, columns], how kernels lay out their results:
// joining the heads is then a view. Of lower ranks nothing moves.
const swapHeads = (x: Tensor): Tensor => (x.rank >= 4 ? swapAxes(x, -3, -2) : x);

const contiguous = (shape: readonly number[]): { strides: number[]; offset: number } => {
  let stride = 1;
  const strides = [...shape].reverse().map((n) => {
    const own = stride;
    stride *= n;
    return own;
  });
  return { strides: strides.reverse(), offset: 0 };
};

const specOf = (
  pass: AttentionSpec['pass'],
  settings: Settings,
  operands: readonly Aval[],
): AttentionSpec => {
  const [q, k, v] = operands.map((x) => x.shape);
  const batch = q.slice(0, -2);
  return {
    kind: 'attention',
    pass,
    ...settings,
    batch,
    heads: batch.length >= 2 ? batch[batch.length - 1] : 1,
    queries: q[q.length - 2],
    keys: k[k.length - 2],
    dim: q[q.length - 1],
    valueDim: v[v.length - 1],
    operands: operands.map((x) => contiguous(x.shape)),
  };
};

/**
 * Scores [..., queries, keys], a large negative number where a query may not look, and where it may
 * (undefined: everywhere). The mask is bool or float; f16 would overflow, so scores of it are f32.
 */
export function scoresOf(
  settings: Scoring,
  q: Tensor,
  k: Tensor,
  mask?: Tensor,
): { scores: Tensor; allowed?: Tensor } {
  let scores = mul(matmul(widenHalf(q), transpose(widenHalf(k))), settings.scale);
  const [queries, keys] = scores.shape.slice(-2);
  let allowed = settings.causal ? causalMask(queries, keys) : undefined;
  if (mask) {
    const sees = mask.isFloat ? greater(mask, hidden) : mask;
    if (mask.isFloat) scores = add(scores, cast(where(sees, mask, 0), scores.dtype));
    allowed = allowed ? logicalAnd(sees, allowed) : sees;
  }
  return { scores: allowed ? where(allowed, scores, masked) : scores, allowed };
}

/** The weights from scores and lse, and the cotangent of the scores before scaling. */
function weightsAndCotangent(settings: Settings, operands: readonly Tensor[]): [Tensor, Tensor] {
  const [q, k, v, ct, lse, delta, mask] = operands;
  const { scores, allowed } = scoresOf(settings, q, k, mask);
  const seen = exp(sub(scores, lse));
  const p = allowed ? where(allowed, seen, 0) : seen;
  return [p, mul(p, sub(matmul(widenHalf(ct), transpose(widenHalf(v))), delta))];
}

function gradients(operands: readonly Tensor[], settings: Settings): Tensor[] {
  const plain = ([q, k, v, ct, ...rest]: Tensor[]): Tensor[] => {
    const [p, d] = weightsAndCotangent(settings, [q, k, v, ct, ...rest]);
    const ds = mul(d, settings.scale);
    return [
      cast(swapHeads(matmul(ds, widenHalf(k))), q.dtype),
      cast(swapHeads(matmul(transpose(ds), widenHalf(q))), k.dtype),
      cast(swapHeads(matmul(transpose(p), widenHalf(ct))), v.dtype),
    ];
  };
  const kernel = (avals: readonly Aval[]): AttentionSpec => specOf('backward', settings, avals);
  return fusedCall(plain, operands, { name: 'attentionGradient', kernel });
}

function forward(operands: readonly Tensor[], settings: Settings): [o: Tensor, lse: Tensor] {
  const plain = ([q, k, v, mask]: Tensor[]): Tensor[] => {
    const { scores, allowed } = scoresOf(settings, q, k, mask);
    const top = max(scores, -1, last);
    const seen = exp(sub(scores, top));
    const e = allowed ? where(allowed, seen, 0) : seen;
    const total = sum(e, -1, last);
    const empty = equal(total, 0);
    const o = div(matmul(e, widenHalf(v)), where(empty, 1, total));
    return [cast(swapHeads(o), v.dtype), where(empty, 0, add(top, log(total)))];
  };
  const rule: Fusion['rule'] = ([ct, lseCt], { operands: [q, k, v, mask], results, needs }) => {
    const [o, lse] = results;
    const g = ct ?? zerosLike(o);
    const products = swapHeads(sum(mul(widenHalf(g), widenHalf(o)), -1, last));
    const delta = lseCt ? sub(products, lseCt) : products;
    const inputs = [q, k, v, swapHeads(g), lse, delta, ...(mask ? [mask] : [])];
    const grads = needs.slice(0, 3).includes(true)
      ? gradients(inputs, settings).map(swapHeads)
      : [null, null, null];
    return mask ? [...grads, needs[3] ? weightsAndCotangent(settings, inputs)[1] : null] : grads;
  };
  const kernel = (avals: readonly Aval[]): AttentionSpec => specOf('forward', settings, avals);
  const results = fusedCall(plain, operands, { name: 'attention', kernel, rule });
  return [results[0], results[1]];
}

/**
 * softmax(q k^T scale + mask) v as a fused call, for q, k, v of one dtype (f32 or f16) and a mask of
 * bool or float that broadcasts to [..., queries, keys].
 */
export function fusedAttention(
  q: Tensor,
  k: Tensor,
  v: Tensor,
  { mask, scale, causal }: { mask?: Tensor; scale: number; causal: boolean },
): Tensor {
  const outer = (x: Tensor): readonly number[] => x.shape.slice(0, -2);
  const batch = [k, v].reduce(
    (shape, x) => broadcastShapes(shape, outer(x), 'attention'),
    outer(q),
  );
  const [queries, keys] = [q.shape[q.rank - 2], k.shape[k.rank - 2]];
  const operands = [q, k, v].map((x) => broadcastTo(x, [...batch, ...x.shape.slice(-2)]));
  if (mask) {
    const added = mask.isFloat ? cast(mask, 'f32') : where(mask, 0, masked);
    operands.push(broadcastTo(added, [...batch, queries, keys]));
  }
  return swapHeads(forward(operands, { scale, causal, mask: mask !== undefined })[0]);
}
