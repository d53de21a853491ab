// A small constant matrix times a vector of SIMD values, as straight-line code with few operations and
// few constants: zeros vanish, and the points +p and -p share their work, whether they are rows of the
// matrix (sum and difference of a common and a changing part) or columns (sums and differences first).

import type { FunctionBuilder, Local } from '../wasm/assembler.ts';
import { isFused, type Simd } from '../wasm/simd.ts';
import type { Matrix } from './winograd-matrices.ts';

type Term = readonly [coefficient: number, value: Local];

/** Emits linear combinations; the constants are set up once, before the loop. */
export const combiner = (f: FunctionBuilder, simd: Simd) => {
  const constants = new Map<number, Local>();
  const constant = (value: number): Local => {
    const known = constants.get(value);
    if (known) return known;
    const local = f.local('v128');
    f.f32x4Const(value).set(local);
    constants.set(value, local);
    return local;
  };
  /** Pushes the sum of the terms, a unit coefficient innermost. */
  const push = (given: readonly Term[]): void => {
    const terms = given
      .filter(([k]) => k !== 0)
      .sort((a, b) => Number(b[0] === 1) - Number(a[0] === 1));
    const sum = (count: number): void => {
      const [k, value] = terms[count - 1]!;
      if (count === 1) {
        f.get(value);
        if (k !== 1) f.get(constant(k)).op('f32x4.mul');
      } else if (Math.abs(k) === 1) {
        sum(count - 1);
        f.get(value).op(k === 1 ? 'f32x4.add' : 'f32x4.sub');
      } else f.madd(value, constant(k), () => sum(count - 1), isFused(simd));
    };
    sum(terms.length);
  };
  return { constant, push };
};

const opposite = (a: readonly number[], b: readonly number[]) =>
  a.every((v, i) => Math.abs(v) === Math.abs(b[i]!)) && a.some((v, i) => v !== b[i]);

/** Index pairs (1, 2), (3, 4), ... of rows that differ in signs only: the points +p and -p. */
const rowPairs = (matrix: Matrix): number[] => {
  const firsts: number[] = [];
  for (let i = 1; i + 1 < matrix.length; i += 2)
    if (opposite(matrix[i]!, matrix[i + 1]!)) firsts.push(i);
  return firsts;
};

/**
 * Two rows as common + factor * changing and common - factor * changing, with the factor that leaves
 * the fewest constants: registers are what these loops run out of.
 */
const splitPair = (row: readonly number[], next: readonly number[]) => {
  const common = row.map((k, j) => (k === next[j] ? k : 0));
  const odd = row.map((k, j) => (k === next[j] ? 0 : k));
  const known = new Set([0, 1, -1, ...common]);
  const fresh = (factor: number) => odd.filter((k) => !known.has(k / factor)).length;
  const factor = odd.filter((k) => k !== 0).reduce((a, b) => (fresh(b) < fresh(a) ? b : a));
  return { common, changing: odd.map((k) => k / factor), factor };
};

/** The constants of emitProduct, without 0 and the signs. */
export const constantsOf = (matrix: Matrix): Set<number> => {
  const pairs = rowPairs(matrix);
  const all = matrix.flatMap((row, i) => {
    if (pairs.includes(i - 1)) return [];
    if (!pairs.includes(i)) return row;
    const { common, changing, factor } = splitPair(row, matrix[i + 1]!);
    return [...common, ...changing, factor];
  });
  return new Set(all.filter((k) => k !== 0 && k !== 1));
};

/**
 * Emits `store(i, push)` for each row i of matrix x values, where push(u) pushes that of vector u: a list of
 * values in locals for each vector, which are computed in step.
 */
export const emitProduct = (
  f: FunctionBuilder,
  matrix: Matrix,
  vectors: readonly (readonly Local[])[],
  combine: ReturnType<typeof combiner>,
  simd: Simd,
  store: (row: number, push: (u: number) => void) => void,
): void => {
  const columns = matrix[0]!.map((_, j) => matrix.map((row) => row[j]!));
  const byColumns = rowPairs(columns);
  if (byColumns.length > 0) {
    // Columns of +p and -p: rows take their sum or their difference.
    const halves = vectors.map((values) => {
      const [sums, differences] = [new Map<number, Local>(), new Map<number, Local>()];
      for (const j of byColumns) {
        const [sum, difference] = [f.local('v128'), f.local('v128')];
        f.get(values[j]!)
          .get(values[j + 1]!)
          .op('f32x4.add')
          .set(sum);
        f.get(values[j]!)
          .get(values[j + 1]!)
          .op('f32x4.sub')
          .set(difference);
        sums.set(j, sum);
        differences.set(j, difference);
      }
      return { sums, differences };
    });
    matrix.forEach((row, i) => {
      const list = (u: number): Term[] =>
        row.flatMap((k, j): Term[] => {
          if (byColumns.includes(j - 1)) return [];
          const { sums, differences } = halves[u]!;
          const half = k === row[j + 1] ? sums.get(j) : differences.get(j);
          return [[k, half ?? vectors[u]![j]!]];
        });
      store(i, (u) => combine.push(list(u)));
    });
    for (const { sums, differences } of halves) f.free(...sums.values(), ...differences.values());
    return;
  }
  const terms = (row: readonly number[], u: number): Term[] =>
    row.map((k, j) => [k, vectors[u]![j]!] as const);
  const pairs = rowPairs(matrix);
  matrix.forEach((row, i) => {
    if (pairs.includes(i - 1)) return;
    if (!pairs.includes(i)) {
      store(i, (u) => combine.push(terms(row, u)));
      return;
    }
    // Rows of +p and -p: the common part plus and minus p times the part that changes its sign.
    const { common, changing, factor } = splitPair(row, matrix[i + 1]!);
    const parts = vectors.map((_, u) => {
      const [even, odd] = [f.local('v128'), f.local('v128')];
      combine.push(terms(common, u));
      f.set(even);
      combine.push(terms(changing, u));
      f.set(odd);
      return [even, odd] as const;
    });
    store(i, (u) =>
      combine.push([
        [1, parts[u]![0]],
        [factor, parts[u]![1]],
      ]),
    );
    store(i + 1, (u) => {
      const [even, odd] = parts[u]!;
      if (factor === 1) f.get(even).get(odd).op('f32x4.sub');
      else if (isFused(simd)) {
        f.get(odd).get(combine.constant(factor)).get(even).op('f32x4.relaxed_nmadd');
      } else f.get(even).get(odd).get(combine.constant(factor)).op('f32x4.mul').op('f32x4.sub');
    });
    f.free(...parts.flat());
  });
};
