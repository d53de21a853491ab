// The plain loops and positions of the float64 oracles.
import { type Shape, sizeOf } from '../shape.ts';

/** Calls `f` with every multi-index of a shape (one array, reused) and its row-major position. */
export function eachIndex(shape: Shape, f: (at: readonly number[], flat: number) => void): void {
  const at = shape.map(() => 0);
  const n = sizeOf(shape);
  for (let flat = 0; flat < n; flat++) {
    f(at, flat);
    for (let d = shape.length - 1; d >= 0; d--) {
      if (++at[d] < shape[d]) break;
      at[d] = 0;
    }
  }
}

/** Row-major position of a multi-index. */
export const flatAt = (at: readonly number[], shape: Shape): number =>
  at.reduce((flat, k, d) => flat * shape[d] + k, 0);
