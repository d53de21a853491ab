// Eigenvalues, covariances and the Fréchet distance: known decompositions, closed forms for Gaussians, low
// rank, and what is refused. That values agree with other implementations is checked in test/golden.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  covarianceOf,
  type FeatureRows,
  featureStatistics,
  mergeStatistics,
} from '../../src/metrics/features.ts';
import { fid, frechetDistance, traceOfRoot } from '../../src/metrics/frechet.ts';
import { addProduct, choleskyRows, symmetricEigen } from '../../src/metrics/matrices.ts';
import { useDevice } from '../../src/runtime/device.ts';
import '../../src/runtime/evaluate.ts';
import { random, tensor } from '../../src/tensor/ops/index.ts';

beforeAll(async () => {
  await useDevice('cpu');
});

const normal = (seed: number, count: number, dim: number): Promise<FeatureRows> =>
  random
    .normal(random.key(seed), [count, dim])
    .data()
    .then((values) => ({ values, count, dim }));
const mapped = (rows: FeatureRows, f: (v: number, column: number) => number): FeatureRows => ({
  ...rows,
  values: Float64Array.from(rows.values, (v, i) => f(v, i % rows.dim)),
});

/** Rows times a matrix [dim, dim]. */
function turned(rows: FeatureRows, q: Float64Array): FeatureRows {
  const { values, count, dim } = rows;
  const out = new Float64Array(count * dim);
  addProduct(out, Float64Array.from(values), q, [count, dim, dim]);
  return { ...rows, values: out };
}

async function orthogonal(dim: number): Promise<Float64Array> {
  const { values } = await normal(99, dim, dim);
  const symmetric = Float64Array.from({ length: dim * dim }, (_, at) => {
    const [i, j] = [Math.floor(at / dim), at % dim];
    return values[i * dim + j] + values[j * dim + i];
  });
  return symmetricEigen(symmetric, dim, true).vectors as Float64Array;
}

describe('symmetric matrices', () => {
  test('eigenvalues that are known', () => {
    expect(Array.from(symmetricEigen(Float64Array.of(2, 1, 1, 2), 2).values)).toEqual([
      expect.closeTo(1, 14),
      expect.closeTo(3, 14),
    ]);
    // the second difference: 2 - 2 cos(pi k / (n + 1))
    for (const n of [1, 3, 50]) {
      const a = new Float64Array(n * n);
      for (let i = 0; i < n; i++) {
        a[i * n + i] = 2;
        if (i > 0) a[i * n + i - 1] = a[(i - 1) * n + i] = -1;
      }
      const { values } = symmetricEigen(a, n);
      for (let k = 1; k <= n; k++) {
        expect(values[k - 1]).toBeCloseTo(2 - 2 * Math.cos((Math.PI * k) / (n + 1)), 12);
      }
    }
    // Hilbert's matrix of order 5, from 3.3e-6 to 1.57
    const hilbert = Float64Array.from(
      { length: 25 },
      (_, i) => 1 / (Math.floor(i / 5) + (i % 5) + 1),
    );
    const { values } = symmetricEigen(hilbert, 5);
    expect(values[4]).toBeCloseTo(1.567050691098231, 13);
    expect(values[0]).toBeCloseTo(3.287928772171574e-6, 13);
  });

  test('vectors are orthonormal and diagonalise; equal and zero eigenvalues are no trouble', async () => {
    const n = 40;
    const q = await orthogonal(n);
    const wanted = Float64Array.from({ length: n }, (_, i) => (i < 10 ? 0 : i < 30 ? 2 : i));
    const a = new Float64Array(n * n); // qᵀ diag q
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        for (let k = 0; k < n; k++) a[i * n + j] += q[k * n + i] * wanted[k] * q[k * n + j];
      }
    }
    const { values, vectors } = symmetricEigen(a, n, true) as Required<
      ReturnType<typeof symmetricEigen>
    >;
    const products = new Float64Array(n * n);
    addProduct(products, vectors, vectors, [n, n, n]);
    for (let k = 0; k < n; k++) {
      expect(values[k]).toBeCloseTo(wanted[k], 11);
      for (let i = 0; i < n; i++) {
        expect(products[k * n + i]).toBeCloseTo(k === i ? 1 : 0, 12);
        let s = 0;
        for (let j = 0; j < n; j++) s += a[i * n + j] * vectors[k * n + j];
        expect(s).toBeCloseTo(values[k] * vectors[k * n + i], 10);
      }
    }
  });

  test('a factor has the rank of its matrix and gives it back', async () => {
    const [n, rank] = [30, 7];
    const { values } = await normal(5, n, rank);
    const a = new Float64Array(n * n);
    const factor = Float64Array.from(values);
    addProduct(a, factor, factor, [n, n, rank]);
    const found = choleskyRows(a, n);
    expect(found.rank).toBe(rank);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        let s = 0;
        for (let k = 0; k < rank; k++) s += found.rows[k * n + i] * found.rows[k * n + j];
        expect(s).toBeCloseTo(a[i * n + j], 10);
      }
    }
    expect(choleskyRows(new Float64Array(9), 3).rank).toBe(0);
  });

  test('products of all sizes', async () => {
    for (const [m, n, k] of [
      [1, 1, 1],
      [3, 67, 5],
      [66, 3, 300],
      [5, 65, 257],
    ]) {
      const [a, b] = [await normal(1, m, k), await normal(2, n, k)];
      const out = new Float64Array(m * n);
      addProduct(out, Float64Array.from(a.values), Float64Array.from(b.values), [m, n, k]);
      for (let i = 0; i < m; i++) {
        for (let j = 0; j < n; j++) {
          let s = 0;
          for (let p = 0; p < k; p++) s += a.values[i * k + p] * b.values[j * k + p];
          expect(out[i * n + j]).toBeCloseTo(s, 10);
        }
      }
    }
  });
});

describe('statistics', () => {
  test('batches merge into the whole, also batches of one', async () => {
    const rows = await normal(1, 301, 6);
    const part = (from: number, to: number): FeatureRows => ({
      values: Array.from(rows.values).slice(from * 6, to * 6),
      count: to - from,
      dim: 6,
    });
    const whole = await featureStatistics(rows);
    const parts = [part(0, 1), part(1, 290), part(290, 301)];
    const [a, b, c] = await Promise.all(parts.map(featureStatistics));
    const merged = mergeStatistics(mergeStatistics(a, b), c);
    expect(merged.count).toBe(301);
    merged.mean.forEach((m, j) => expect(m).toBeCloseTo(whole.mean[j], 13));
    covarianceOf(merged).forEach((v, j) => expect(v).toBeCloseTo(covarianceOf(whole)[j], 13));
  });

  test('a large offset costs no digits', async () => {
    const rows = await normal(2, 500, 3);
    const [near, far] = [
      covarianceOf(await featureStatistics(rows)),
      covarianceOf(await featureStatistics(mapped(rows, (v) => v + 1e6))),
    ];
    far.forEach((v, i) => expect(v).toBeCloseTo(near[i], 8));
  });

  test('tensors, and what is refused', async () => {
    const t = tensor([
      [1, 2],
      [3, 6],
    ]);
    const { mean, scatter } = await featureStatistics(t);
    expect([...mean, ...scatter]).toEqual([2, 4, 2, 4, 4, 8]);
    const broken = tensor([
      [1, 2],
      [3, Number.NaN],
    ]);
    await expect(featureStatistics(broken)).rejects.toThrow(/feature 1 of sample 1 is NaN/);
    await expect(featureStatistics(tensor([1, 2]))).rejects.toThrow(/\[samples, features\]/);
    const one = await featureStatistics(tensor([[1, 2]]));
    expect(() => covarianceOf(one)).toThrow(/at least 2 samples/);
    await expect(fid(t, tensor([[1], [2]]))).rejects.toThrow(/2 features, the other 1/);
    await expect(featureStatistics({ values: [1, 2, 3], count: 2, dim: 2 })).rejects.toThrow(
      /3 val/,
    );
  });
});

describe('Fréchet distance', () => {
  test('Gaussians in one dimension and with diagonal covariances', async () => {
    const unit = (mean: number[], variances: number[]) => ({
      count: 2,
      mean: Float64Array.from(mean),
      scatter: Float64Array.from({ length: mean.length ** 2 }, (_, i) =>
        i % (mean.length + 1) === 0 ? variances[i / (mean.length + 1)] : 0,
      ),
    });
    expect(frechetDistance(unit([0], [1]), unit([1], [4]))).toBeCloseTo(2, 14);
    const [a, b] = [unit([1, 2, 3], [1, 9, 4]), unit([1, 0, 3], [4, 1, 0])];
    expect(frechetDistance(a, b)).toBeCloseTo(4 + 1 + 4 + 4, 12);
  });

  test('a set from itself is 0, shifted it is the square of the shift', async () => {
    for (const [count, dim] of [
      [300, 8],
      [10, 40],
      [2, 3],
    ]) {
      const rows = await normal(3, count, dim);
      expect(Math.abs(await fid(rows, rows))).toBeLessThan(1e-6);
      expect(
        await fid(
          rows,
          mapped(rows, (v, j) => v + (j === 1 ? 3 : 0)),
        ),
      ).toBeCloseTo(9, 6);
    }
  });

  test('symmetric, and the same after a common rotation', async () => {
    const [x, y] = [
      await normal(4, 200, 12),
      mapped(await normal(5, 150, 12), (v, j) => v * j + 1),
    ];
    const q = await orthogonal(12);
    const distance = await fid(x, y);
    expect(await fid(y, x)).toBeCloseTo(distance, 8);
    expect(await fid(turned(x, q), turned(y, q))).toBeCloseTo(distance, 8);
  });

  test('fewer samples than features: nothing is added, nothing is complex', async () => {
    // rank 1 against rank 1: the root's trace is |a b|
    const [a, b] = [Float64Array.of(1, 2, 2), Float64Array.of(3, 0, 4)];
    const outer = (v: Float64Array) =>
      Float64Array.from({ length: 9 }, (_, i) => v[Math.floor(i / 3)] * v[i % 3]);
    expect(traceOfRoot(outer(a), outer(b), 3)).toBeCloseTo(11, 12);
    expect(traceOfRoot(outer(a), new Float64Array(9), 3)).toBeCloseTo(0, 12);
    const [x, y] = [await normal(6, 5, 30), await normal(7, 6, 30)];
    const distance = await fid(x, y);
    expect(Number.isFinite(distance)).toBe(true);
    expect(await fid(y, x)).toBeCloseTo(distance, 8);
  });

  test('samples of known Gaussians come near the closed form', async () => {
    const [x, y] = [await normal(8, 20000, 2), mapped(await normal(9, 20000, 2), (v) => 2 * v + 1)];
    // |1|² twice, and (2 - 1)² twice
    expect(Math.abs((await fid(x, y)) - 4)).toBeLessThan(0.15);
  });
});
