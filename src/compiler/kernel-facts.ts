// What the compiler knows of each special kernel: its arithmetic, what it reads and writes, and whether it
// takes operands with strides. A kernel is an entry here and one in the table of each backend that has it.

import type { Aval } from '../tensor/aval.ts';
import type { KernelSpec, MatmulSpec, SpecOf, StridedView } from '../tensor/kernels.ts';
import { sizeOf } from '../tensor/shape.ts';

/** Facts about the kernels of one kind. */
export interface KernelFacts<S extends KernelSpec> {
  /** Operations: 2 for each multiplication and addition of its definition, whatever algorithm runs. */
  flops(s: S): number;
  /** Elements of each result. */
  results(s: S): number[];
  /** Elements that are read of each operand, if not all of them. */
  reads?(s: S): number[];
  /** The specification for operands that are views; without it, operands are contiguous. */
  withStrides?(s: S, views: readonly (StridedView | undefined)[], operands: readonly Aval[]): S;
}

// Puts the strides of views in place of the contiguous ones. Operands: [...batch, rows, columns].
function matmulWithStrides(
  spec: MatmulSpec,
  views: readonly (StridedView | undefined)[],
  operands: readonly Aval[],
): MatmulSpec {
  const side = (
    k: 0 | 1,
    own: MatmulSpec['a'],
    batchKey: 'a' | 'b',
  ): { matrix: MatmulSpec['a']; batch: number[] } => {
    const view = views[k];
    if (!view) return { matrix: own, batch: spec.batch.map((b) => b[batchKey]) };
    const n = view.strides.length;
    const shape = operands[k].shape;
    const matrix = { row: view.strides[n - 2], col: view.strides[n - 1], offset: view.offset };
    const skip = spec.batch.length - (n - 2);
    const batch = spec.batch.map((_, i) =>
      i < skip || shape[i - skip] === 1 ? 0 : view.strides[i - skip],
    );
    return { matrix, batch };
  };
  const a = side(0, spec.a, 'a');
  const b = side(1, spec.b, 'b');
  return {
    ...spec,
    a: a.matrix,
    b: b.matrix,
    batch: spec.batch.map((dim, i) => ({ size: dim.size, a: a.batch[i], b: b.batch[i] })),
  };
}

const table: { readonly [K in KernelSpec['kind']]: KernelFacts<SpecOf<K>> } = {
  matmul: {
    flops: (s) => 2 * s.m * s.n * s.k * sizeOf(s.batch.map((b) => b.size)),
    results: (s) => [s.m * s.n * sizeOf(s.batch.map((b) => b.size))],
    reads(s) {
      const distinct = (side: 'a' | 'b'): number =>
        sizeOf(s.batch.map((b) => (b[side] === 0 ? 1 : b.size)));
      return [s.m * s.k * distinct('a'), s.k * s.n * distinct('b')];
    },
    withStrides: matmulWithStrides,
  },
  conv2d: {
    flops: (s) => 2 * s.n * s.oh * s.ow * s.oc * s.kh * s.kw * (s.c / s.groups),
    results(s) {
      if (s.pass === 'forward') return [s.n * s.oh * s.ow * s.oc];
      if (s.pass === 'inputGrad') return [s.n * s.h * s.w * s.c];
      return [s.kh * s.kw * (s.c / s.groups) * s.oc];
    },
  },
  scan: {
    flops: (s) => s.outer * s.length * s.inner,
    results: (s) => [s.outer * s.length * s.inner],
  },
  argsort: {
    flops: (s) => s.rows * s.n * Math.ceil(Math.log2(Math.max(s.n, 2))),
    results: (s) => [s.rows * s.n],
  },
  scatterAdd: {
    flops: (s) => s.count * s.inner,
    results: (s) => [s.rows * s.inner],
  },
  attention: {
    flops({ pass, batch, dim, valueDim, queries, keys, causal }) {
      // scores and weighted values; scores again, their gradient, and a product for each result
      const widths = { forward: dim + valueDim, backward: 3 * dim + 2 * valueDim };
      return 2 * sizeOf(batch) * queries * keys * widths[pass] * (causal ? 0.5 : 1);
    },
    results(s) {
      const rows = sizeOf(s.batch);
      if (s.pass === 'forward') return [rows * s.queries * s.valueDim, rows * s.queries];
      return [rows * s.queries * s.dim, rows * s.keys * s.dim, rows * s.keys * s.valueDim];
    },
    withStrides: (s, views) => ({ ...s, operands: s.operands.map((own, k) => views[k] ?? own) }),
  },
};

/** The facts about a kernel of this kind. */
export const factsOf = (spec: KernelSpec): KernelFacts<KernelSpec> => table[spec.kind];
