// Fused attention without the matrix of scores: for each matrix of the batch, a block of rows of q
// meets blocks of keys, and the scores between them live in a piece of scratch memory that the caches
// hold (the idea of Dao et al. 2022, arXiv:2205.14135). Forwards a block has all keys of some rows, so
// the softmax is the plain one in two passes. Backwards blocks are cut both ways, and weights come back
// as e^(score - lse). Products run on the register tile, whose right sides are packed once per matrix.

import type { AttentionSpec } from '../../../tensor/kernels.ts';
import { sizeOf } from '../../../tensor/shape.ts';
import { emitParts, isDivisible, productTime, type Split } from '../threads/split.ts';
import {
  type FunctionBuilder,
  type Local,
  ModuleBuilder,
  type Operand,
} from '../wasm/assembler.ts';
import { type Simd, usualSimd } from '../wasm/simd.ts';
import { emitBackward } from './attention-backward.ts';
import { emitForward } from './attention-forward.ts';
import type { MatrixStrides } from './product.ts';
import type { Kernel } from './tile.ts';

/** Strides over the batch of a result [batch / heads, rows, heads, columns]. */
const resultStrides = (
  batch: readonly number[],
  rows: number,
  heads: number,
  columns: number,
): number[] => {
  let stride = rows * columns;
  const strides = [...batch].reverse().map((size, i) => {
    const own = i === 0 && heads > 1 ? columns : stride;
    stride *= size;
    return own;
  });
  return strides.reverse();
};

/** Calls `each` with pointers to the operands and results of matrices from..to. */
const emitBatch = (
  f: FunctionBuilder,
  batch: readonly number[],
  strides: readonly (readonly number[])[],
  pointers: readonly Local[],
  [from, to]: readonly [Operand, Operand],
  each: (own: readonly Local[]) => void,
): void => {
  const [z, rest, index] = [f.local('i32'), f.local('i32'), f.local('i32')];
  const own = strides.map(() => f.local('i32'));
  f.for(z, from, to, 1, () => {
    own.forEach((p, i) => f.get(pointers[i]!).set(p));
    f.get(z).set(rest);
    for (let d = batch.length - 1; d >= 0; d--) {
      f.get(rest).i32Const(batch[d]!).op('i32.rem_u').set(index);
      f.get(rest).i32Const(batch[d]!).op('i32.div_u').set(rest);
      own.forEach((p, i) => {
        const stride = strides[i]![d]!;
        if (stride)
          f.inc(p, () =>
            f
              .get(index)
              .i32Const(4 * stride)
              .op('i32.mul'),
          );
      });
    }
    each(own);
  });
};

/** Floating-point operations of a kernel; a causal one does about half of them. */
const operations = ({
  pass,
  batch,
  queries,
  keys,
  dim,
  valueDim,
  causal,
}: AttentionSpec): number => {
  const columns = pass === 'forward' ? dim + valueDim : 3 * dim + 2 * valueDim;
  return (2 * sizeOf(batch) * queries * keys * columns) / (causal ? 2 : 1);
};

/**
 * Generates an attention kernel: run(operands..., results..., scratch), byte pointers. `offsets` are to
 * be added to the pointers of operands.
 */
export const attentionKernel = (
  spec: AttentionSpec,
  simd: Simd = usualSimd(),
): Kernel & { readonly offsets: readonly number[] } => {
  const { batch, heads, queries, keys, dim, valueDim, scale, causal } = spec;
  const forward = spec.pass === 'forward';
  const matrices = spec.operands.map(({ strides }) => ({
    row: strides[batch.length]!,
    col: strides[batch.length + 1]!,
  }));
  const [q, k, v, cotangent, lse, delta] = matrices as [
    MatrixStrides,
    MatrixStrides,
    MatrixStrides,
    MatrixStrides,
    MatrixStrides,
    MatrixStrides,
  ];
  const mask = spec.mask ? matrices.at(-1) : undefined;
  const one = { heads, queries, keys, dim, valueDim, scale, causal, q, k, v, mask, simd };
  const m = new ModuleBuilder();
  const { index, scratchBytes } = forward
    ? emitForward(m, one)
    : emitBackward(m, { ...one, cotangent, lse, delta });

  const results = forward
    ? [
        [queries, heads, valueDim],
        [queries, 1, 1],
      ]
    : [
        [queries, heads, dim],
        [keys, heads, dim],
        [keys, heads, valueDim],
      ];
  const strides = [
    ...spec.operands.map((o) => o.strides),
    ...results.map(([rows, h, columns]) => resultStrides(batch, rows!, h!, columns!)),
  ];
  const extent = sizeOf(batch);
  const body = (f: FunctionBuilder, all: readonly Local[], from: Operand, to: Operand) =>
    emitBatch(f, batch, strides, all, [from, to], (own) => {
      for (const p of [...own, all.at(-1) as Local]) f.get(p);
      f.call(index);
    });
  const split: Split = { extent, step: 1, work: productTime(operations(spec)), repeated: 0 };
  const divisible = isDivisible(split);
  if (divisible) emitParts(m, strides.length + 1, extent, body);
  else {
    const params = [...strides, 'scratch'].map(() => 'i32' as const);
    m.func(params, [], (f, all) => body(f, all, 0, extent), 'run');
  }
  const operands = forward ? 'q k v' : 'q k v do lse delta';
  return {
    bytes: m.finish(),
    scratchBytes,
    args: `${operands}${mask ? ' mask' : ''} ${forward ? 'o lse' : 'dq dk dv'} scratch`,
    offsets: spec.operands.map((o) => 4 * o.offset),
    split: divisible ? split : undefined,
  };
};
