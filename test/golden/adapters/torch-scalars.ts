// PyTorch takes a tensor without dimensions as a vector of one element wherever a dimension is named:
// 0 and -1 are its dimensions, and an index into it is 0. Ours has none, so such calls are made on vectors.
import * as ops from '../../../src/tensor/ops/index.ts';
import { Tensor } from '../../../src/tensor/tensor.ts';
import type { Args, Definition, Definitions, Returned } from './torch-call.ts';

// these change the number of dimensions, or take sizes for dimensions
const others = new Set(
  'aminmax unsqueeze unflatten stack cat concat flatten squeeze expand tile permute repeat diag_embed'.split(
    ' ',
  ),
);
// the last dimension where none is named
const byDefault = new Set(
  'sort argsort msort topk kthvalue normalize cosine_similarity glu diff'.split(' '),
);

const isScalar = (x: unknown): x is Tensor => x instanceof Tensor && x.rank === 0;
const isNumber = (x: unknown): boolean => typeof x === 'number';

const named = (a: Args): boolean =>
  [a.dim, a.dims, a.dim0, a.axis0].some((d: unknown) =>
    Array.isArray(d) ? d.length > 0 && d.every(isNumber) : isNumber(d),
  );

// back to no dimensions, or to those of the index that picked the elements
function narrowed(out: Returned, shape: readonly number[]): Returned {
  const back = (y: Tensor): Tensor => (y.size === 1 ? ops.reshape(y, shape) : y);
  if (out instanceof Tensor) return back(out);
  if (Array.isArray(out)) return out.map(back);
  const { values, indices } = out as { values: Tensor; indices: Tensor };
  return { values: back(values), indices: back(indices) };
}

const picking = new Set(['gather', 'take_along_dim']);

function lifted(name: string, [signature, apply]: Definition): Definition {
  return [
    signature,
    (a) => {
      const x = a.input ?? a.x ?? a.x1;
      if (!isScalar(x) || !(named(a) || byDefault.has(name))) return apply(a);
      const wide = Object.entries(a).map(([k, v]) => [k, isScalar(v) ? ops.reshape(v, [1]) : v]);
      const index = (a.index ?? a.indices) as Tensor | undefined;
      const shape = picking.has(name) ? (index?.shape ?? []) : [];
      return narrowed(apply(Object.fromEntries(wide)), shape);
    },
  ];
}

/** The same functions, which take scalars as PyTorch does. */
export const withScalars = (table: Definitions): Definitions =>
  Object.fromEntries(
    Object.entries(table).map(([name, d]) => [name, others.has(name) ? d : lifted(name, d)]),
  );
