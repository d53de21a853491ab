// Inception score, KID, precision and its relatives, text alignment, intervals, reconstruction: identities and
// closed forms. That values agree with other implementations is checked in test/golden.
import { beforeAll, describe, expect, test } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import { inceptionScore } from '../../src/metrics/inception-score.ts';
import {
  bootstrapInterval,
  bootstrapMean,
  wilsonInterval,
  winRate,
} from '../../src/metrics/intervals.ts';
import { kid, polynomialMmd } from '../../src/metrics/kernel-distance.ts';
import { manifoldMeasures } from '../../src/metrics/manifold.ts';
import { codebookUsage, psnr } from '../../src/metrics/reconstruction.ts';
import { clipScore, rPrecision } from '../../src/metrics/text-alignment.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { add, eye, full, mul, random, slice, sum, tensor } from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

beforeAll(async () => {
  await useDevice('cpu');
});

const normal = (seed: number, shape: number[]): Tensor => random.normal(random.key(seed), shape);

describe('inception score', () => {
  test('1 for constant predictions, the number of classes for sure and balanced ones', async () => {
    expect((await inceptionScore(full([6, 4], 0.25))).mean).toBeCloseTo(1, 12);
    expect((await inceptionScore(eye(5))).mean).toBeCloseTo(5, 12);
    const soft = add(mul(eye(10), 0.9), 0.01); // 0.91 on the own class, 0.01 elsewhere
    expect((await inceptionScore(soft)).mean).toBeCloseTo(6.0636, 4);
  });

  test('splits are scored on their own, a shorter last one too', async () => {
    const { mean, std, scores } = await inceptionScore(eye(5), { split_size: 2 });
    expect(scores.map((s) => Math.round(s * 1e9) / 1e9)).toEqual([2, 2, 1]);
    expect(mean).toBeCloseTo(5 / 3, 12);
    expect(std).toBeCloseTo(Math.sqrt(2) / 3, 12);
  });

  test('rows that are no probabilities are errors', async () => {
    await expect(inceptionScore(tensor([[0.5, 0.2]]))).rejects.toThrow(/row 0.*softmax/);
    await expect(inceptionScore(tensor([[1.5, -0.5]]))).rejects.toThrow(/row 0/);
    await expect(inceptionScore(full([2, 2], 0.5), { split_size: 0 })).rejects.toThrow(
      /splits of 0/,
    );
  });
});

describe('KID', () => {
  test('the estimate over all pairs, by hand', async () => {
    const [x, y] = [
      [
        [1, 0],
        [0, 2],
        [1, 1],
      ],
      [
        [0, 1],
        [3, 1],
      ],
    ];
    const k = (a: number[], b: number[]): number => ((a[0] * b[0] + a[1] * b[1]) / 2 + 1) ** 3;
    const pairs = (a: number[][], b: number[][], skip: boolean): number => {
      const all = a.flatMap((p, i) => b.flatMap((q, j) => (skip && i === j ? [] : [k(p, q)])));
      return all.reduce((s, v) => s + v, 0) / all.length;
    };
    const want = pairs(x, x, true) + pairs(y, y, true) - 2 * pairs(x, y, false);
    expect(await polynomialMmd(tensor(x), tensor(y)).item()).toBeCloseTo(want, 4);
  });

  test('nothing between halves of one set, something between sets that differ', async () => {
    const [a, b] = [normal(1, [600, 8]), normal(2, [600, 8])];
    const options = { subsets: 30, subset_size: 200, seed: 3 };
    const same = await kid(a, b, options);
    expect(Math.abs(same.mean)).toBeLessThan((4 * same.std) / Math.sqrt(30) + 1e-3);
    const other = await kid(a, add(mul(b, 1.3), 0.5), options);
    expect(other.mean).toBeGreaterThan(10 * same.std);
    expect(await kid(a, b, options)).toEqual(same);
    expect((await kid(a, b, { ...options, seed: 4 })).mean).not.toBe(same.mean);
  });

  test('gradients pull sets together; too few samples are errors', async () => {
    const [x, y] = [normal(1, [20, 3]), add(normal(2, [30, 3]), 1)];
    const gradient = grad((shift: Tensor) => polynomialMmd(add(x, shift), y))(full([3], 0));
    for (const v of await gradient.data()) expect(v).toBeLessThan(0);
    await expect(kid(x, y, { subset_size: 21 })).rejects.toThrow(/21; the sets have 20/);
    await expect(kid(x, normal(1, [20, 4]))).rejects.toThrow(/3 features, the other 4/);
    await expect(kid(slice(x, [0, 1]), y)).rejects.toThrow(/at least 2/);
  });
});

describe('precision, recall, density, coverage', () => {
  const real = normal(1, [80, 4]);

  test('a set and itself', async () => {
    const m = await manifoldMeasures(real, real, { nearest_k: 5 });
    expect([m.precision, m.recall, m.coverage]).toEqual([1, 1, 1]);
  });

  test('some of the modes: precise without recall; far away: neither', async () => {
    const two = tensor(
      Array.from({ length: 60 }, (_, i) => [(i % 2) * 50 + Math.sin(i * 7.3), Math.cos(i * 3.1)]),
    );
    const one = tensor(
      Array.from({ length: 30 }, (_, i) => [Math.sin(i * 14.6), Math.cos(i * 6.2)]),
    );
    const m = await manifoldMeasures(two, one);
    expect(m.precision).toBe(1);
    expect(m.recall).toBeLessThanOrEqual(0.5);
    expect(m.coverage).toBeLessThanOrEqual(0.5);
    const far = await manifoldMeasures(two, add(one, 1e4));
    expect(far).toEqual({ precision: 0, recall: 0, density: 0, coverage: 0 });
  });

  test('the k-th neighbour is another sample: by hand on a line', async () => {
    const line = (...xs: number[]) => tensor(xs.map((v) => [v]));
    // nearest neighbours of 0, 1, 3, 7 lie at 1, 1, 2, 4; balls (-1, 1) (0, 2) (1, 5) (3, 11)
    const m = await manifoldMeasures(line(0, 1, 3, 7), line(1.5, 4, 20), { nearest_k: 1 });
    expect(m.precision).toBeCloseTo(2 / 3, 12);
    expect(m.density).toBeCloseTo(4 / 3, 12);
    expect(m.coverage).toBeCloseTo(3 / 4, 12);
    // fakes' balls: 1.5 -> (-1, 4), 4 -> (1.5, 6.5), 20 -> (4, 36): they hold all of them
    expect(m.recall).toBe(1);
  });

  test('too few samples are errors', async () => {
    const three = slice(real, [0, 3]);
    await expect(manifoldMeasures(three, real)).rejects.toThrow(/real.*3 samples.*4 are needed/);
    await expect(manifoldMeasures(real, real, { nearest_k: 0 })).rejects.toThrow(/0 neighbours/);
  });
});

describe('texts', () => {
  test('the CLIP score is 100 times a cosine that is not negative', async () => {
    const [a, b] = [
      tensor([
        [3, 0],
        [1, 1],
      ]),
      tensor([
        [2, 2],
        [-1, -1],
      ]),
    ];
    const scores = await clipScore(a, b).data();
    expect(scores[0]).toBeCloseTo(100 * Math.SQRT1_2, 4);
    expect(scores[1]).toBe(0);
    expect((await clipScore(a, b, { raw: true }).data())[1]).toBeCloseTo(-1, 6);
    expect(() => clipScore(a, full([2, 3], 1))).toThrow(/\[n, d\] twice/);
  });

  test('R-precision: sure, blind, with distractors and in another order', async () => {
    const texts = normal(1, [40, 16]);
    const images = mul(texts, 3);
    expect(await rPrecision(images, texts)).toBe(1);
    expect(await rPrecision(slice(images, [0, 10]), texts)).toBe(1);
    expect(await rPrecision(images, full([40, 16], 1))).toBeCloseTo(1 / 40, 12);
    expect(await rPrecision(images, full([40, 16], 1), { top: 5 })).toBeCloseTo(5 / 40, 12);
    const truth = Array.from({ length: 40 }, (_, i) => (i + 1) % 40);
    expect(await rPrecision(images, texts, { truth })).toBe(0);
    expect(await rPrecision(images, texts, { truth, top: 40 })).toBe(1);
    await expect(rPrecision(images, texts, { truth: [1] })).rejects.toThrow(/1 true texts for 40/);
    await expect(rPrecision(images, slice(texts, [0, 9]))).rejects.toThrow(/text 9 of 9/);
  });
});

describe('intervals', () => {
  test('the bootstrap of a mean agrees with its standard error', async () => {
    const values = await normal(1, [400]).data();
    const { estimate, low, high } = bootstrapMean(values, { resamples: 2000 });
    const mean = Array.from(values).reduce((a, b) => a + b, 0) / 400;
    expect(estimate).toBeCloseTo(mean, 12);
    expect((high - low) / (2 * 1.96 * 0.05)).toBeGreaterThan(0.85);
    expect((high - low) / (2 * 1.96 * 0.05)).toBeLessThan(1.15);
    expect(bootstrapMean(values, { seed: 1 })).not.toEqual(bootstrapMean(values, { seed: 2 }));
    const wider = bootstrapMean(values, { resamples: 2000, level: 0.99 });
    expect(wider.high - wider.low).toBeGreaterThan(high - low);
  });

  test('intervals hold the truth about as often as they say', async () => {
    const values = await normal(7, [300, 60]).data();
    let held = 0;
    for (let run = 0; run < 300; run++) {
      const part = values.slice(run * 60, run * 60 + 60);
      const { low, high } = bootstrapMean(part, { resamples: 200, seed: run });
      if (low <= 0 && high >= 0) held++;
    }
    expect(held / 300).toBeGreaterThan(0.9);
    expect(held / 300).toBeLessThan(0.98);
  });

  test('any statistic of rows; constants have no width; nonsense is an error', () => {
    const { estimate, low, high } = bootstrapInterval(9, (rows) => Math.min(rows.length, 9));
    expect([estimate, low, high]).toEqual([9, 9, 9]);
    expect(() => bootstrapInterval(0, () => 0)).toThrow(/count must be an integer >= 1, not 0/);
    expect(() => bootstrapInterval(3, () => 0, { level: 95 })).toThrow(/level 95/);
  });

  test("Wilson's interval and win rates", () => {
    const { low, high } = wilsonInterval(8, 10);
    expect(low).toBeCloseTo(0.4901625, 6);
    expect(high).toBeCloseTo(0.9433178, 6);
    expect(wilsonInterval(0, 10).high).toBeGreaterThan(0.2);
    expect(wilsonInterval(0, 10).low).toBe(0);
    const [a, b] = [
      [1, 2, 3, 4],
      [0, 2, 5, 1],
    ];
    expect(winRate(a, b).estimate).toBe(0.625);
    expect(winRate(a, b).estimate + winRate(b, a).estimate).toBe(1);
    expect(() => winRate(a, [1])).toThrow(/a has 4 scores and b 1/);
    expect(() => wilsonInterval(3, 2)).toThrow(/3 wins in 2/);
  });
});

describe('reconstruction', () => {
  test('decibels and codes', async () => {
    const x = normal(1, [2, 8, 8, 3]);
    const off = await psnr(x, add(x, 0.1)).data();
    expect(off[1]).toBeCloseTo(26.02, 2);
    expect((await psnr(x, x).data())[0]).toBe(Number.POSITIVE_INFINITY);
    expect((await psnr(x, add(x, 0.1), 1).data())[0]).toBeCloseTo(20, 3);
    expect(() => psnr(x, sum(x, 3))).toThrow(/same shape/);
    const even = codebookUsage([0, 1, 2, 3], 8);
    expect(even.perplexity).toBeCloseTo(4, 12);
    expect(even.used).toBe(0.5);
    expect(codebookUsage([5, 5, 5], 8).perplexity).toBe(1);
    expect(() => codebookUsage([8], 8)).toThrow(/codes\[0\] = 8 is not one of 8/);
  });
});
