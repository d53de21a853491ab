// A small constant matrix times a vector of SIMD values, as straight-line code with few operations and
// few constants: zeros vanish, and the points +p and -p share their work, whether they are rows of the
// matrix (sum and difference of a common and a changing part) or columns (sums and differences first).

import type { FunctionBuilder, Local } from '../wasm/assembler.ts';
import type { Matrix } from './winograd-matrices.ts';

type Term = readonly [coefficient: number, value: Local];

/** Emits linear combinations; the constants are set up once, before the loop. */
export const combiner = (f: FunctionBuilder, fma: boolean) => {
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
      } else f.madd(value, constant(k), () => sum(count - 1), fma);
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

/** Emits `store(i, push)` for each row i of matrix x values: values in locals. */
export const emitProduct = (
  f: FunctionBuilder,
  matrix: Matrix,
  values: readonly Local[],
  combine: ReturnType<typeof combiner>,
  fma: boolean,
  store: (row: number, push: () => void) => void,
): void => {
  const columns = matrix[0]!.map((_, j) => matrix.map((row) => row[j]!));
  const byColumns = rowPairs(columns);
  const terms = (row: readonly number[]): Term[] => row.map((k, j) => [k, values[j]!] as const);
  if (byColumns.length > 0) {
    // Columns of +p and -p: rows take their sum or their difference.
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
    matrix.forEach((row, i) => {
      const list = row.flatMap((k, j): Term[] => {
        if (byColumns.includes(j - 1)) return [];
        const half = k === row[j + 1] ? sums.get(j) : differences.get(j);
        return [[k, half ?? values[j]!]];
      });
      store(i, () => combine.push(list));
    });
    f.free(...sums.values(), ...differences.values());
    return;
  }
  const pairs = rowPairs(matrix);
  matrix.forEach((row, i) => {
    if (pairs.includes(i - 1)) return;
    if (!pairs.includes(i)) {
      store(i, () => combine.push(terms(row)));
      return;
    }
    // Rows of +p and -p: the common part plus and minus p times the part that changes its sign.
    const { common, changing, factor } = splitPair(row, matrix[i + 1]!);
    const [even, odd] = [f.local('v128'), f.local('v128')];
    combine.push(terms(common));
    f.set(even);
    combine.push(terms(changing));
    f.set(odd);
    store(i, () =>
      combine.push([
        [1, even],
        [factor, odd],
      ]),
    );
    store(i + 1, () => {
      if (factor === 1) f.get(even).get(odd).op('f32x4.sub');
      else if (fma) f.get(odd).get(combine.constant(factor)).get(even).op('f32x4.relaxed_nmadd');
      else {
        f.get(even).get(odd).get(combine.constant(factor)).op('f32x4.mul').op('f32x4.sub');
      }
    });
    f.free(even, odd);
  });
};
