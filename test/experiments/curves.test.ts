// What experiments compute by themselves, and verdicts on rows that hold and rows that do not.
import { expect, test } from 'vitest';
import { at, curve, reaches } from '../../src/experiments/curves.ts';
import { counts, ddimSteps } from '../../src/experiments/ddim-steps.ts';
import { distance, dpm } from '../../src/experiments/dpm-solver.ts';
import { guidance, scales } from '../../src/experiments/guidance.ts';
import { shareRight } from '../../src/experiments/scoring.ts';
import type { Row } from '../../src/run/experiment.ts';

const curved = (xs: readonly number[], values: Record<string, readonly number[]>): Row =>
  Object.assign(
    {},
    ...Object.entries(values).flatMap(([name, ys]) => ys.map((y, i) => at(xs[i], { [name]: y }))),
  );

test('curves', () => {
  expect(at(1.5, { FID: 3, recall: 0.5 })).toEqual({ 'FID at 1.5': 3, 'recall at 1.5': 0.5 });
  expect(
    curve(
      [
        { 'a at 1': 1, 'a at 2': 5 },
        { 'a at 1': 3, 'a at 2': 6 },
      ],
      'a',
      [1, 2],
    ),
  ).toEqual([2, 5.5]);
  const points = [9, 5, 6, 1].map((y, i) => ({ x: 10 * (i + 1), y }));
  expect(reaches(points, 5.5)).toBe(18.75);
  expect(reaches(points, 5)).toBe(20);
  expect(reaches(points, 10)).toBe(10);
  expect(reaches(points, 0.5)).toBe(Number.POSITIVE_INFINITY);
});

test('distances and shares', () => {
  expect(distance([1, 2, 3, 4], [1, 0, 3, 4])).toBe(1);
  const values = Float32Array.of(0.2, 0.7, 0.1, 0.9, 0.05, 0.05, 0.1, 0.2, 0.7);
  expect(shareRight({ values, count: 3, dim: 3 }, [1, 0, 1])).toBeCloseTo(2 / 3);
});

test('guidance', () => {
  const row = (change: Record<string, readonly number[]> = {}): Row => ({
    ...curved(scales, {
      FID: [9, 7, 6, 7, 8, 9],
      accuracy: [0.2, 0.3, 0.4, 0.5, 0.5, 0.4],
      recall: [0.6, 0.6, 0.5, 0.4, 0.3, 0.2],
      ...change,
    }),
    'FID, best to unguided': 6 / 9,
  });
  const holds = (...rows: Row[]): boolean => guidance.holds(rows).holds;
  expect(holds(row(), row())).toBe(true);
  expect(holds(row({ FID: [5, 6, 7, 8, 9, 9] }))).toBe(false);
  expect(holds(row({ FID: [9, 8, 7, 6, 5, 4] }))).toBe(false);
  expect(holds(row({ accuracy: [0.5, 0.4, 0.4, 0.4, 0.4, 0.4] }))).toBe(false);
  expect(holds(row({ recall: [0.2, 0.2, 0.3, 0.4, 0.3, 0.2] }))).toBe(false);
});

test('steps of DDIM', () => {
  const row = (still: readonly number[], noisy: readonly number[]): Row =>
    curved(counts, { 'FID, eta 0': still, 'FID, eta 1': noisy });
  const holds = (...rows: Row[]): boolean => ddimSteps.holds(rows).holds;
  expect(holds(row([7, 6, 5, 5, 4.8], [9, 8, 7, 6]))).toBe(true);
  expect(holds(row([7, 6, 5.5, 5, 4.8], [9, 8, 7, 6]))).toBe(false);
  expect(holds(row([7, 6, 5, 5, 4.8], [6, 6, 6, 6]))).toBe(false);
});

test('DPM-Solver++', () => {
  const row = (ratio: number): Row => ({ [dpm.holds([]).measure]: ratio });
  expect(dpm.holds([row(0.5), row(1.2)]).holds).toBe(true);
  expect(dpm.holds([row(0.9), row(1.3)]).holds).toBe(false);
});
