// The forward process: every conversion leads back, whatever way it takes, levels keep the variance, the posterior has
// its published values, and a batch looks its own steps up.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  levelOf,
  noised,
  numbersAt,
  posteriorMean,
  posteriorVariance,
  type Quantity,
  targetOf,
  toEps,
  toX0,
} from '../../src/diffusion/process.ts';
import {
  alphaBars,
  continuousCosine,
  discreteSchedule,
  linearBetas,
} from '../../src/diffusion/schedule.ts';
import { useDevice } from '../../src/runtime/device.ts';
import '../../src/runtime/evaluate.ts';
import { add, div, mul, random, sub, tensor } from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { list, near } from '../support/schedulers.ts';

beforeAll(async () => {
  await useDevice('interpret');
});

const quantities: Quantity[] = ['x0', 'v', 'eps', 'score'];
const f64 = async (seed: number): Promise<Tensor> =>
  tensor(Float64Array.from(await random.normal(random.key(seed), [5]).data()));
const levels = [0.02, 0.3, 0.7, 0.98].map((t) => continuousCosine.level(t));
const spaces = [...levels, levelOf(0.5)];

describe('conversions', () => {
  test('x0 -> v -> eps -> score -> x0, and every other way round, lead back', async () => {
    const [x0, eps] = [await f64(1), await f64(2)];
    for (const { alpha, sigma } of spaces) {
      expect(alpha ** 2 + sigma ** 2).toBeCloseTo(1, 15);
      const x = noised(x0, eps, alpha, sigma);
      // what is said in one quantity, in another
      const turned = (value: Tensor, from: Quantity, to: Quantity): Tensor =>
        targetOf(
          to,
          toX0(from, x, value, alpha, sigma),
          toEps(from, x, value, alpha, sigma),
          alpha,
          sigma,
        );
      for (let shift = 0; shift < 4; shift++) {
        for (const order of [quantities, [...quantities].reverse()]) {
          let kind = order[shift];
          const first = targetOf(kind, x0, eps, alpha, sigma);
          let value = first;
          for (let k = 1; k <= 4; k++) {
            const next = order[(shift + k) % 4];
            value = turned(value, kind, next);
            kind = next;
          }
          await near(value, first, 1e-9);
        }
      }
    }
  });

  test('each by hand: x0 2, eps -1 at alpha 0.6, sigma 0.8', async () => {
    const [x0, eps] = [tensor([2]), tensor([-1])];
    const said = { x0: 2, eps: -1, v: -0.6 - 1.6, score: 1 / 0.8 };
    const x = noised(x0, eps, 0.6, 0.8);
    expect(await x.item()).toBeCloseTo(1.2 - 0.8, 6);
    for (const kind of quantities) {
      const value = targetOf(kind, x0, eps, 0.6, 0.8);
      expect(await value.item()).toBeCloseTo(said[kind], 6);
      expect(await toX0(kind, x, value, 0.6, 0.8).item()).toBeCloseTo(2, 5);
      expect(await toEps(kind, x, value, 0.6, 0.8).item()).toBeCloseTo(-1, 5);
    }
  });

  test('as Ho et al. and Point-E write them, by alphaBar', async () => {
    const [x0, eps] = [await f64(5), await f64(6)];
    const bar = 0.37;
    const { alpha, sigma } = levelOf(bar);
    const x = add(mul(x0, Math.sqrt(bar)), mul(eps, Math.sqrt(1 - bar)));
    await near(noised(x0, eps, alpha, sigma), x, 1e-15);
    const data = sub(mul(x, Math.sqrt(1 / bar)), mul(eps, Math.sqrt(1 / bar - 1)));
    await near(toX0('eps', x, eps, alpha, sigma), data, 1e-14);
    const noise = div(sub(mul(x, Math.sqrt(1 / bar)), x0), Math.sqrt(1 / bar - 1));
    await near(toEps('x0', x, x0, alpha, sigma), noise, 1e-14);
    // the posterior of one step by its beta
    const [before, beta] = [0.41, 1 - bar / 0.41];
    const [from, to] = [levelOf(bar), levelOf(before)];
    expect(posteriorVariance(from, to)).toBeCloseTo((beta * (1 - before)) / (1 - bar), 14);
    const mean = posteriorMean(from, to);
    expect(mean.x0).toBeCloseTo((beta * Math.sqrt(before)) / (1 - bar), 14);
    expect(mean.xt).toBeCloseTo(((1 - before) * Math.sqrt(1 - beta)) / (1 - bar), 14);
  });

  test('in sigma space, alpha = 1, data, noise and score turn into each other', async () => {
    const [x0, eps] = [await f64(3), await f64(4)];
    for (const sigma of [0.01, 1, 80]) {
      const x = noised(x0, eps, 1, sigma);
      for (const kind of ['x0', 'eps', 'score'] as const) {
        const value = targetOf(kind, x0, eps, 1, sigma);
        await near(toX0(kind, x, value, 1, sigma), x0, 1e-9);
        await near(toEps(kind, x, value, 1, sigma), eps, 1e-9);
      }
    }
  });
});

describe('the posterior', () => {
  test('of the linear schedule has its published values', () => {
    const { level } = discreteSchedule(linearBetas());
    const of = (t: number) => [level(t), t > 0 ? level(t - 1) : levelOf(1)] as const;
    for (const [t, variance, x0, xt] of [
      [2, 8.548911523e-5, 0.3887068359, 0.6112931603],
      [500, 0.0100513358, 0.0030580571, 0.9941043508],
    ]) {
      expect(posteriorVariance(...of(t)) / variance).toBeCloseTo(1, 8);
      expect(posteriorMean(...of(t)).x0 / x0).toBeCloseTo(1, 7);
      expect(posteriorMean(...of(t)).xt / xt).toBeCloseTo(1, 9);
    }
    expect(posteriorVariance(...of(0))).toBe(0);
  });
});

describe('numbers at steps', () => {
  const table = Array.from(alphaBars(linearBetas(10)), levelOf);
  const x = tensor(new Float64Array(12), { shape: [2, 3, 2] });

  test('of a batch broadcast against it in its dtype; of one number they are the record', async () => {
    const { alpha } = numbersAt(table, tensor(Int32Array.of(7, 0)), x) as { alpha: Tensor };
    expect([alpha.shape, alpha.dtype]).toEqual([[2, 1, 1], 'f64']);
    expect(await list(alpha)).toEqual([table[7].alpha, table[0].alpha]);
    expect(numbersAt(table, 3, x)).toBe(table[3]);
  });

  test('outside the table are an error', () => {
    for (const step of [-1, 10, 1.5]) {
      expect(() => numbersAt(table, step, x)).toThrow(`step ${step} is not one of 0 .. 9`);
    }
  });
});
