// Curves of a claim's rows: numbers named `FID at 1.5`, `FID at 2`.
import type { Row } from '../run/experiment.ts';

/** The numbers of several measures at one x, under their names in a row. */
export const at = (x: number, values: Readonly<Record<string, number>>): Row =>
  Object.fromEntries(Object.entries(values).map(([name, y]) => [`${name} at ${x}`, y]));

/** The mean over rows of a measure at each x. */
export const curve = (rows: readonly Row[], measure: string, xs: readonly number[]): number[] =>
  xs.map((x) => mean(rows.map((row) => row[`${measure} at ${x}`])));

/** The mean of numbers. */
export const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / values.length;

/** The place of the least. */
export const leastOf = (values: readonly number[]): number => values.indexOf(Math.min(...values));

/**
 * The x where a falling curve first comes down to a level, in between linearly; infinity where it never does. A curve
 * that begins below it has been there at its first x.
 */
export function reaches(
  points: readonly { readonly x: number; readonly y: number }[],
  level: number,
): number {
  const i = points.findIndex(({ y }) => y <= level);
  if (i < 0) return Number.POSITIVE_INFINITY;
  if (i === 0) return points[0].x;
  const [a, b] = [points[i - 1], points[i]];
  return a.x + ((b.x - a.x) * (a.y - level)) / (a.y - b.y);
}
