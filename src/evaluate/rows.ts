// Rows of features on the host, and choices among them.

import { hostRandom, permutation } from '../data/random.ts';

/** Features, one row each. */
export interface Rows {
  /** [count, dim] */
  readonly values: Float32Array;
  readonly count: number;
  readonly dim: number;
}

/** Some of the rows, in the order asked for. */
export function pick({ values, dim }: Rows, indices: ArrayLike<number>): Rows {
  const out = new Float32Array(indices.length * dim);
  for (let i = 0; i < indices.length; i++) {
    out.set(values.subarray(indices[i] * dim, (indices[i] + 1) * dim), i * dim);
  }
  return { values: out, count: indices.length, dim };
}

/** `count` of the numbers below `of` in random order; all of them if there are no more. */
export const chosen = (of: number, count: number, seed: number): number[] =>
  [...permutation(of, hostRandom(seed))].slice(0, count);

/** Disjoint random parts of the numbers below `of`. */
export function disjoint(of: number, first: number, second: number, seed: number) {
  const order = chosen(of, first + second, seed);
  return [order.slice(0, first), order.slice(first)] as const;
}
