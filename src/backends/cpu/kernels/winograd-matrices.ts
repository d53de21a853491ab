// The matrices of Winograd's minimal filtering F(m x m, r x r), by Cook and Toom's construction:
//   Y = A^T [(G g G^T) * (B^T d B)] A,   * elementwise,
// for an m x m tile of outputs, r x r weights g and an (m + r - 1)^2 tile of inputs d. One row of G and
// B^T belongs to one point p of interpolation, the last to infinity. The points 0, +-3/4, +-3/2 have
// less than half the rounding error of the textbook's 0, +-1, +-2, and B and A stay exact in float32.
// Source: Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", arXiv 1509.09308.

/** Rows of a matrix. */
export type Matrix = readonly (readonly number[])[];

/** The three transforms: inputT (B^T) [t, t], weights (G) [t, r], outputT (A^T) [m, t], t = m + r - 1. */
export interface Winograd {
  readonly inputT: Matrix;
  readonly weights: Matrix;
  readonly outputT: Matrix;
}

/** Coefficients, lowest power first, of the product of (x - root). */
const polynomial = (roots: readonly number[]): number[] =>
  roots.reduce(
    (p, root) =>
      Array.from({ length: p.length + 1 }, (_, i) => (p[i - 1] ?? 0) - root * (p[i] ?? 0)),
    [1],
  );

/** Rows and columns exchanged. */
export const transpose = (matrix: Matrix): Matrix =>
  matrix[0]!.map((_, j) => matrix.map((row) => row[j]!));

/** F(m, r) for m + r - 2 different finite points. */
export const cookToom = (m: number, r: number, points: readonly number[]): Winograd => {
  const powers = (p: number, count: number) => Array.from({ length: count }, (_, i) => p ** i);
  const infinity = (count: number) => powers(0, count).reverse();
  const others = (p: number) => points.filter((q) => q !== p);
  const norm = (p: number) => others(p).reduce((product, q) => product * (p - q), 1);
  return {
    inputT: [...points.map((p) => [...polynomial(others(p)), 0]), polynomial(points)],
    weights: [...points.map((p) => powers(p, r).map((v) => v / norm(p))), infinity(r)],
    outputT: transpose([...points.map((p) => powers(p, m)), infinity(m)]),
  };
};

/** F(4 x 4, 3 x 3); +p is followed by -p, which the transforms make use of. */
export const f43: Winograd = cookToom(4, 3, [0, 3 / 4, -3 / 4, 3 / 2, -3 / 2]);
