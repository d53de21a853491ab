// Computations that are more than "each element is an expression of others": products, convolutions,
// scans, sorts and scatters. An operation names one of these and a backend brings a kernel for it; for
// products and convolutions a generic reduction (`fallback` of the lowering) serves the rest.

/** c[batch, m, n] = a[batch, m, k] b[batch, k, n]; strides in elements, c contiguous. */
export interface MatmulSpec {
  readonly kind: 'matmul';
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly a: { readonly row: number; readonly col: number; readonly offset: number };
  readonly b: { readonly row: number; readonly col: number; readonly offset: number };
  /** Batch dimensions, outermost first, with the strides of a and b (0 where broadcast). */
  readonly batch: readonly { readonly size: number; readonly a: number; readonly b: number }[];
}

/** Windows of kh x kw taps over an image h x w that give oh x ow positions. */
export interface WindowGeometry {
  readonly h: number;
  readonly w: number;
  readonly kh: number;
  readonly kw: number;
  readonly oh: number;
  readonly ow: number;
  readonly stride: readonly [number, number];
  /** top, bottom, left, right */
  readonly padding: readonly [number, number, number, number];
  readonly dilation: readonly [number, number];
}

/** Windows over images [n, h, w, c] that treat channels alike. */
export interface PoolGeometry extends WindowGeometry {
  readonly n: number;
  readonly c: number;
}

/** Geometry shared by the three passes of a convolution: x [n,h,w,c], w [kh,kw,c/groups,oc], y [n,oh,ow,oc]. */
export interface ConvGeometry extends PoolGeometry {
  readonly oc: number;
  readonly groups: number;
}

/**
 * One pass of the trilinear form sum y*conv(x, w): 'forward' (x, w) -> y, 'inputGrad' (dy, w) -> x,
 * 'weightGrad' (x, dy) -> w. All operands contiguous.
 */
export interface ConvSpec extends ConvGeometry {
  readonly kind: 'conv2d';
  readonly pass: 'forward' | 'inputGrad' | 'weightGrad';
}

/** Cumulative operation along the middle axis of [outer, length, inner]. */
export interface ScanSpec {
  readonly kind: 'scan';
  readonly op: 'sum' | 'prod' | 'max';
  readonly outer: number;
  readonly length: number;
  readonly inner: number;
  readonly reverse: boolean;
  readonly exclusive: boolean;
}

/** Stable order of each row of [rows, n] as i32 indices; NaN sorts last in both directions. */
export interface ArgsortSpec {
  readonly kind: 'argsort';
  readonly rows: number;
  readonly n: number;
  readonly descending: boolean;
}

/**
 * out = base [rows, inner]; then out[index[i]] += source[i, inner] for i in 0..count-1, in order.
 * Operands: base, index (i32), source. Indices outside 0..rows-1 are skipped.
 */
export interface ScatterAddSpec {
  readonly kind: 'scatterAdd';
  readonly rows: number;
  readonly inner: number;
  readonly count: number;
}

/** Where the elements of an operand lie: strides over its own dimensions (any where a size is 1). */
export interface StridedView {
  readonly strides: readonly number[];
  readonly offset: number;
}

/**
 * o = softmax(q k^T scale + mask) v without the matrix of scores, and its gradients.
 *
 * 'forward': (q, k, v[, mask]) -> (o, lse). 'backward': (q, k, v, do, lse, delta[, mask]) -> (dq, dk, dv),
 * where lse [...batch, queries, 1] is the logarithm of each row's sum of exponentials (0 in a row that
 * sees nothing) and delta [...batch, queries, 1] is rowSum(do * o) less the cotangent of lse.
 * q [queries, dim], k [keys, dim], v [keys, valueDim], o and do [queries, valueDim], and a float mask
 * [queries, keys] is added to the scores; below -1e20 it means that a query may not look. All operands
 * have every dimension in full (broadcast ones with strides of 0, which the planner fills in for views);
 * `operands[i]` says where operand i lies.
 *
 * Results are contiguous. lse is [...batch, queries, 1]. The others have their rows outside the heads,
 * which are the last `heads` batches: o and dq [batch / heads, queries, heads, columns], dk and dv
 * [batch / heads, keys, heads, columns]. With heads = 1 that is [...batch, rows, columns].
 */
export interface AttentionSpec {
  readonly kind: 'attention';
  readonly pass: 'forward' | 'backward';
  /** Sizes, outermost first; all sizes here are >= 1. */
  readonly batch: readonly number[];
  /** The last batch dimension if results interleave it with rows; otherwise 1. */
  readonly heads: number;
  readonly queries: number;
  readonly keys: number;
  readonly dim: number;
  readonly valueDim: number;
  readonly scale: number;
  /** Query i sees keys j <= i + keys - queries. */
  readonly causal: boolean;
  /** The last operand is a mask. */
  readonly mask: boolean;
  /** One for each operand, over its dimensions [...batch, rows, columns]. */
  readonly operands: readonly StridedView[];
}

/** Every special kernel. */
export type KernelSpec =
  | MatmulSpec
  | ConvSpec
  | ScanSpec
  | ArgsortSpec
  | ScatterAddSpec
  | AttentionSpec;

/** The specification of one kind of kernel. */
export type SpecOf<K extends KernelSpec['kind']> = Extract<KernelSpec, { kind: K }>;
