import * as is from '../tensor/arguments.ts';

// Dense matrices in float64 on the host, for statistics whose digits matter more than their speed: products,
// a Cholesky factorisation that knows its rank, and the eigenvalues of symmetric matrices by Householder's
// reduction to tridiagonal form and the implicit QL method (Golub and Van Loan, Matrix Computations, sections
// 8.3, 10.3 and 4.2.8). Matrices are row-major; inner loops run along rows, two rows by two at a time.

// a panel of b that stays in cache: rows and length of a stretch of them
const panelRows = 64;
const panelLength = 256;

/** out [m, n] += a [m, k] bᵀ for b [n, k]; with `lower` nothing beyond the diagonal's block is needed. */
export function addProduct(
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  [m, n, k]: readonly [number, number, number],
  lower = false,
): void {
  for (let from = 0; from < k; from += panelLength) {
    const to = Math.min(from + panelLength, k);
    for (let j = 0; j < n; j += panelRows) {
      const rows = Math.min(j + panelRows, n);
      for (let i = lower ? j & ~1 : 0; i < m; i += 2) {
        twoRows(out, a, b, i, Math.min(i + 1, m - 1), j, rows, n, k, from, to);
      }
    }
  }
}

// Rows i and i1 of out (the same one at an odd end) at the columns j0 .. j1: four sums at a time.
function twoRows(
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  i: number,
  i1: number,
  j0: number,
  j1: number,
  n: number,
  k: number,
  from: number,
  to: number,
): void {
  for (let j = j0; j < j1; j += 2) {
    const next = Math.min(j + 1, j1 - 1);
    let s00 = 0;
    let s01 = 0;
    let s10 = 0;
    let s11 = 0;
    for (let p = from; p < to; p++) {
      const x0 = a[i * k + p];
      const x1 = a[i1 * k + p];
      const y0 = b[j * k + p];
      const y1 = b[next * k + p];
      s00 += x0 * y0;
      s01 += x0 * y1;
      s10 += x1 * y0;
      s11 += x1 * y1;
    }
    out[i * n + j] += s00;
    if (next > j) out[i * n + next] += s01;
    if (i1 === i) continue;
    out[i1 * n + j] += s10;
    if (next > j) out[i1 * n + next] += s11;
  }
}

/** Copies the lower triangle of a square matrix to the upper one. */
export function mirror(a: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) a[j * n + i] = a[i * n + j];
}

/**
 * A factor of a symmetric positive semidefinite matrix a [n, n]: a = Lᵀ L for the L [rank, n] given back.
 * Pivots are taken in order of size and stop at rounding, n 2^-52 times the largest, so matrices of
 * lower rank (fewer samples than features) have no noise in place of their zeros.
 */
export function choleskyRows(a: Float64Array, n: number): { rows: Float64Array; rank: number } {
  const l = new Float64Array(n * n); // l[i, k], rows in the matrix's own order
  const rest = Float64Array.from({ length: n }, (_, i) => a[i * n + i]);
  const smallest = rest.reduce((x, y) => Math.max(x, y), 0) * n * 2 ** -52;
  const taken = new Uint8Array(n);
  let rank = 0;
  for (; rank < n; rank++) {
    let pivot = -1;
    for (let i = 0; i < n; i++) {
      if (!taken[i] && (pivot < 0 || rest[i] > rest[pivot])) pivot = i;
    }
    if (!(rest[pivot] > smallest)) break;
    taken[pivot] = 1;
    const root = Math.sqrt(rest[pivot]);
    const at = pivot * n;
    l[at + rank] = root;
    for (let i = 0; i < n; i++) {
      if (taken[i]) continue;
      let s = a[i * n + pivot];
      for (let p = 0, q = i * n; p < rank; p++) s -= l[q + p] * l[at + p];
      const value = s / root;
      l[i * n + rank] = value;
      rest[i] -= value * value;
    }
  }
  const rows = new Float64Array(rank * n);
  for (let i = 0; i < n; i++) for (let k = 0; k < rank; k++) rows[k * n + i] = l[i * n + k];
  return { rows, rank };
}

/** Eigenvalues ascending and, where asked for, eigenvectors [n, n], one a row. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors?: Float64Array;
}

const symmetricEigenArgs = is.signature(
  'metrics.symmetricEigen',
  ['matrix', is.instance('a Float64Array', Float64Array)],
  ['n', is.size],
  ['vectors', is.boolean],
);

/**
 * Eigenvalues of a symmetric matrix [n, n], of which the lower triangle is read.
 * @param vectors also the eigenvectors, orthonormal (about three times the work)
 */
export function symmetricEigen(matrix: Float64Array, n: number, vectors = false): SymmetricEigen {
  symmetricEigenArgs(matrix, n, vectors);
  const a = matrix.slice();
  const { diagonal, beside, reflections } = tridiagonal(a, n);
  const rows = vectors ? joined(reflections, n) : undefined;
  implicitQl(diagonal, beside, rows, n);
  const order = Array.from(diagonal.keys()).sort((i, j) => diagonal[i] - diagonal[j]);
  return {
    values: Float64Array.from(order, (i) => diagonal[i]),
    ...(rows && { vectors: sorted(rows, order, n) }),
  };
}

function sorted(rows: Float64Array, order: readonly number[], n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (const [to, from] of order.entries()) out.set(rows.subarray(from * n, from * n + n), to * n);
  return out;
}

// A -> H A H with H = 1 - beta v vᵀ, column by column. Only the lower triangle is kept up to date.
function tridiagonal(a: Float64Array, n: number) {
  const [diagonal, beside] = [new Float64Array(n), new Float64Array(n)];
  const reflections: { v: Float64Array; beta: number }[] = [];
  for (let k = 0; k + 1 < n; k++) {
    diagonal[k] = a[k * n + k];
    const first = k + 1;
    const v = new Float64Array(n); // zero up to k
    let below = 0;
    for (let i = first; i < n; i++) {
      v[i] = a[i * n + k];
      if (i > first) below += v[i] * v[i];
    }
    if (below === 0) {
      beside[k] = v[first];
      reflections.push({ v, beta: 0 });
      continue;
    }
    const length = Math.sqrt(v[first] ** 2 + below);
    const target = v[first] > 0 ? -length : length;
    beside[k] = target;
    v[first] -= target;
    const beta = 2 / (v[first] ** 2 + below);
    reflections.push({ v, beta });
    // p = beta A v, from one half of A
    const p = new Float64Array(n);
    for (let i = first; i < n; i++) {
      const row = i * n;
      const vi = v[i];
      let s = 0;
      for (let j = first; j < i; j++) {
        const x = a[row + j];
        s += x * v[j];
        p[j] += x * vi;
      }
      p[i] += s + a[row + i] * vi;
    }
    let projection = 0;
    for (let i = first; i < n; i++) projection += v[i] * p[i];
    const half = (beta * beta * projection) / 2;
    for (let i = first; i < n; i++) p[i] = beta * p[i] - half * v[i];
    for (let i = first; i < n; i++) {
      const row = i * n;
      const vi = v[i];
      const pi = p[i];
      for (let j = first; j <= i; j++) a[row + j] -= vi * p[j] + pi * v[j];
    }
  }
  diagonal[n - 1] = a[n * n - 1];
  return { diagonal, beside, reflections };
}

// The transposed product of the reflections: rows that turn the tridiagonal form back.
function joined(reflections: readonly { v: Float64Array; beta: number }[], n: number) {
  const rows = new Float64Array(n * n);
  for (let i = 0; i < n; i++) rows[i * n + i] = 1;
  // Qᵀ = (H_1 ... H_m)ᵀ, built as rows of Q's transpose: each row r loses beta (r v) v
  for (const { v, beta } of [...reflections].reverse()) {
    if (beta === 0) continue;
    for (let i = 0; i < n; i++) {
      const row = i * n;
      let s = 0;
      for (let j = 0; j < n; j++) s += rows[row + j] * v[j];
      if (s === 0) continue;
      s *= beta;
      for (let j = 0; j < n; j++) rows[row + j] -= s * v[j];
    }
  }
  return rows;
}

// Wilkinson's shifts, rotations from the bottom up; rows of vectors are rotated along.
function implicitQl(
  d: Float64Array,
  e: Float64Array,
  rows: Float64Array | undefined,
  n: number,
): void {
  for (let low = 0; low < n; low++) {
    for (;;) {
      let high = low;
      while (
        high + 1 < n &&
        Math.abs(e[high]) > 2 ** -53 * (Math.abs(d[high]) + Math.abs(d[high + 1]))
      )
        high++;
      if (high === low) break;
      const g0 = (d[low + 1] - d[low]) / (2 * e[low]);
      const r0 = Math.hypot(g0, 1);
      let g = d[high] - d[low] + e[low] / (g0 + (g0 < 0 ? -r0 : r0));
      let [s, c, p] = [1, 1, 0];
      let i = high - 1;
      for (; i >= low; i--) {
        const [f, b] = [s * e[i], c * e[i]];
        const r = Math.hypot(f, g);
        e[i + 1] = r;
        if (r === 0) {
          d[i + 1] -= p;
          e[high] = 0;
          break;
        }
        s = f / r;
        c = g / r;
        g = d[i + 1] - p;
        const t = (d[i] - g) * s + 2 * c * b;
        p = s * t;
        d[i + 1] = g + p;
        g = c * t - b;
        if (rows) rotate(rows, i * n, (i + 1) * n, c, s, n);
      }
      if (i >= low) continue;
      d[low] -= p;
      e[low] = g;
      e[high] = 0;
    }
  }
}

function rotate(rows: Float64Array, at: number, next: number, c: number, s: number, n: number) {
  for (let j = 0; j < n; j++) {
    const x = rows[at + j];
    const y = rows[next + j];
    rows[next + j] = s * x + c * y;
    rows[at + j] = c * x - s * y;
  }
}
