// Shuffling: each index once an epoch, exact resumption, and host random numbers that never change.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchAt, batches } from '../../src/data/loader.ts';
import { hostRandom, permutation } from '../../src/data/random.ts';

const sizes = fc.record({
  count: fc.integer({ min: 1, max: 60 }),
  batchSize: fc.integer({ min: 1, max: 80 }),
  seed: fc.integer(),
});

describe('batches', () => {
  test('every index comes once an epoch, whatever the sizes', () => {
    fc.assert(
      fc.property(sizes, (options) => {
        const { count, batchSize } = options;
        const stream = [...batches({ ...options, endStep: Math.ceil((3 * count) / batchSize) })]
          .flatMap((batch) => [...batch.indices])
          .slice(0, 3 * count);
        for (let epoch = 0; epoch < 3; epoch++) {
          const seen = stream.slice(epoch * count, (epoch + 1) * count).sort((a, b) => a - b);
          expect(seen).toEqual([...Array(count).keys()]);
        }
      }),
    );
  });

  test('resumes exactly at any step', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 20 }), (options, startStep) => {
        const whole = [...batches({ ...options, endStep: 24 })];
        expect([...batches({ ...options, startStep, endStep: 24 })]).toEqual(
          whole.slice(startStep),
        );
        expect(batchAt(options, startStep)).toEqual(whole[startStep]);
      }),
    );
  });

  test('epochs and seeds differ; without shuffling the order is plain', () => {
    const order = (seed: number, step: number) => [
      ...batchAt({ count: 50, batchSize: 50, seed }, step).indices,
    ];
    expect(order(1, 0)).not.toEqual(order(1, 1));
    expect(order(1, 0)).not.toEqual(order(2, 0));
    const plain = batchAt({ count: 5, batchSize: 3, seed: 0, shuffle: false }, 1);
    expect([...plain.indices]).toEqual([3, 4, 0]);
    expect(plain.epoch).toBe(0);
  });

  test('sizes that make no sense are refused by name', () => {
    const first = (count: number, batchSize: number) => () =>
      batchAt({ count, batchSize, seed: 0 }, 0);
    expect(first(0, 4)).toThrow(/count must be an integer >= \d, not 0/);
    expect(first(4, 0)).toThrow(/batchSize must be an integer >= \d, not 0/);
    expect(first(4, 1.5)).toThrow(/batchSize must be an integer >= \d, not 1.5/);
    expect(() => batchAt({ count: 4, batchSize: 1, seed: 0 }, -1)).toThrow(
      /step must be an integer >= \d, not -1/,
    );
    expect(() => batchAt({ count: 4, batchSize: 1, seed: 0.5 }, 0)).toThrow(
      /seed must be an integer, not 0.5/,
    );
  });
});

describe('host random numbers', () => {
  test('never change: resumed runs and published results depend on them', () => {
    const random = hostRandom(7, 3);
    expect([random.bits(), random.bits(), random.bits()]).toEqual([
      3184134379, 940418698, 1979981181,
    ]);
    expect([...permutation(8, hostRandom(0))]).toEqual([1, 0, 7, 6, 5, 4, 2, 3]);
  });

  test('every part of the seed counts', () => {
    const seeds = [[], [0], [1], [-1], [2 ** 32], [0, 0], [0, 1], [1, 0], [2 ** 40 + 1]];
    const first = seeds.map((seed) => hostRandom(...seed).bits());
    expect(new Set(first).size).toBe(seeds.length);
  });

  test('uniform numbers, bounded integers and picks are even', () => {
    const random = hostRandom(11);
    const n = 60_000;
    const counts = new Array<number>(6).fill(0);
    let sum = 0;
    for (let i = 0; i < n; i++) {
      counts[random.integer(6)]++;
      sum += random.uniform();
    }
    expect(Math.abs(sum / n - 0.5)).toBeLessThan(0.006);
    // Chi squared with 5 degrees of freedom stays below 20.5 in 999 of 1000 seeds.
    expect(counts.reduce((chi, c) => chi + (c - n / 6) ** 2 / (n / 6), 0)).toBeLessThan(20.5);
    expect(random.pick(['a', 'b', 'c'], 5).sort()).toEqual(['a', 'b', 'c']);
    expect(random.pick([], 2)).toEqual([]);
    expect(() => random.integer(0)).toThrow(/random integer below 0/);
  });
});
