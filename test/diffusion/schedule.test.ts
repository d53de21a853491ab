// Noise schedules against published tables, and the identities between parametrizations.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  alphaBars,
  continuousCosine,
  cosineBetas,
  cosineLevels,
  discreteSchedule,
  linearBetas,
  minSnrWeight,
  scaledLinearBetas,
  snr,
  timeGrid,
  zeroTerminalSnr,
} from '../../src/diffusion/schedule.ts';
import { useDevice } from '../../src/runtime/device.ts';
import '../../src/runtime/evaluate.ts';
import { tensor } from '../../src/tensor/ops/index.ts';

beforeAll(async () => {
  await useDevice('interpret');
});

const close = (given: number, expected: number, relative = 1e-7): void => {
  expect(Math.abs(given - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));
};

describe('alphaBar tables at code indices 0, 99, 249, 499, 749, 999', () => {
  const tables: [string, Float64Array, number[], number][] = [
    [
      'linear',
      linearBetas(),
      [0.9999, 0.89701815, 0.52408537, 0.078587243, 0.0033505504, 4.0358298e-5],
      4.03599e-5,
    ],
    [
      'scaled-linear',
      scaledLinearBetas(),
      [0.99915, 0.89546277, 0.67543241, 0.27766965, 0.056623492, 0.0046600985],
      0.00468192,
    ],
    [
      'LDM',
      scaledLinearBetas(1000, 0.0015, 0.0195),
      [0.9985, 0.82508444, 0.5105143, 0.11584449, 0.0084448305, 1.4230398e-4],
      1.42324e-4,
    ],
    [
      'cosine',
      cosineBetas(),
      [0.99995872, 0.97209274, 0.84701216, 0.49384359, 0.1442721, 2.4287669e-9],
      2.42877e-9,
    ],
  ];
  for (const [name, betas, expected, last] of tables) {
    test(name, () => {
      const bars = alphaBars(betas);
      [0, 99, 249, 499, 749, 999].forEach((t, i) => {
        close(bars[t], expected[i]);
      });
      for (let t = 1; t < 1000; t++) expect(bars[t]).toBeLessThan(bars[t - 1]);
      close(snr(discreteSchedule(betas).level(999)), last, 1e-5);
    });
  }

  test('other lengths of the linear schedule end about as noisy', () => {
    const betas = linearBetas(100);
    close(betas[0], 1e-3);
    close(betas[99], 0.2);
  });

  test('zero terminal SNR', () => {
    const linear = zeroTerminalSnr(linearBetas());
    const bars = alphaBars(linear);
    close(bars[99], 0.89637831);
    close(bars[499], 0.076028751);
    close(bars[998], 4.2132625e-9, 1e-5);
    expect(linear[999]).toBe(1);
    const sd = alphaBars(zeroTerminalSnr(scaledLinearBetas()));
    close(sd[99], 0.88808589);
    close(sd[499], 0.24235917);
    close(sd[998], 1.9678881e-7, 1e-5);
    expect(sd[999]).toBe(0);
  });
});

describe('the continuous cosine schedule', () => {
  test('alpha² + sigma² = 1 and both ends are just off the singular ones', () => {
    for (const t of [0, 0.3, 1]) {
      const { alpha, sigma } = continuousCosine.level(t);
      close(alpha ** 2 + sigma ** 2, 1, 1e-15);
    }
    close(continuousCosine.level(0).sigma, Math.sin(Math.PI * 0.001), 1e-12);
    close(continuousCosine.level(1).alpha, Math.cos(Math.PI * 0.499), 1e-12);
    expect(continuousCosine.times(4)).toEqual([1, 0.75, 0.5, 0.25]);
    expect(() => continuousCosine.times(0)).toThrow(/0 steps/);
  });

  test('tensors of times give the same levels', async () => {
    const times = [0, 0.25, 0.5, 1];
    const { alpha, sigma } = cosineLevels(tensor(times));
    const [a, s] = [await alpha.data(), await sigma.data()];
    times.forEach((t, i) => {
      expect(a[i]).toBeCloseTo(continuousCosine.level(t).alpha, 6);
      expect(s[i]).toBeCloseTo(continuousCosine.level(t).sigma, 6);
    });
  });
});

describe('time grids', () => {
  test('leading, trailing, linspace', () => {
    const leading = timeGrid(1000, 50, 'leading', 1);
    expect([leading[0], leading[1], leading[49]]).toEqual([981, 961, 1]);
    const trailing = timeGrid(1000, 50, 'trailing');
    expect([trailing[0], trailing[1], trailing[49]]).toEqual([999, 979, 19]);
    expect(timeGrid(1000, 5, 'linspace')).toEqual([999, 749, 500, 250, 0]);
    // halves go to the even neighbour, unless NumPy's arange falls short of them
    expect(timeGrid(1000, 13, 'linspace')[6]).toBe(500);
    expect(timeGrid(1000, 16).slice(0, 4)).toEqual([999, 937, 874, 811]);
    expect(timeGrid(1000, 48)[3]).toBe(936);
    expect(timeGrid(1000, 1000, 'trailing')).toEqual(
      Array.from({ length: 1000 }, (_, i) => 999 - i),
    );
    expect(() => timeGrid(1000, 1001)).toThrow(/1001 steps/);
  });

  test('a number of steps that does not divide the total stays inside and has its length', () => {
    for (const spacing of ['leading', 'trailing', 'linspace'] as const) {
      for (const steps of [3, 7, 30, 999]) {
        const grid = timeGrid(1000, steps, spacing, 1);
        expect(grid.length).toBe(steps);
        expect(grid.every((t, i) => t >= 0 && t < 1000 && (i === 0 || t < grid[i - 1]))).toBe(true);
      }
    }
  });
});

describe('weights', () => {
  test('min-SNR weights', () => {
    const level = continuousCosine.level(0.2);
    const ratio = snr(level);
    expect(ratio).toBeGreaterThan(5);
    close(minSnrWeight('x0', level), 5);
    close(minSnrWeight('eps', level), 5 / ratio);
    close(minSnrWeight('v', level), 5 / (ratio + 1));
    // without the clamp the eps weight is the plain squared error
    close(minSnrWeight('eps', level, Number.POSITIVE_INFINITY), 1);
    close(minSnrWeight('x0', level, Number.POSITIVE_INFINITY), ratio);
  });
});
