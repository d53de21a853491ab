// Attention and its gradients by plain loops in float64, for the tests of the fused kernels, and the
// shapes that they go through. Shares no code with any generator.
import type { AttentionSpec, StridedView } from '../../src/tensor/kernels.ts';

type Values = ArrayLike<number>;

const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);

/** A spec of contiguous operands; `strides` replaces those of some operands. */
export function attentionSpec(
  given: Partial<AttentionSpec> & Pick<AttentionSpec, 'pass' | 'queries' | 'keys'>,
  views: Readonly<Record<number, StridedView>> = {},
): AttentionSpec {
  const spec = {
    kind: 'attention' as const,
    batch: [] as readonly number[],
    heads: 1,
    dim: 8,
    valueDim: 8,
    scale: 0.5,
    causal: false,
    mask: false,
    ...given,
  };
  const { queries, keys, dim, valueDim } = spec;
  const shapes = [
    [queries, dim],
    [keys, dim],
    [keys, valueDim],
    ...(spec.pass === 'backward'
      ? [
          [queries, valueDim],
          [queries, 1],
          [queries, 1],
        ]
      : []),
    ...(spec.mask ? [[queries, keys]] : []),
  ];
  const operands = shapes.map((shape, i): StridedView => {
    if (views[i]) return views[i];
    const sizes = [...spec.batch, ...shape];
    return { strides: sizes.map((_, d) => product(sizes.slice(d + 1))), offset: 0 };
  });
  return { ...spec, operands };
}

/** Elements that operand i needs in memory. */
export function operandSize(spec: AttentionSpec, i: number): number {
  const { queries, keys, dim, valueDim, batch } = spec;
  const shapes = [
    [queries, dim],
    [keys, dim],
    [keys, valueDim],
    ...(spec.pass === 'backward'
      ? [
          [queries, valueDim],
          [queries, 1],
          [queries, 1],
        ]
      : []),
    [queries, keys],
  ];
  const { strides, offset } = spec.operands[i];
  const last = [...batch, ...shapes[i]].reduce(
    (at, n, d) => at + Math.max(0, (n - 1) * strides[d]),
    offset,
  );
  return last + 1;
}

/** Sizes of the results. */
export function resultSizes(spec: AttentionSpec): number[] {
  const { queries, keys, dim, valueDim } = spec;
  const n = product(spec.batch);
  return spec.pass === 'forward'
    ? [n * queries * valueDim, n * queries]
    : [n * queries * dim, n * keys * dim, n * keys * valueDim];
}

/** The results of an attention kernel for its operands, and their lse and delta for the next pass. */
export function attentionReference(
  spec: AttentionSpec,
  operands: readonly Values[],
): Float64Array[] {
  const { batch, heads, queries, keys, dim, valueDim, scale, causal } = spec;
  const results = resultSizes(spec).map((n) => new Float64Array(n));
  for (let z = 0; z < product(batch); z++) {
    const index: number[] = [];
    for (let d = batch.length - 1, rest = z; d >= 0; d--) {
      index[d] = rest % batch[d];
      rest = Math.floor(rest / batch[d]);
    }
    const read = (o: number, i: number, c: number): number => {
      const { strides, offset } = spec.operands[o];
      const at = [...index, i, c].reduce((sum, x, d) => sum + x * strides[d], offset);
      return operands[o][at];
    };
    const place = (rows: number, columns: number, i: number, c: number): number =>
      ((Math.floor(z / heads) * rows + i) * heads + (z % heads)) * columns + c;
    const maskAt = spec.operands.length - 1;
    for (let i = 0; i < queries; i++) {
      const scores: number[] = [];
      for (let j = 0; j < keys; j++) {
        let s = 0;
        for (let c = 0; c < dim; c++) s += read(0, i, c) * read(1, j, c);
        s *= scale;
        const added = spec.mask ? read(maskAt, i, j) : 0;
        const seen = added > -1e20 && !(causal && j > i + keys - queries);
        scores.push(seen ? s + added : Number.NEGATIVE_INFINITY);
      }
      if (spec.pass === 'forward') {
        const top = scores.reduce((a, b) => (b > a ? b : a), Number.NEGATIVE_INFINITY);
        const empty = top === Number.NEGATIVE_INFINITY;
        const weights = scores.map((s) => (empty ? 0 : Math.exp(s - top)));
        const total = weights.reduce((a, b) => a + b, 0);
        for (let c = 0; c < valueDim; c++) {
          let o = 0;
          for (let j = 0; j < keys; j++) o += weights[j] * read(2, j, c);
          results[0][place(queries, valueDim, i, c)] = empty ? 0 : o / total;
        }
        results[1][z * queries + i] = empty ? 0 : top + Math.log(total);
        continue;
      }
      for (let j = 0; j < keys; j++) {
        const p = Math.exp(scores[j] - read(4, i, 0));
        let g = 0;
        for (let c = 0; c < valueDim; c++) {
          g += read(3, i, c) * read(2, j, c);
          results[2][place(keys, valueDim, j, c)] += p * read(3, i, c);
        }
        const d = p * (g - read(5, i, 0)) * scale;
        for (let c = 0; c < dim; c++) {
          results[0][place(queries, dim, i, c)] += d * read(1, j, c);
          results[1][place(keys, dim, j, c)] += d * read(0, i, c);
        }
      }
    }
  }
  return results;
}

type Given = Omit<Parameters<typeof attentionSpec>[0], 'pass'>;

/**
 * Values in [-1, 1) for the operands, multiples of 1 / grain if it is given: about a third of a mask's
 * entries hide keys, and all of the first row's.
 */
export function attentionOperands(
  spec: AttentionSpec,
  grain?: number,
): Float32Array<ArrayBuffer>[] {
  let state = 1;
  const operands = spec.operands.map((_, i) =>
    Float32Array.from({ length: operandSize(spec, i) }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      return grain ? Math.floor((grain * state) / 2 ** 31) / grain : state / 2 ** 31;
    }),
  );
  if (spec.mask) {
    const mask = operands[operands.length - 1];
    mask.forEach((x, i) => {
      if (x > 0.3 || i < spec.keys) mask[i] = i % 2 ? Number.NEGATIVE_INFINITY : -1e30;
    });
  }
  if (spec.pass === 'backward') {
    // the true lse, so that weights are weights
    const forward: AttentionSpec = {
      ...spec,
      pass: 'forward',
      operands: [...spec.operands.slice(0, 3), ...spec.operands.slice(6)],
    };
    const [, lse] = attentionReference(forward, [...operands.slice(0, 3), ...operands.slice(6)]);
    operands[4].set(lse);
  }
  return operands;
}

/** Shapes that the kernels meet: edges, heads, masks, strided and broadcast operands, wide rows. */
export const attentionCases: [
  name: string,
  given: Given,
  views?: (pass: AttentionSpec['pass']) => Record<number, StridedView>,
][] = [
  ['one matrix, odd sizes', { queries: 5, keys: 7, dim: 8, valueDim: 8 }],
  ['one query, one key, one column', { queries: 1, keys: 1, dim: 1, valueDim: 1 }],
  ['heads', { batch: [2, 3], heads: 3, queries: 13, keys: 29, dim: 12, valueDim: 5 }],
  ['causal', { batch: [2], queries: 33, keys: 33, dim: 16, valueDim: 16, causal: true }],
  [
    'causal, fewer keys than queries, masked',
    { queries: 70, keys: 61, dim: 16, valueDim: 3, causal: true, mask: true },
  ],
  ['causal, more keys than queries', { queries: 12, keys: 70, dim: 9, valueDim: 16, causal: true }],
  ['masked', { batch: [2], queries: 45, keys: 140, dim: 16, valueDim: 20, mask: true }],
  ['several blocks', { queries: 150, keys: 301, dim: 36, valueDim: 40, scale: 2 }],
  ['several blocks, causal', { queries: 150, keys: 151, dim: 4, valueDim: 8, causal: true }],
  ['wide rows', { queries: 9, keys: 35, dim: 70, valueDim: 136 }],
  [
    'slices of one projection, transposed cotangents',
    { batch: [2, 2], heads: 2, queries: 10, keys: 10, dim: 8, valueDim: 8 },
    () => ({
      0: { strides: [480, 8, 48, 1], offset: 0 },
      1: { strides: [480, 8, 48, 1], offset: 16 },
      2: { strides: [480, 8, 48, 1], offset: 32 },
      // a forward pass has no operand 3
      3: { strides: [160, 8, 16, 1], offset: 0 },
    }),
  ],
  [
    'reversed queries, keys by columns, broadcast values and mask',
    { batch: [3], queries: 14, keys: 11, dim: 6, valueDim: 7, mask: true },
    (pass) => ({
      0: { strides: [84, -6, 1], offset: 78 },
      1: { strides: [66, 1, 11], offset: 2 },
      2: { strides: [0, 7, 1], offset: 0 },
      [pass === 'forward' ? 3 : 6]: { strides: [0, 11, 1], offset: 0 },
    }),
  ],
  [
    'mask of keys',
    { batch: [2], queries: 9, keys: 13, dim: 5, valueDim: 6, mask: true },
    (pass) => ({ [pass === 'forward' ? 3 : 6]: { strides: [13, 0, 1], offset: 0 } }),
  ],
];
