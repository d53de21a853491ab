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

/** Geometry shared by the three passes of a convolution: x [n,h,w,c], w [kh,kw,c/groups,oc], y [n,oh,ow,oc]. */
export interface ConvGeometry {
  readonly n: number;
  readonly h: number;
  readonly w: number;
  readonly c: number;
  readonly kh: number;
  readonly kw: number;
  readonly oc: number;
  readonly oh: number;
  readonly ow: number;
  readonly stride: readonly [number, number];
  /** top, bottom, left, right */
  readonly padding: readonly [number, number, number, number];
  readonly dilation: readonly [number, number];
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

/** Every special kernel. */
export type KernelSpec = MatmulSpec | ConvSpec | ScanSpec | ArgsortSpec | ScatterAddSpec;
